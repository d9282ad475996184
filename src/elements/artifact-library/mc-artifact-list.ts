import { McArtifactList } from './artifact-list.js';

if (!customElements.get('mc-artifact-list')) customElements.define('mc-artifact-list', McArtifactList);

declare global {
  interface HTMLElementTagNameMap {
    'mc-artifact-list': McArtifactList;
  }
}
