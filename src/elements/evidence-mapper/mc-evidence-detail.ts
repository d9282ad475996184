import './mc-artifact-picker.js';
import './mc-locator-editor.js';
import { McEvidenceDetail } from './evidence-detail.js';

if (!customElements.get('mc-evidence-detail')) customElements.define('mc-evidence-detail', McEvidenceDetail);

declare global {
  interface HTMLElementTagNameMap {
    'mc-evidence-detail': McEvidenceDetail;
  }
}
