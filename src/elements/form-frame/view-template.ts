import { html, type TemplateResult } from 'lit';
import type { FormMessages } from '../../locales/en/form.js';
import type { Credential } from '../../model/credential.js';
import { heading } from '../heading.js';
import type { View } from './views.js';

/** The work at a place, each an element of its own whose chunk the frame loads. `atHand`: buttons for what stands beside it. */
export function viewTemplate(
  view: View,
  headingLevel: number,
  say: FormMessages,
  credential: Credential,
  atHand: unknown,
): TemplateResult {
  const { subject } = view.row;
  switch (subject.kind) {
    case 'narrative':
      return html`<mc-narrative-part class="view" .partId=${subject.part} .headingLevel=${headingLevel}><div slot="companion">${atHand}</div></mc-narrative-part>`;
    case 'artifacts':
      return html`<mc-artifact-library class="view" .partId=${subject.part} .headingLevel=${headingLevel}></mc-artifact-library>`;
    case 'outcome':
      return html`${atHand}<mc-evidence-mapper
          class="view" .partId=${subject.part} .outcome=${subject.outcome} .current=${view.detail} .headingLevel=${headingLevel}
        ></mc-evidence-mapper>`;
    case 'self-assessment':
      return html`<div class="view">
        ${heading(headingLevel, say.selfAssessTitle, 'title', undefined, true)}
        <p class="lead">${say.selfAssessLead}</p>
        <mc-rubric-viewer mode="self-assess"></mc-rubric-viewer>
      </div>`;
    case 'set-aside':
      return html`<div class="view">
        ${heading(headingLevel, say.setAsideTitle, 'title', undefined, true)}
        <p class="lead">${say.setAsideLead}</p>
        <mc-set-aside .headingLevel=${headingLevel + 1}></mc-set-aside>
      </div>`;
    case 'start':
      return html`<mc-start-screen class="view" .credential=${credential} .headingLevel=${headingLevel}></mc-start-screen>`;
    default:
      return html`<mc-submission-review class="view" .headingLevel=${headingLevel}></mc-submission-review>`;
  }
}
