import { McReceipt } from './receipt.js';

if (!customElements.get('mc-receipt')) {
  customElements.define('mc-receipt', McReceipt);
}

declare global {
  interface HTMLElementTagNameMap {
    'mc-receipt': McReceipt;
  }
}
