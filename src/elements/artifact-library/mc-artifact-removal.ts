import { McArtifactRemoval } from './artifact-removal.js';

if (!customElements.get('mc-artifact-removal')) customElements.define('mc-artifact-removal', McArtifactRemoval);

declare global {
  interface HTMLElementTagNameMap {
    'mc-artifact-removal': McArtifactRemoval;
  }
}
