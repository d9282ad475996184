import { McStartScreen } from './start-screen.js';

if (!customElements.get('mc-start-screen')) customElements.define('mc-start-screen', McStartScreen);

declare global {
  interface HTMLElementTagNameMap {
    'mc-start-screen': McStartScreen;
  }
}
