import './mc-applicant-fields.js';
import './mc-attestations.js';
import './mc-receipt.js';
import { McSubmissionReview } from './submission-review.js';

if (!customElements.get('mc-submission-review')) {
  customElements.define('mc-submission-review', McSubmissionReview);
}

declare global {
  interface HTMLElementTagNameMap {
    'mc-submission-review': McSubmissionReview;
  }
}
