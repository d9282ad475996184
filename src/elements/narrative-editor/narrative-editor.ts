import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { MessagesController } from '../../context/messages-controller.js';
import { StoreController } from '../../context/store-controller.js';
import { AnnounceEvent } from '../../events/announce.js';
import { narrativeMessages } from '../../locales/narrative.js';
import type { WordLimits } from '../../model/credential.js';
import { narrativeAt } from '../../model/portfolio.js';
import { countText, type TextCount } from '../../model/text-count.js';
import { countWords } from '../../model/words.js';
import { base } from '../../theme/base.js';
import { tokens } from '../../theme/tokens.js';
import { announceEditor, type LiveEditor } from '../narrative/live-editors.js';
import { renderRichText } from '../narrative/rich-text.js';
import { richTextStyles } from '../narrative/rich-text.styles.js';
import { BoundText } from './bound-text.js';
import { countFoot, rowsOfNarrative, rowsOfPlainText, type CountRow } from './count-foot.js';
import { styles } from './narrative-editor.styles.js';
import { paragraphSplice } from './splices.js';
import { wordLevel, type WordLevel } from './word-level.js';

/** Milliseconds without typing after which a crossed limit is said. */
const pause = 1500;

/**
 * A plain text field with a live word count. Alone it is a form control whose value is the text; inside of a
 * portfolio form, with `part`, it writes one narrative.
 *
 * @summary A text with a live word count, minimum and maximum.
 * @fires {InputEvent} input - At every edit.
 * @fires {Event} change - When the field is left after an edit.
 * @fires {AnnounceEvent} mc-announce - In a form, when a limit was crossed and typing paused.
 * @csspart label - The visible label.
 * @csspart frame - The frame around text and count.
 * @csspart text - The text field.
 * @csspart count - The count under the text.
 * @cssprop --mc-narrative-editor-lines - The least height in lines (14; 10 when narrow).
 * @cssstate minimum-reached - There are as many words as are asked for.
 * @cssstate over-maximum - There are more words than are allowed.
 */
export class McNarrativeEditor extends LitElement implements LiveEditor {
  static readonly formAssociated = true;
  static override styles = [tokens, base, richTextStyles, styles];

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
  @property({ attribute: 'part' }) partId: string | undefined;
  /** The id of the prompt that is answered, where each has a text of its own. */
  @property() prompt: string | undefined;
  /** Level of the larger headings where the text is shown for reading. */
  @property({ attribute: false }) headingLevel = 4;

  @query('.area') private area!: HTMLTextAreaElement | null;
  @state() private rows: CountRow[] | undefined;
  @state() private reported = false;

  private messages = new MessagesController(this, narrativeMessages);
  private narrative = new StoreController(this, ({ portfolio }) =>
    this.partId === undefined ? undefined : narrativeAt(portfolio, { part: this.partId, prompt: this.prompt }),
  );
  private readOnlyState = new StoreController(this, (form) => form.readOnly);
  private credential = new StoreController(this, (form) => form.credential);

  #internals = this.attachInternals();
  #value: string | undefined;
  #bound: BoundText | undefined;
  #filled: HTMLTextAreaElement | undefined;
  #composing = false;
  #visited = false;
  #said: WordLevel | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #forgetEditor: (() => void) | undefined;

