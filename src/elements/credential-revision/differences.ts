import { html, nothing, type TemplateResult } from 'lit';
import type { RevisionMessages } from '../../locales/revision.js';
import type { Revision } from '../../model/rebase.js';

/** Every difference with the words before and after. */
export function differences(changes: readonly Revision[], say: RevisionMessages, language: string): TemplateResult {
  if (changes.length === 0) return html`<p>${say.nothing}</p>`;
  return html`<ul class="changes">
    ${changes.map(
      ({ kind, what, before, after }) => html`<li part="change">
        <p class="what"><strong>${say.kinds[kind]}</strong> ${say.what[what]}</p>
        ${
          before === undefined
            ? nothing
            : html`<p class="before">
              ${kind === 'changed' ? html`<span class="label">${say.before}</span> ` : nothing}<del lang=${language}>${words(what, before, say)}</del>
            </p>`
        }
        ${
          after === undefined
            ? nothing
            : html`<p class="after">
              ${kind === 'changed' ? html`<span class="label">${say.after}</span> ` : nothing}<ins lang=${language}>${words(what, after, say)}</ins>
            </p>`
        }
      </li>`,
    )}
  </ul>`;
}

/** Limits come as `1000–∞`; all else comes in the credential's own words. */
function words(what: Revision['what'], text: string, say: RevisionMessages): string {
  const [, min, max] = (what === 'words' && /^(\d+)–(\d+|∞)$/.exec(text)) || [];
  return min === undefined ? text : say.limits(Number(min), max === '∞' ? undefined : Number(max));
}
