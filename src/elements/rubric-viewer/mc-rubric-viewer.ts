import { McRubricViewer } from './rubric-viewer.js';

if (!customElements.get('mc-rubric-viewer')) {
  customElements.define('mc-rubric-viewer', McRubricViewer);
}

declare global {
  interface HTMLElementTagNameMap {
    'mc-rubric-viewer': McRubricViewer;
  }
}
