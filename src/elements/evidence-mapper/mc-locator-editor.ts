import { McLocatorEditor } from './locator-editor.js';

if (!customElements.get('mc-locator-editor')) customElements.define('mc-locator-editor', McLocatorEditor);

declare global {
  interface HTMLElementTagNameMap {
    'mc-locator-editor': McLocatorEditor;
  }
}
