import './mc-evidence-detail.js';
import { McEvidenceMapper } from './evidence-mapper.js';

if (!customElements.get('mc-evidence-mapper')) customElements.define('mc-evidence-mapper', McEvidenceMapper);

declare global {
  interface HTMLElementTagNameMap {
    'mc-evidence-mapper': McEvidenceMapper;
  }
}
