import { html, nothing, type TemplateResult } from 'lit';
import type { FormMessages } from '../../locales/en/form.js';
import type { Progress } from '../../model/requirement.js';
import { forwardIcon, nextIcon } from '../../theme/icons.js';
import type { CompanionName } from './companions.js';

/** Where the way leads on, in words. */
export interface NextStep {
  words: string;
  go(): void;
}

/** Under the header where there is no room for the checklist: where one is, and the way to all the rest. */
export function strip(
  say: FormMessages,
  place: string,
  progress: Progress | undefined,
  openContents: () => void,
): TemplateResult {
  return html`<div class="strip">
    <button type="button" class="contents" aria-haspopup="dialog" aria-label=${say.openContents(place)} @click=${openContents}>
      <span class="where">${place}</span>${nextIcon()}
    </button>
    ${progress ? html`<span class="small figures">${progressLine(say, progress)}</span>` : nothing}
  </div>`;
}

function progressLine(say: FormMessages, { details, texts }: Progress): string {
  const lines = [
    details.all > 0 && say.progress(details.done, details.all),
    texts.all > 0 && say.progressTexts(texts.done, texts.all),
  ];
  return lines.filter((line) => line !== false).join(' · ');
}

/** Buttons for what stands beside the work where there is room. */
export function atHand(say: FormMessages, companions: readonly CompanionName[], open: (name: CompanionName) => void) {
  if (companions.length === 0) return nothing;
  return html`<div class="at-hand">
    ${companions.map(
      (name) =>
        html`<button type="button" class="button compact" aria-haspopup="dialog" @click=${() => open(name)}>${say[name]}</button>`,
    )}
  </div>`;
}

/** Under the work: the next step, and for texts the way back. */
export function foot(
  say: FormMessages,
  next: NextStep | undefined,
  openVersions: (() => void) | undefined,
): TemplateResult {
  return html`<footer class="foot">
    ${
      openVersions
        ? html`<button type="button" class="button quiet" @click=${openVersions}>${say.earlierVersions}</button>`
        : html`<span></span>`
    }
    ${next ? html`<button type="button" class="button main" @click=${next.go}>${next.words}${forwardIcon()}</button>` : nothing}
  </footer>`;
}

/** At the lower edge of a phone: how far it is, and the next step. */
export function dock(say: FormMessages, { details, texts }: Progress, next: NextStep | undefined): TemplateResult {
  return html`<div class="dock" part="dock">
    <p class="figures">
      <strong>${say.progress(details.done, details.all)}</strong>
      <span class="small">${say.progressTexts(texts.done, texts.all)}</span>
    </p>
    ${next ? html`<button type="button" class="button main" @click=${next.go}>${next.words}</button>` : nothing}
  </div>`;
}
