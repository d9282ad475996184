import { html, LitElement, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { MessagesController } from '../../context/messages-controller.js';
import { StoreController } from '../../context/store-controller.js';
import { DraftBeginEvent, DraftImportEvent } from '../../events/draft.js';
import { startMessages } from '../../locales/start.js';
import type { Affiliate } from '../../model/affiliate.js';
import type { Credential } from '../../model/credential.js';
import type { DraftSummary } from '../../state/ports.js';
import { base } from '../../theme/base.js';
import { backIcon, fileIcon, forwardIcon, historyIcon } from '../../theme/icons.js';
import { tokens } from '../../theme/tokens.js';
import { heading } from '../heading.js';
import { ownWords } from '../own-words.js';
import { affiliateInfo } from './affiliate-info.js';
import { credentialInfo } from './credential-info.js';
import { styles } from './start-screen.styles.js';

/**
 * What a credential asks and who offers it; before a draft is open also the ways to begin. Never shows whose draft it
 * is: a draft that is not tied to a person is offered by its time alone.
 *
 * @summary Overview of a credential, and how to begin.
 * @fires {DraftBeginEvent} mc-draft-begin - Begin, or continue the draft chosen.
 * @fires {DraftImportEvent} mc-draft-import - A saved draft file was chosen.
 * @fires {Event} mc-draft-new - Start new although there are drafts.
 * @csspart begin - The place with the ways to begin.
 */
export class McStartScreen extends LitElement {
  static override styles = [tokens, base, styles];

  @property({ attribute: false }) credential: Credential | undefined;
  @property({ attribute: false }) affiliate: Affiliate | undefined;
  /** Drafts of this browser to choose from. */
  @property({ attribute: false }) drafts: readonly DraftSummary[] = [];
  /** No draft is open: show how to begin. */
  @property({ type: Boolean }) choosing = false;
  @property({ type: Number }) headingLevel = 2;

  @state() private shared = false;
  private messages = new MessagesController(this, startMessages);
  private ofForm = new StoreController(this, (s) => s.affiliate);

  /** Focus goes to the title, so that a reader hears where they are. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('.title')?.focus(options);
  }

  override render() {
    const { credential, headingLevel } = this;
    if (!credential) return nothing;
    const { say } = this.messages;
    const affiliate = this.affiliate ?? this.ofForm.value;
    const theirs = (words: unknown) => ownWords(words, credential.language);
    const overview = html`<p class="overview">${theirs(credential.overview)}</p>
      ${credential.notice ? html`<p class="note">${theirs(credential.notice)}</p>` : nothing}`;
    // Who comes back wants to go on: that stands right under the title.
    const back = this.choosing && this.drafts.length > 0;
    return html`<article class=${this.choosing ? 'alone' : ''}>
      <header class="head">
        ${affiliate?.libraryUrl ? html`<p><a class="back" href=${affiliate.libraryUrl}>${backIcon()}${say.back}</a></p>` : nothing}
        <p class="kicker">${[affiliate ? say.offered(affiliate.name) : credential.issuer.name, credential.domain, credential.strand].filter(Boolean).join(' · ')}</p>
        ${heading(headingLevel, theirs(credential.title), 'title', undefined, true)}
        ${back ? nothing : overview}
      </header>
      ${this.choosing ? this.#begin() : nothing}
      ${back ? html`<div class="about">${overview}</div>` : nothing}
      ${credentialInfo(credential, say, headingLevel + 1)} ${affiliateInfo(affiliate, credential, say, headingLevel + 1)}
    </article>`;
  }

  #begin() {
    const { say } = this.messages;
    return html`<section class="begin" part="begin">
      ${
        this.drafts.length
          ? html`${heading(this.headingLevel + 1, say.drafts, 'begin-title')}
            <p class="small">${say.draftsLead}</p>
            <ul class="drafts">
              ${repeat(
                this.drafts,
                ({ id }) => id,
                (draft) => this.#draft(draft),
              )}
            </ul>`
          : nothing
      }
      <div class="ways">
        <button type="button" class="button ${this.drafts.length ? '' : 'main'}" @click=${() => this.dispatchEvent(new DraftBeginEvent(undefined, this.shared))}>
          ${this.drafts.length ? say.beginNew : html`${say.begin}${forwardIcon()}`}
        </button>
        <label class="button quiet file">
          ${fileIcon()}${say.openFile}
          <input type="file" class="only-heard" accept=".zip,application/zip" aria-describedby="open-hint" @change=${this.#onFile} />
        </label>
        <span id="open-hint" class="only-heard">${say.openFileHint}</span>
      </div>
      <label class="shared">
        <input type="checkbox" .checked=${this.shared} @change=${(event: Event) => (this.shared = (event.target as HTMLInputElement).checked)} />
        <span>${say.shared}<span class="small">${this.shared ? say.sharedHint : say.kept}</span></span>
      </label>
    </section>`;
  }

  #draft(draft: DraftSummary) {
    const { say, format } = this.messages;
    const there = (this.affiliate ?? this.ofForm.value)?.name;
    const copied = draft.copiedAt && say.draftCopied(format.ago(draft.copiedAt, Date.now()));
    const kept = draft.remote ? say.draftThere(there) : !copied && say.draftNoCopy;
    const lines = [draft.handedIn && say.draftHandedIn, kept, copied].filter(Boolean).join('\u00a0· ');
    return html`<li>
      <button type="button" class="draft" @click=${() => this.dispatchEvent(new DraftBeginEvent(draft.id, false))}>
        ${historyIcon()}
        <span><b>${say.draft(format.dateTime(draft.changedAt))}</b><span class="small">${lines}</span></span>
        ${forwardIcon()}
      </button>
    </li>`;
  }

  #onFile = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const [file] = input.files ?? [];
    if (file) this.dispatchEvent(new DraftImportEvent(file, this.shared));
    input.value = '';
  };
}
