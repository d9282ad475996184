import { html, LitElement, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { MessagesController } from '../../context/messages-controller.js';
import { StoreController } from '../../context/store-controller.js';
import { reviewMessages } from '../../locales/review.js';
import type { Attestation } from '../../model/credential.js';
import type { SignedAttestation } from '../../model/portfolio.js';
import { base } from '../../theme/base.js';
import { warnIcon } from '../../theme/icons.js';
import { tokens } from '../../theme/tokens.js';
import { heading } from '../heading.js';
import { typed } from '../typed.js';
import { styles } from './attestations.styles.js';

/**
 * The statements that the credential asks to confirm, as real checkboxes, some with a few words beside them. One that
 * was cleared because the work changed says so.
 *
 * @summary What the person confirms.
 * @csspart statement - One statement with its checkbox.
 */
export class McAttestations extends LitElement {
  static override styles = [tokens, base, styles];

  /** Level of the heading. */
  @property({ type: Number }) headingLevel = 4;

  private messages = new MessagesController(this, reviewMessages);
  private credential = new StoreController(this, (state) => state.credential);
  private signed = new StoreController(this, (state) => state.portfolio.attestations);
  private readOnly = new StoreController(this, (state) => state.readOnly !== undefined);

  /** Moves focus to what is missing of a statement: its checkbox, or the words beside it. */
  focusStatement(id: string): void {
    const at = this.credential.value?.attestations.findIndex((each) => each.id === id) ?? -1;
    const box = this.renderRoot.querySelector<HTMLInputElement>(`#sign-${at}`);
    const words = this.renderRoot.querySelector<HTMLElement>(`#words-${at}`);
    (box?.checked && words ? words : box)?.focus();
  }

  override render() {
    const credential = this.credential.value;
    if (!credential?.attestations.length) return nothing;
    return html`<section aria-labelledby="title">
      ${heading(this.headingLevel, this.messages.say.confirm.title, 'section-title', 'title')}
      <ul>
        ${repeat(
          credential.attestations,
          ({ id }) => id,
          (attestation, at) =>
            html`<li>${this.statement(
              attestation,
              at,
              this.signed.value?.find((each) => each.attestation === attestation.id),
            )}</li>`,
        )}
      </ul>
    </section>`;
  }

  private statement({ id, statement, text }: Attestation, at: number, entry: SignedAttestation | undefined) {
    const { say, format } = this.messages;
    const cleared = entry?.cleared !== undefined && !entry.signed ? entry.cleared : undefined;
    const disabled = this.readOnly.value === true;
    return html`<label class="statement" part="statement">
        <input
          type="checkbox"
          id="sign-${at}"
          aria-describedby=${cleared === undefined ? nothing : `cleared-${at}`}
          ?disabled=${disabled}
          .checked=${live(entry?.signed ?? false)}
          @change=${(event: Event) => this.#sign(id, (event.target as HTMLInputElement).checked)}
        />
        <span lang=${this.credential.value?.language ?? nothing}>${statement}</span>
      </label>
      ${
        cleared === undefined
          ? nothing
          : html`<p class="note warn" id="cleared-${at}">${warnIcon()}<span>${say.confirm.cleared(format.dateTime(cleared))}</span></p>`
      }
      ${text ? this.words(id, text, at, entry, disabled) : nothing}`;
  }

  private words(
    id: string,
    text: NonNullable<Attestation['text']>,
    at: number,
    entry: SignedAttestation | undefined,
    disabled: boolean,
  ) {
    const { say } = this.messages;
    const missing = text.required && entry?.signed === true && !entry.text?.trim();
    return html`<div class="field">
      <label for="words-${at}" lang=${this.credential.value?.language ?? nothing}>${text.label}</label>
      <textarea
        class="input"
        id="words-${at}"
        rows="1"
        ?required=${text.required}
        ?disabled=${disabled}
        aria-invalid=${missing ? 'true' : 'false'}
        aria-describedby=${missing ? `missing-${at}` : nothing}
        ${typed(entry?.text ?? '', (value) => this.#say(id, value))}
      ></textarea>
      ${missing ? html`<p class="error" id="missing-${at}">${say.confirm.textMissing}</p>` : nothing}
    </div>`;
  }

  #sign(attestation: string, signed: boolean): void {
    this.signed.store?.apply({ kind: 'attestation-sign', attestation, signed });
    // What could not be signed (another tab handed it in meanwhile) must not look signed.
    this.requestUpdate();
  }

  #say(attestation: string, text: string): void {
    const signed = this.signed.value?.find((each) => each.attestation === attestation)?.signed ?? false;
    this.signed.store?.apply({ kind: 'attestation-sign', attestation, signed, text });
  }
}
