import { adoptStyles, html, LitElement, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { MessagesController } from '../../context/messages-controller.js';
import { narrativeFieldMessages } from '../../locales/narrative-field.js';
import type { WordLimits } from '../../model/credential.js';
import { countWords } from '../../model/words.js';
import { base } from '../../theme/base.js';
import { tokens } from '../../theme/tokens.js';
import { warnOnce } from '../warn.js';
import type { EditorInside } from './editor-inside.js';
import { wordLevel } from './word-level.js';

/**
 * A plain text field with a live word count. Alone it is a form control whose value is the text; inside of a
 * portfolio form, with `part`, it writes one narrative. This class is the form control; what is seen of it
 * (`EditorInside`) is loaded when the first one stands in a page.
 *
 * @summary A text with a live word count, minimum and maximum.
 * @fires {InputEvent} input - At every edit.
 * @fires {Event} change - When the field is left after an edit.
 * @fires {AnnounceEvent} mc-announce - In a form, when a limit was crossed and typing paused.
 * @csspart label - The visible label.
 * @csspart frame - The frame around text and count.
 * @csspart text - The text field, or the text where it can only be read.
 * @csspart count - The count under the text.
 * @cssprop --mc-narrative-editor-lines - The least height in lines (14; 10 when narrow).
 * @cssstate minimum-reached - There are as many words as are asked for.
 * @cssstate over-maximum - There are more words than are allowed.
 */
export class McNarrativeEditor extends LitElement {
  static readonly formAssociated = true;
  static override styles = [tokens, base];

  @property({ reflect: true }) name = '';
  @property() label = '';
  /** The label is heard and not seen: something beside the field says the same. */
  @property({ type: Boolean, attribute: 'label-hidden' }) labelHidden = false;
  @property() placeholder = '';
  /** What the text is before anything was typed, and after the form is reset. */
  @property({ attribute: 'value' }) defaultValue = '';
  @property({ type: Number, attribute: 'min-words' }) minWords: number | undefined;
  @property({ type: Number, attribute: 'max-words' }) maxWords: number | undefined;
  @property({ type: Boolean }) required = false;
  @property({ type: Boolean, reflect: true }) disabled = false;
  @property({ type: Boolean, attribute: 'readonly' }) readOnly = false;
  /** The id of the part that is written, inside of a portfolio form. */
  @property({ attribute: 'part-id' }) partId: string | undefined;
  /** The id of the prompt that is answered, where each has a text of its own. */
  @property() prompt: string | undefined;
  /** Level of the larger headings where the text is shown for reading. */
  @property({ attribute: false }) headingLevel = 4;

  /** A form was to be sent, and this text did not fit. */
  @state() private asked = false;
  @state() private failed = false;

  private messages = new MessagesController(this, narrativeFieldMessages);

  #internals = this.attachInternals();
  #value: string | undefined;
  #counted = { text: '', words: 0 };
  #inside: EditorInside | undefined;
  #loading: Promise<void> | undefined;

  /** The text, with line feeds. */
  @property({ attribute: false })
  get value(): string {
    return this.#inside?.boundValue ?? this.#value ?? this.defaultValue;
  }
  set value(value: string) {
    this.#value = String(value ?? '').replace(/\r\n?/g, '\n');
    this.#inside?.show(this.#value);
    this.commit();
  }

  /** Words that count, by the profile mc-words/1. */
  get words(): number {
    const bound = this.#inside?.boundCount;
    if (bound) return bound.words;
    if (this.#counted.text !== this.value) this.#counted = { text: this.value, words: countWords(this.value) };
    return this.#counted.words;
  }

  /** How many words there must and may be: what the attributes say, else the credential. */
  get limits(): WordLimits {
    const asked = this.#inside?.askedLimits;
    return { min: given(this.minWords) ?? asked?.min, max: given(this.maxWords) ?? asked?.max };
  }

  get form(): HTMLFormElement | null {
    return this.#internals.form;
  }
  get labels(): NodeList {
    return this.#internals.labels;
  }
  get validity(): ValidityState {
    return this.#internals.validity;
  }
  get validationMessage(): string {
    return this.#internals.validationMessage;
  }
  get willValidate(): boolean {
    return this.#internals.willValidate;
  }
  checkValidity(): boolean {
    return this.#internals.checkValidity();
  }
  reportValidity(): boolean {
    return this.#internals.reportValidity();
  }

  override focus(options?: FocusOptions): void {
    const area = this.#area;
    if (area) area.focus(options);
    else void this.updateComplete.then(() => this.#area?.focus(options));
  }

  /** Called by the browser: the form was reset. */
  formResetCallback(): void {
    // The work of a portfolio is not undone by a button of the page around it.
    if (this.partId != null) return;
    this.asked = false;
    this.value = this.defaultValue;
    this.#value = undefined;
  }

  /** Called by the browser: it, or a fieldset around it, was disabled or enabled. */
  formDisabledCallback(): void {
    // It may come in the middle of an update, by the reflected attribute; what is asked for there would be dropped.
    void this.updateComplete.then(() => this.requestUpdate());
  }

  /** Called by the browser: it brings back what was there before the page was left. */
  formStateRestoreCallback(text: unknown): void {
    if (this.partId == null && typeof text === 'string') this.value = text;
  }

  /** @internal Whether the field should be marked as wrong: only once the form was to be sent. */
  get isMarked(): boolean {
    return this.asked && !this.validity.valid;
  }

  /** @internal The person typed. */
  typed(text: string): void {
    this.#value = text;
    this.commit();
    this.requestUpdate();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('click', this.#focusByLabel);
    this.addEventListener('invalid', this.#onInvalid);
    this.commit();
    if (!this.#inside) this.#load();
    else this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener('click', this.#focusByLabel);
    this.removeEventListener('invalid', this.#onInvalid);
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    await this.#loading;
    return super.getUpdateComplete();
  }

  protected override updated(): void {
    this.commit();
  }

  override render() {
    if (this.#inside) return this.#inside.render();
    if (!this.failed) return nothing;
    const { say } = this.messages;
    return html`<p class="note bad" role="alert"><span>${say.failed}
      <button class="link" type="button" @click=${this.#load}>${say.again}</button></span></p>`;
  }

  #load = () => {
    this.failed = false;
    // A chunk that fails to load is tried once more before the person is told.
    this.#loading ??= import('./editor-inside.js')
      .catch(() => import('./editor-inside.js'))
      .then(
        ({ EditorInside, insideStyles }) => {
          adoptStyles(this.renderRoot as ShadowRoot, [tokens, base, ...insideStyles]);
          this.#inside = new EditorInside(this);
          if (this.partId != null && this.#value !== undefined) this.#inside.show(this.#value);
          this.requestUpdate();
        },
        () => {
          this.failed = true;
          this.#loading = undefined;
        },
      );
  };

  /** Value and validity must be right at once, not after the next rendering: a form may be sent in between. */
  private commit(): void {
    if (this.partId == null || this.name) this.#internals.setFormValue(this.value);
    const { say } = this.messages;
    const { words, limits } = this;
    const level = wordLevel(words, limits);
    const { min = 0, max = 0 } = limits;
    const set = (flags: ValidityStateFlags, message: string) =>
      this.#internals.setValidity(flags, message, this.#area ?? undefined);
    if (words === 0 && this.required) set({ valueMissing: true }, say.missing);
    else if (words > 0 && level === 'below') set({ tooShort: true, customError: true }, say.tooShort(words, min));
    else if (level === 'over') set({ tooLong: true, customError: true }, say.tooLong(words, max));
    else this.#internals.setValidity({});
    this.#setState('minimum-reached', level === 'reached');
    this.#setState('over-maximum', level === 'over');
  }

  #setState(name: string, on: boolean): void {
    if (on) this.#internals.states.add(name);
    else this.#internals.states.delete(name);
  }

  get #area(): HTMLTextAreaElement | null | undefined {
    return this.shadowRoot?.querySelector('textarea');
  }

  /** A click on a label of the page is a click on this element itself. */
  #focusByLabel = (event: Event) => {
    if (event.composedPath()[0] === this) this.focus();
  };

  #onInvalid = () => {
    this.asked = true;
  };
}

/** A number that was really given. An attribute that is no number counts as absent. */
function given(value: number | undefined | null): number | undefined {
  if (Number.isNaN(value))
    warnOnce('narrative-editor.words', 'min-words and max-words of mc-narrative-editor are numbers of words.');
  return value != null && value >= 0 ? value : undefined;
}
