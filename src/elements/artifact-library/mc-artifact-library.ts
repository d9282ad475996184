import { McArtifactLibrary } from './artifact-library.js';

if (!customElements.get('mc-artifact-library')) customElements.define('mc-artifact-library', McArtifactLibrary);

declare global {
  interface HTMLElementTagNameMap {
    'mc-artifact-library': McArtifactLibrary;
  }
}
