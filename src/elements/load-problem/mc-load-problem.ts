import { McLoadProblem } from './load-problem.js';

if (!customElements.get('mc-load-problem')) customElements.define('mc-load-problem', McLoadProblem);

declare global {
  interface HTMLElementTagNameMap {
    'mc-load-problem': McLoadProblem;
  }
}
