import { McSetAside } from './set-aside.js';

if (!customElements.get('mc-set-aside')) customElements.define('mc-set-aside', McSetAside);

declare global {
  interface HTMLElementTagNameMap {
    'mc-set-aside': McSetAside;
  }
}
