import { html, nothing, type TemplateResult } from 'lit';
import type { FormMessages } from '../../locales/en/form.js';
import type { Credential } from '../../model/credential.js';
import { closeIcon } from '../../theme/icons.js';
import { companion, type CompanionName } from './companions.js';
import type { View } from './views.js';

/** What comes up over the form when there is no room beside it, or when it must be answered first. */
export type SheetName = CompanionName | 'contents' | 'versions' | 'remove';

interface SheetOptions {
  say: FormMessages;
  name: SheetName | undefined;
  view: View;
  credential: Credential;
  headingLevel: number;
  checklist: TemplateResult;
  /** Who else has a copy, to be named before removing. */
  otherCopy: string | undefined;
  close(): void;
  saveCopy(): void;
  remove(): void;
}

export function sheet(options: SheetOptions): TemplateResult {
  const { say, name, close } = options;
  const title = name === 'versions' ? say.earlierVersions : name === 'remove' ? say.removeTitle : name ? say[name] : '';
  const place = name === 'remove' ? 'middle' : name === 'contents' ? 'start' : 'end';
  return html`<dialog class="sheet ${place}" aria-labelledby="sheet-title" @cancel=${close}
    @close=${(event: Event) => {
      // Told late: by then it may be open again.
      if (!(event.currentTarget as HTMLDialogElement).open) close();
    }} @pointerdown=${(event: PointerEvent) => {
      // Beside the sheet; Esc closes it as any dialog.
      if (event.target === event.currentTarget) close();
    }}>
    ${
      name
        ? html`<div class="sheet-body">
          <div class="sheet-top">
            <p id="sheet-title" class="sheet-title">${title}</p>
            <button type="button" class="button quiet compact" aria-label=${say.close} @click=${close}>${closeIcon()}</button>
          </div>
          ${content(name, options)}
        </div>`
        : nothing
    }
  </dialog>`;
}

function content(
  name: SheetName,
  { say, view, credential, headingLevel, checklist, otherCopy, close, saveCopy, remove }: SheetOptions,
): TemplateResult {
  if (name === 'contents') return checklist;
  if (name === 'versions') return html`<mc-earlier-versions @close=${close}></mc-earlier-versions>`;
  if (name !== 'remove') return companion(name, view, credential, headingLevel);
  return html`<p>${say.removeText(otherCopy)}</p>
    <div class="choices">
      <button type="button" class="button" @click=${saveCopy}>${say.saveCopyFirst}</button>
      <button type="button" class="button" @click=${close}>${say.cancel}</button>
      <button type="button" class="button danger" @click=${remove}>${say.removeConfirm}</button>
    </div>`;
}
