import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { ReviewMessages } from '../../locales/review.js';
import { nextIcon, stateIcon } from '../../theme/icons.js';
import type { RemainingRow } from './what-remains.js';

/** A list of buttons, one for each thing, that lead there. */
export function remainingList(
  rows: readonly RemainingRow[],
  { label, say, open }: { label: string; say: ReviewMessages; open: (row: RemainingRow) => void },
): TemplateResult {
  return html`<ul class="rows" aria-label=${label}>
    ${repeat(
      rows,
      ({ id }) => id,
      (row) => html`<li>
        <button type="button" class="row" part="row" @click=${() => open(row)}>
          ${stateIcon(row.state)}
          <span class="words">
            <span class="name" lang=${row.language ?? nothing}>${row.name}</span>
            <span class="only-heard">(${say.states[row.state]})</span>
            <span class="line figures">${row.line}</span>
          </span>
          ${nextIcon()}
        </button>
        ${
          row.upload
            ? html`<progress aria-label=${say.uploadProgress} .max=${Math.max(1, row.upload.size)} .value=${row.upload.sent}></progress>`
            : nothing
        }
      </li>`,
    )}
  </ul>`;
}
