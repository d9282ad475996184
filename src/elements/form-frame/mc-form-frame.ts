import '../requirement-checklist/mc-requirement-checklist.js';
import '../save-status/mc-save-status.js';
import { McFormFrame } from './form-frame.js';

if (!customElements.get('mc-form-frame')) customElements.define('mc-form-frame', McFormFrame);

declare global {
  interface HTMLElementTagNameMap {
    'mc-form-frame': McFormFrame;
  }
}
