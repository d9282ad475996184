import { McApplicantFields } from './applicant-fields.js';

if (!customElements.get('mc-applicant-fields')) {
  customElements.define('mc-applicant-fields', McApplicantFields);
}

declare global {
  interface HTMLElementTagNameMap {
    'mc-applicant-fields': McApplicantFields;
  }
}
