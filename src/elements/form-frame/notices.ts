import { html, nothing } from 'lit';
import type { FormMessages } from '../../locales/en/form.js';
import type { Stage } from '../../model/stage.js';
import type { PortfolioState } from '../../state/state.js';
import { infoIcon, lockIcon, warnIcon } from '../../theme/icons.js';

interface NoticeOptions {
  say: FormMessages;
  readOnly: PortfolioState['readOnly'];
  stage: Stage | undefined;
  damaged: number;
  revised: boolean;
  /** The receipt is in sight. */
  atReceipt: boolean;
  onReload(): unknown;
  onLeave(): unknown;
  onReceipt(): unknown;
  onDamaged(): unknown;
}

/** What must be said about the whole before anything else: why it cannot be edited, what could not be read. */
export function notices({
  say,
  readOnly,
  stage,
  damaged,
  revised,
  atReceipt,
  onReload,
  onLeave,
  onReceipt,
  onDamaged,
}: NoticeOptions) {
  const action = (words: string, act: () => unknown) =>
    html`<button type="button" class="link" @click=${act}>${words}</button>`;
  return html`
    ${readOnly === 'newer-version' ? html`<div class="note warn" role="alert">${warnIcon()}<p>${say.newerVersion} ${action(say.reload, onReload)}</p></div>` : nothing}
    ${readOnly === 'removed' ? html`<div class="note warn" role="alert">${warnIcon()}<p>${say.removedElsewhere} ${action(say.startAgain, onLeave)}</p></div>` : nothing}
    ${readOnly === 'sending' ? html`<div class="note">${lockIcon()}<p>${say.sending}</p></div>` : nothing}
    ${
      readOnly === 'stage' && !atReceipt
        ? html`<div class="note">${lockIcon()}<p>${stage === 'handed-over' ? say.handedOver : say.handedIn} ${action(say.seeReceipt, onReceipt)}</p></div>`
        : nothing
    }
    ${globalThis.isSecureContext ? nothing : html`<div class="note warn">${infoIcon()}<p>${say.notPrivate}</p></div>`}
    ${damaged > 0 ? html`<div class="note warn">${warnIcon()}<p>${say.damaged(damaged)} ${action(say.saveDamaged, onDamaged)}</p></div>` : nothing}
    ${revised ? html`<mc-credential-revision></mc-credential-revision>` : nothing}
  `;
}
