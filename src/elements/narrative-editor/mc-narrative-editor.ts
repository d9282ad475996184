import { McNarrativeEditor } from './narrative-editor.js';

if (!customElements.get('mc-narrative-editor')) customElements.define('mc-narrative-editor', McNarrativeEditor);

declare global {
  interface HTMLElementTagNameMap {
    'mc-narrative-editor': McNarrativeEditor;
  }
}
