import { McNarrativePart } from './narrative-part.js';

if (!customElements.get('mc-narrative-part')) customElements.define('mc-narrative-part', McNarrativePart);

declare global {
  interface HTMLElementTagNameMap {
    'mc-narrative-part': McNarrativePart;
  }
}
