import { McEarlierVersions } from './earlier-versions.js';

if (!customElements.get('mc-earlier-versions')) {
  customElements.define('mc-earlier-versions', McEarlierVersions);
}

declare global {
  interface HTMLElementTagNameMap {
    'mc-earlier-versions': McEarlierVersions;
  }
}
