import { McArtifactPicker } from './artifact-picker.js';

if (!customElements.get('mc-artifact-picker')) customElements.define('mc-artifact-picker', McArtifactPicker);

declare global {
  interface HTMLElementTagNameMap {
    'mc-artifact-picker': McArtifactPicker;
  }
}
