import { McAttestations } from './attestations.js';

if (!customElements.get('mc-attestations')) {
  customElements.define('mc-attestations', McAttestations);
}

declare global {
  interface HTMLElementTagNameMap {
    'mc-attestations': McAttestations;
  }
}
