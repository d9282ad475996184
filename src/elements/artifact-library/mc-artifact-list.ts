import './mc-artifact-link-form.js';
import './mc-artifact-card.js';
import './mc-artifact-removal.js';
import { McArtifactList } from './artifact-list.js';

if (!customElements.get('mc-artifact-list')) customElements.define('mc-artifact-list', McArtifactList);

declare global {
  interface HTMLElementTagNameMap {
    'mc-artifact-list': McArtifactList;
  }
}