  /** The text, with line feeds. */
  @property({ attribute: false })
  get value(): string {
    if (this.#bound) return this.#filled?.isConnected ? this.#filled.value : this.#bound.plain;
    return this.#value ?? this.defaultValue;
  }
  set value(value: string) {
    const text = String(value ?? '').replace(/\r\n?/g, '\n');
    this.#value = text;
    if (this.#filled) this.#filled.value = text;
    this.#bound?.push(text);
    this.#changed();
  }

  /** Words that count, by the profile mc-words/1. */
  get words(): number {
    return this.#count().words;
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
    if (this.area) this.area.focus(options);
    else void this.updateComplete.then(() => this.area?.focus(options));
  }

  /** Puts a paragraph of its own beside the one that holds the caret, or at the end, and puts the caret after it. */
  insertParagraph(text: string): void {
    const area = this.area;
    if (!area || area.readOnly || area.disabled) return;
    const splice = paragraphSplice(area.value, text, this.#visited ? area.selectionEnd : undefined);
    area.focus();
    area.setSelectionRange(splice.from, splice.to);
    // The one way that leaves undo as people know it; it fires `input` by itself.
    if (!area.ownerDocument.execCommand('insertText', false, splice.text)) {
      area.setRangeText(splice.text, splice.from, splice.to, 'end');
      area.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    }
    area.setSelectionRange(splice.caret, splice.caret);
  }

  formResetCallback(): void {
    if (this.#bound) return;
    this.reported = false;
    this.value = this.defaultValue;
    this.#value = undefined;
  }
  formDisabledCallback(): void {
    // It may come in the middle of an update, by the reflected attribute; what is asked for there would be dropped.
    void this.updateComplete.then(() => this.requestUpdate());
  }
  formStateRestoreCallback(text: string | File | FormData | null): void {
    if (!this.#bound && typeof text === 'string') this.value = text;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('click', this.#focusByLabel);
    this.addEventListener('invalid', this.#onInvalid);
    this.#commit();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    // A composition that the removal ends never tells.
    if (this.#composing) this.#onCompositionEnd();
    super.disconnectedCallback();
    this.removeEventListener('click', this.#focusByLabel);
    this.removeEventListener('invalid', this.#onInvalid);
    clearTimeout(this.#timer);
    this.#forgetEditor?.();
    this.#forgetEditor = undefined;
  }

  protected override willUpdate(_changed: PropertyValues<this>): void {
    const store = this.partId === undefined ? undefined : this.narrative.store;
    const before = this.#bound;
    if (before?.store !== store || before?.place.part !== this.partId || before?.place.prompt !== this.prompt) {
      if (before && this.#composing) before.push(this.#filled?.value ?? before.plain);
      this.#composing = false;
      this.#bound = store && new BoundText(store, { part: this.partId!, prompt: this.prompt });
      this.#filled = undefined;
      this.#said = undefined;
      this.#visited = false;
      this.rows = undefined;
      this.#forgetEditor?.();
      this.#forgetEditor = undefined;
    }
    this.#commit();
  }

  protected override updated(): void {
    const area = this.area ?? undefined;
    if (area !== this.#filled) {
      this.#filled = area;
      if (area && this.#bound) this.#bound.fill(area);
      else if (area) area.value = this.value;
      // From now on there is a place where the browser can point at what is wrong.
      this.#commit();
    } else if (area && this.#bound && !this.#composing) {
      if (this.#bound.takeIn(area)) this.#commit();
    }
    if (this.#bound && area && this.isConnected) {
      this.#forgetEditor ??= announceEditor(this.#bound.store, this.#bound.place, this);
    }
    this.#grow();
    this.#said ??= this.#level();
  }

  override render() {
    if (this.partId !== undefined && !this.#bound) return nothing;
    const { say } = this.messages;
    const limits = this.#limits();
    const asReading = this.#bound !== undefined && this.readOnlyState.value !== undefined;
    const shown = this.label !== '' && !this.labelHidden;
    const description = say.limits(limits.min, limits.max);
    return html`
      ${shown ? html`<label class="name" part="label" for="text">${this.label}</label>` : nothing}
      ${
        asReading
          ? this.#reading()
          : html`<div class="frame" part="frame">
        <div class="grow">
          <textarea class="area" part="text" id="text" rows="1" dir="auto" spellcheck="true"
            lang=${this.#language() ?? nothing}
            aria-label=${shown ? nothing : this.label || this.#labelText() || say.textLabel}
            aria-describedby=${description ? 'limits' : nothing}
            aria-required=${this.required ? 'true' : nothing}
            aria-invalid=${this.reported && !this.validity.valid ? 'true' : nothing}
            placeholder=${this.placeholder || nothing}
            ?disabled=${this.disabled || this.matches(':disabled')}
            ?readonly=${this.readOnly}
            @input=${this.#onInput}
            @change=${this.#onChange}
            @focus=${this.#onFocus}
            @compositionstart=${this.#onCompositionStart}
            @compositionend=${this.#onCompositionEnd}></textarea>
          ${fieldSizing ? nothing : html`<div class="mirror" aria-hidden="true"></div>`}
        </div>
        ${description ? html`<span class="only-heard" id="limits">${description}</span>` : nothing}
        ${countFoot({ say, format: this.messages.format, ...this.#count(), limits, rows: this.rows, toggle: this.#toggleWhy })}
      </div>`
      }
      ${this.#bound ? nothing : html`<div class="only-heard" role="status"></div>`}
    `;
  }

  #reading() {
    const text = this.#bound?.current;
    if (!text?.text.content.length) return html`<p class="empty">${this.messages.say.nothingWritten}</p>`;
    return html`<div class="reading" part="text" lang=${this.#language() ?? nothing}>${renderRichText(text.text, this.headingLevel)}</div>`;
  }

  #language(): string | undefined {
    return this.#bound && (this.#bound.current?.language ?? this.credential.value?.language);
  }

  #labelText(): string {
    return Array.from(this.labels, (label) => label.textContent?.trim()).join(' ');
  }

  #limits(): WordLimits {
    const part = this.#bound?.part;
    const asked = this.prompt === undefined ? part?.words : part?.prompts.find(({ id }) => id === this.prompt)?.words;
    return { min: whole(this.minWords) ?? asked?.min, max: whole(this.maxWords) ?? asked?.max };
  }

  #counted: { text: string; count: TextCount } | undefined;
  #count(): TextCount {
    if (this.#bound) return countText(this.#bound.current, this.#bound.part);
    if (this.#counted?.text !== this.value) {
      this.#counted = { text: this.value, count: { words: countWords(this.value), questionWords: 0 } };
    }
    return this.#counted!.count;
  }

  #level(): WordLevel {
    return wordLevel(this.words, this.#limits());
  }

  /** Value and validity must be right at once, not after the next rendering: a form may be sent in between. */
  #commit(): void {
    if (!this.#bound || this.name) this.#internals.setFormValue(this.value);
    const { say } = this.messages;
    const { min, max } = this.#limits();
    const { words } = this;
    const anchor = this.area ?? undefined;
    const level = this.#level();
    if (words === 0 && this.required) this.#internals.setValidity({ valueMissing: true }, say.missing, anchor);
    else if (words > 0 && level === 'below') {
      this.#internals.setValidity({ tooShort: true, customError: true }, say.tooShort(words, min ?? 0), anchor);
    } else if (level === 'over') {
      this.#internals.setValidity({ tooLong: true, customError: true }, say.tooLong(words, max ?? 0), anchor);
    } else this.#internals.setValidity({});
    const { states } = this.#internals;
    if (level === 'reached') states.add('minimum-reached');
    else states.delete('minimum-reached');
    if (level === 'over') states.add('over-maximum');
    else states.delete('over-maximum');
  }

  #onInput = () => {
    const area = this.area;
    if (!area) return;
    if (!this.#bound) this.#value = area.value;
    else if (!this.#composing) this.#bound.push(area.value);
    this.#changed();
  };

  #onCompositionStart = () => {
    this.#composing = true;
  };

  #onCompositionEnd = () => {
    this.#composing = false;
    this.#onInput();
  };

  #changed(): void {
    this.#commit();
    this.#grow();
    this.requestUpdate();
    clearTimeout(this.#timer);
    if (this.isConnected) this.#timer = setTimeout(this.#onPause, pause);
  }

  #onPause = () => {
    if (this.rows) this.rows = this.#rows();
    const level = this.#level();
    if (level === this.#said) return;
    const before = this.#said;
    this.#said = level;
    const { say } = this.messages;
    const { min = 0, max = 0 } = this.#limits();
    const words = {
      below: () => say.saidBelow(min - this.words),
      reached: () => (before === 'over' ? say.saidWithin : say.saidReached(min)),
      free: () => (before === 'over' ? say.saidWithin : ''),
      over: () => say.saidOver(this.words - max),
    }[level]();
    if (!words) return;
    const own = this.renderRoot.querySelector('[role="status"]');
    if (own) own.textContent = words;
    else this.dispatchEvent(new AnnounceEvent(words));
  };

  /** `change` stops at a shadow root by itself. */
  #onChange = () => {
    this.dispatchEvent(new Event('change', { bubbles: true }));
  };

  #onFocus = () => {
    this.#visited = true;
    // A label may have come after the element.
    this.requestUpdate();
  };

  /** A click on a label of the page is a click on this element itself. */
  #focusByLabel = (event: Event) => {
    if (event.composedPath()[0] === this) this.focus();
  };

  #onInvalid = () => {
    this.reported = true;
  };

  #toggleWhy = () => {
    this.rows = this.rows ? undefined : this.#rows();
  };

  #rows(): CountRow[] {
    return this.#bound ? rowsOfNarrative(this.#bound.current, this.#bound.part) : rowsOfPlainText(this.value);
  }

  /** Where the engine cannot size a field by its text, an unseen copy of the text gives the height. */
  #grow(): void {
    if (fieldSizing || !this.#filled) return;
    const mirror = this.renderRoot.querySelector('.mirror');
    const text = `${this.#filled.value}\n`;
    if (mirror && mirror.textContent !== text) mirror.textContent = text;
  }
}

const fieldSizing = typeof CSS !== 'undefined' && CSS.supports('field-sizing', 'content');

/** A number that was really given: an attribute that is no number counts as absent. */
const whole = (value: number | undefined | null) => (value != null && value >= 0 ? value : undefined);
