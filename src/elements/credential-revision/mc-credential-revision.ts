import { McCredentialRevision } from './credential-revision.js';

if (!customElements.get('mc-credential-revision')) {
  customElements.define('mc-credential-revision', McCredentialRevision);
}

declare global {
  interface HTMLElementTagNameMap {
    'mc-credential-revision': McCredentialRevision;
  }
}
