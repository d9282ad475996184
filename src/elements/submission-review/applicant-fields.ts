import { ContextConsumer } from '@lit/context';
import { html, LitElement, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { servicesContext } from '../../context/keys.js';
import { MessagesController } from '../../context/messages-controller.js';
import { StoreController } from '../../context/store-controller.js';
import { remedyMessages } from '../../locales/remedies.js';
import { reviewMessages, type ReviewMessages } from '../../locales/review.js';
import type { Affiliate } from '../../model/affiliate.js';
import type { Applicant } from '../../model/applicant.js';
import { applicantGaps } from '../../model/facts.js';
import { base } from '../../theme/base.js';
import { tokens } from '../../theme/tokens.js';
import { heading } from '../heading.js';
import { PressHold } from '../press-hold.js';
import { typed } from '../typed.js';
import { styles } from './applicant-fields.styles.js';

/** One question about the person. `id` is `name`, `email`, `terms`, or an id of the affiliate's behind `own/`. */
interface Field {
  id: string;
  /** The id under which a gap is reported; none where it may stay empty. */
  gap?: string;
  label: string;
  hint: string;
  type: 'text' | 'email' | 'tel' | 'date' | 'choice' | 'lines';
  required: boolean;
  autocomplete: 'name' | 'email' | 'tel' | 'off';
  options?: readonly string[];
  value: string;
}

/**
 * Who hands in: name and e-mail, what the affiliate asks for, and names that should not appear in the work. Kept apart
 * from the portfolio, at every input.
 *
 * @summary The fields about the person.
 * @csspart field - One field with its label.
 */
export class McApplicantFields extends LitElement {
  static override styles = [tokens, base, styles];

  /** Level of the heading. */
  @property({ type: Number }) headingLevel = 4;

  /** Fields whose gaps are said: those that were left with something in them, and all once someone was led here. */
  @state() private told = new Set<string>();

  private messages = new MessagesController(this, reviewMessages);
  private remedies = new MessagesController(this, remedyMessages);
  private applicant = new StoreController(this, (slice) => slice.applicant);
  private affiliate = new StoreController(this, (slice) => slice.affiliate);
  private readOnly = new StoreController(this, (slice) => slice.readOnly !== undefined);
  private hold = new PressHold(this);
  private services = new ContextConsumer(this, { context: servicesContext, subscribe: true });

  /** What is typed in the field that has focus, as it is typed; what is kept may be tidier. */
  #typed = new Map<string, string>();

  override disconnectedCallback(): void {
    this.#typed.clear();
    super.disconnectedCallback();
  }

  /** Moves focus to the first field that is needed and empty. */
  async focusGap(): Promise<void> {
    const applicant = this.applicant.value;
    if (!applicant) return;
    const fields = this.#fields(applicant);
    const gaps = applicantGaps(applicant, this.affiliate.value);
    this.told = new Set(fields.map(({ id }) => id));
    await this.updateComplete;
    const at = fields.findIndex(({ gap }) => gap !== undefined && gaps.includes(gap));
    this.renderRoot.querySelector<HTMLElement>(`#field-${Math.max(0, at)}`)?.focus();
  }

  protected override shouldUpdate(): boolean {
    return !this.hasUpdated || !this.hold.isPressed;
  }

  override render() {
    const applicant = this.applicant.value;
    if (!applicant) return nothing;
    const { say } = this.messages;
    const gaps = applicantGaps(applicant, this.affiliate.value);
    return html`<section aria-labelledby="title">
      ${heading(this.headingLevel, say.about.title, 'section-title', 'title')}
      <p class="small">${say.about.apart}</p>
      <fieldset class="fields" ?disabled=${this.readOnly.value === true} @focusout=${this.#onLeave}>
        ${repeat(
          this.#fields(applicant),
          ({ id }) => id,
          (field, at) => this.field(field, at, field.gap !== undefined && gaps.includes(field.gap), say),
        )}
      </fieldset>
    </section>`;
  }

  private field(field: Field, at: number, isGap: boolean, say: ReviewMessages) {
    const invalid = isGap && this.told.has(field.id);
    const described = `hint-${at}${invalid ? ` error-${at}` : ''}`;
    return html`<div class="field" part="field">
      <label for="field-${at}">
        ${field.label}${field.required ? nothing : html` <span class="optional">${say.about.optional}</span>`}
      </label>
      ${this.control(field, at, invalid, described, say)}
      <p class="hint" id="hint-${at}">${field.hint}</p>
      ${
        invalid
          ? html`<p class="error" id="error-${at}">
            ${this.remedies.say.remedy['applicant.field-missing']?.({ field: field.gap ?? '' })}
          </p>`
          : nothing
      }
    </div>`;
  }

  private control(field: Field, at: number, invalid: boolean, described: string, say: ReviewMessages) {
    const set = (value: string) => this.#set(field.id, value);
    if (field.type === 'choice') {
      const known = field.options ?? [];
      return html`<select
        class="input"
        id="field-${at}"
        data-field=${field.id}
        ?required=${field.required}
        aria-invalid=${invalid ? 'true' : 'false'}
        aria-describedby=${described}
        @change=${(event: Event) => set((event.target as HTMLSelectElement).value)}
      >
        <option value="" ?selected=${field.value === ''}>${say.about.choose}</option>
        ${field.value !== '' && !known.includes(field.value) ? html`<option selected>${field.value}</option>` : nothing}
        ${known.map((option) => html`<option ?selected=${option === field.value}>${option}</option>`)}
      </select>`;
    }
    if (field.type === 'lines') {
      return html`<textarea
        class="input"
        id="field-${at}"
        data-field=${field.id}
        rows="3"
        autocomplete="off"
        aria-describedby=${described}
        ${typed(field.value, set)}
      ></textarea>`;
    }
    return html`<input
      class="input"
      id="field-${at}"
      data-field=${field.id}
      type=${field.type}
      autocomplete=${field.autocomplete}
      ?required=${field.required}
      aria-invalid=${invalid ? 'true' : 'false'}
      aria-describedby=${described}
      ${typed(field.value, set)}
    />`;
  }

  #fields(applicant: Applicant): Field[] {
    const { about } = this.messages.say;
    const shown = (id: string, kept: string) => this.#typed.get(id) ?? kept;
    return [
      {
        id: 'name',
        gap: 'name',
        label: about.name,
        hint: about.nameHint,
        type: 'text',
        required: true,
        autocomplete: 'name',
        value: shown('name', applicant.name),
      },
      {
        id: 'email',
        gap: 'email',
        label: about.email,
        hint: about.emailHint,
        type: 'email',
        required: true,
        autocomplete: 'email',
        value: shown('email', applicant.email),
      },
      ...ownFields(this.affiliate.value).map((field): Field => {
        const id = own + field.id;
        return {
          id,
          label: field.label,
          hint: field.purpose,
          type: field.type,
          required: field.required,
          autocomplete: field.type === 'tel' || field.type === 'email' ? field.type : 'off',
          value: shown(id, applicant.fields[field.id] ?? ''),
          ...(field.required && { gap: field.id }),
          ...(field.options && { options: field.options }),
        };
      }),
      {
        id: 'terms',
        label: about.terms,
        hint: about.termsHint,
        type: 'lines',
        required: false,
        autocomplete: 'off',
        value: shown('terms', applicant.identifyingTerms.join('\n')),
      },
    ];
  }

  #set(id: string, value: string): void {
    this.#typed.set(id, value);
    const services = this.services.value;
    if (id === 'terms') services?.setApplicant({ identifyingTerms: linesOf(value) });
    else if (id === 'name' || id === 'email') services?.setApplicant({ [id]: value });
    else {
      // Those of the store, which another field of this task may have changed since the last render.
      const fields = this.applicant.store?.getState().applicant.fields;
      services?.setApplicant({ fields: { ...fields, [id.slice(own.length)]: value } });
    }
  }

  #onLeave = (event: FocusEvent): void => {
    const field = event.target as HTMLInputElement;
    this.#typed.clear();
    const id = field.dataset['field'];
    if (id !== undefined && field.value !== '') this.told = new Set([...this.told, id]);
    this.requestUpdate();
  };
}

/** An affiliate's ids must not meet ours. */
const own = 'own/';
const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
const ownFields = (affiliate: Affiliate | undefined) => affiliate?.applicantFields ?? [];
