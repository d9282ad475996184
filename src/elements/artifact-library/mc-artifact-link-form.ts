import { McArtifactLinkForm } from './link-form.js';

if (!customElements.get('mc-artifact-link-form')) customElements.define('mc-artifact-link-form', McArtifactLinkForm);

declare global {
  interface HTMLElementTagNameMap {
    'mc-artifact-link-form': McArtifactLinkForm;
  }
}
