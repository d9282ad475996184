import { html, nothing, type TemplateResult } from 'lit';
import type { FormMessages } from '../../locales/en/form.js';
import type { Credential } from '../../model/credential.js';
import { companion, type CompanionName } from './companions.js';
import type { View } from './views.js';

interface SideOptions {
  say: FormMessages;
  companions: readonly CompanionName[];
  shown: CompanionName;
  view: View;
  credential: Credential;
  headingLevel: number;
  choose(name: CompanionName): void;
}

/** The column with what must be at hand, as tabs where there is more than one thing. */
export function side({ say, companions, shown, view, credential, headingLevel, choose }: SideOptions): TemplateResult {
  const tabbed = companions.length > 1;
  const content = companion(shown, view, credential, headingLevel);
  return html`<aside class="side" part="side" aria-label=${say.companions}>
    ${
      tabbed
        ? html`<div class="tabs" role="tablist" aria-label=${say.companions} @keydown=${(event: KeyboardEvent) => onKey(event, companions, shown, choose)}>
          ${companions.map(
            (name) => html`<button
              type="button" role="tab" id="tab-${name}" aria-controls="at-hand" aria-selected=${name === shown ? 'true' : 'false'}
              tabindex=${name === shown ? 0 : -1} @click=${() => choose(name)}
            >${say[name]}</button>`,
          )}
        </div>`
        : nothing
    }
    ${tabbed ? html`<div id="at-hand" role="tabpanel" aria-labelledby="tab-${shown}">${content}</div>` : content}
  </aside>`;
}

/** Arrows, Home and End, as in any row of tabs; focus goes along. */
function onKey(
  event: KeyboardEvent,
  companions: readonly CompanionName[],
  shown: CompanionName,
  choose: (name: CompanionName) => void,
): void {
  const list = event.currentTarget as HTMLElement;
  const forward = getComputedStyle(list).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  const here = companions.indexOf(shown);
  const to =
    event.key === 'Home'
      ? 0
      : event.key === 'End'
        ? companions.length - 1
        : event.key === 'ArrowLeft' || event.key === 'ArrowRight'
          ? here + (event.key === forward ? 1 : -1)
          : undefined;
  const name = to === undefined ? undefined : companions[(to + companions.length) % companions.length];
  if (!name) return;
  event.preventDefault();
  choose(name);
  list.querySelector<HTMLElement>(`#tab-${name}`)?.focus();
}
