import { html, nothing, type TemplateResult } from 'lit';
import type { StartMessages } from '../../locales/en/start.js';
import type { Credential, Outcome, Part } from '../../model/credential.js';
import { evidenceTargets } from '../../model/targets.js';
import { heading } from '../heading.js';
import { ownWords } from '../own-words.js';

/** A text of the credential, in its language. */
type Theirs = (words: unknown) => TemplateResult;

/** What the issuer asks: outcomes with details, parts, attestations, resources, references. */
export function credentialInfo(credential: Credential, say: StartMessages, level: number): TemplateResult {
  const { review } = credential;
  const theirs: Theirs = (words) => ownWords(words, credential.language);
  const facts = [
    credential.audience.length ? say.audience(credential.audience) : undefined,
    credential.estimatedHours !== undefined ? say.hours(credential.estimatedHours) : undefined,
    review.attempts ? say.attempts(review.attempts) : undefined,
    review.businessDays ? say.reviewDays(review.businessDays) : undefined,
    review.blind ? say.blind : undefined,
  ].filter((fact) => fact !== undefined);
  return html`
    ${facts.length ? html`<ul class="facts">${facts.map((fact) => html`<li>${fact}</li>`)}</ul>` : nothing}
    <section>
      ${heading(level, say.parts, 'section-title')}
      <ol class="parts">
        ${credential.parts.map((part, at) => html`<li><span class="number figures">${at + 1}</span><div>${partInfo(part, say, theirs, level + 1)}</div></li>`)}
      </ol>
      ${
        credential.attestations.length
          ? html`<div class="confirm">
            <p class="label">${say.attestations}</p>
            <ul class="plain">${credential.attestations.map(({ statement }) => html`<li>${theirs(statement)}</li>`)}</ul>
          </div>`
          : nothing
      }
    </section>
    <section>
      ${heading(level, say.outcomes, 'section-title')}
      <p class="small">${say.outcomesLead(evidenceTargets(credential.outcomes).length)}</p>
      <ol class="outcomes">${credential.outcomes.map((outcome) => outcomeInfo(outcome, theirs, level + 1))}</ol>
    </section>
    ${
      credential.resources.length
        ? html`<section>
          ${heading(level, say.resources, 'section-title')}
          <ul class="plain">
            ${credential.resources.map(
              ({ title, url, note, access }) => html`<li>
                ${url ? html`<a href=${url}>${theirs(title)}</a>` : theirs(title)}
                <span class="small">${note ? theirs(note) : nothing}${note && say.access[access] ? ' · ' : nothing}${say.access[access]}</span>
              </li>`,
            )}
          </ul>
        </section>`
        : nothing
    }
    ${
      credential.references.length
        ? html`<section>
          ${heading(level, say.references, 'section-title')}
          <ul class="plain references">
            ${credential.references.map(({ citation, url }) => html`<li>${url ? html`<a href=${url}>${theirs(citation)}</a>` : theirs(citation)}</li>`)}
          </ul>
        </section>`
        : nothing
    }
  `;
}

function partInfo(part: Part, say: StartMessages, theirs: Theirs, level: number): TemplateResult {
  const title = heading(level, theirs(part.title), 'part-title');
  if (part.kind === 'evidence') {
    const kinds = part.artifacts.kinds.map((kind) => say.kinds[kind]);
    return html`${title}
      <p class="small">${say.artifacts(kinds)}. ${part.evidence.locator === 'required' ? say.locatorRequired : nothing}</p>
      ${part.instructions ? html`<p>${theirs(part.instructions)}</p>` : nothing}`;
  }
  const asked = part.prompts.filter(({ kind }) => kind !== 'may');
  const limits = part.words ?? (part.layout === 'per-prompt' ? undefined : {});
  return html`${title}
    <p class="small">${[say.questions(asked.length), limits && say.words(limits.min, limits.max)].filter(Boolean).join(' · ')}</p>
    ${part.instructions ? html`<p>${theirs(part.instructions)}</p>` : nothing}
    <ul class="plain prompts">
      ${asked.map(({ text, words }) => html`<li>${theirs(text)}${words && part.layout === 'per-prompt' ? html` <span class="small">${say.words(words.min, words.max)}</span>` : nothing}</li>`)}
    </ul>`;
}

function outcomeInfo(outcome: Outcome, theirs: Theirs, level: number): TemplateResult {
  return html`<li>
    <span class="number figures">${outcome.code}</span>
    <div>
      ${heading(level, theirs(outcome.statement), 'outcome-title')}
      ${
        outcome.alignments.length
          ? html`<p class="small">${theirs(outcome.alignments.map(({ code, title }) => (title ? `${code} ${title}` : code)).join(' · '))}</p>`
          : nothing
      }
      ${
        outcome.details.length
          ? html`<ol class="details">
            ${outcome.details.map(({ code, statement }) => html`<li><span class="code figures">${code}</span>${theirs(statement)}</li>`)}
          </ol>`
          : nothing
      }
    </div>
  </li>`;
}
