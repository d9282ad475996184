import { McSaveStatus } from './save-status.js';

if (!customElements.get('mc-save-status')) {
  customElements.define('mc-save-status', McSaveStatus);
}

declare global {
  interface HTMLElementTagNameMap {
    'mc-save-status': McSaveStatus;
  }
}
