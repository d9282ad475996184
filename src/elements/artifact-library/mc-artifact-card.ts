import { McArtifactCard } from './artifact-card.js';

if (!customElements.get('mc-artifact-card')) customElements.define('mc-artifact-card', McArtifactCard);

declare global {
  interface HTMLElementTagNameMap {
    'mc-artifact-card': McArtifactCard;
  }
}
