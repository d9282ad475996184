import '../narrative-editor/mc-narrative-editor.js';
import './mc-prompt-list.js';
import { McNarrativePart } from './narrative-part.js';

if (!customElements.get('mc-narrative-part')) customElements.define('mc-narrative-part', McNarrativePart);

declare global {
  interface HTMLElementTagNameMap {
    'mc-narrative-part': McNarrativePart;
  }
}
