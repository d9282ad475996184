import { html, nothing, type ReactiveController } from 'lit';
import { MessagesController } from '../../context/messages-controller.js';
import { StoreController } from '../../context/store-controller.js';
import { AnnounceEvent } from '../../events/announce.js';
import { narrativeMessages } from '../../locales/narrative.js';
import type { WordLimits } from '../../model/credential.js';
import { narrativeAt } from '../../model/portfolio.js';
import { countText, type TextCount } from '../../model/text-count.js';
import { announceEditor, type LiveEditor } from '../narrative/live-editors.js';
import { renderRichText } from '../narrative/rich-text.js';
import { richTextStyles } from '../narrative/rich-text.styles.js';
import { BoundText } from './bound-text.js';
import { countFoot, rowsOfNarrative, rowsOfPlainText, type CountRow } from './count-foot.js';
import type { McNarrativeEditor } from './narrative-editor.js';
import { styles } from './narrative-editor.styles.js';
import { paragraphSplice } from './splices.js';
import { wordLevel, type WordLevel } from './word-level.js';

export const insideStyles = [richTextStyles, styles];

/** Milliseconds without typing after which a crossed limit is said. */
const pause = 1500;

/** What is seen of an editor: the text field with its count, or the text to read; and its tie to the portfolio. */
export class EditorInside implements ReactiveController, LiveEditor {
  #messages: MessagesController<ReturnType<typeof narrativeMessages.en>>;
  #narrative: StoreController<unknown>;
  #readOnly: StoreController<unknown>;
  #bound: BoundText | undefined;
  /** The field, once the text stands in it. */
  #area: HTMLTextAreaElement | undefined;
  #composing = false;
  #visited = false;
  #rows: CountRow[] | undefined;
  #said: WordLevel | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #withdraw: (() => void) | undefined;

  constructor(private readonly host: McNarrativeEditor) {
    this.#messages = new MessagesController(host, narrativeMessages);
    this.#narrative = new StoreController(host, ({ portfolio }) =>
      host.partId == null ? undefined : narrativeAt(portfolio, { part: host.partId, prompt: host.prompt ?? undefined }),
    );
    this.#readOnly = new StoreController(host, (form) => form.readOnly);
    host.addController(this);
    this.hostUpdate();
  }

  /** The text, where it belongs to a portfolio. */
  get boundValue(): string | undefined {
    return this.#bound && (this.#area?.isConnected ? this.#area.value : this.#bound.plain);
  }

  get boundCount(): TextCount | undefined {
    return this.#bound && countText(this.#bound.current, this.#bound.part);
  }

  get askedLimits(): WordLimits | undefined {
    const part = this.#bound?.part;
    const { prompt } = this.host;
    return prompt == null ? part?.words : part?.prompts.find(({ id }) => id === prompt)?.words;
  }

  /** Puts another text into the field, and into the portfolio. */
  show(text: string): void {
    if (this.#area) this.#area.value = text;
    this.#bound?.push(text);
    this.#changed();
  }

  insertParagraph(text: string): void {
    const area = this.#area;
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

  hostUpdate(): void {
    // An attribute that was taken away is null.
    const partId = this.host.partId ?? undefined;
    const prompt = this.host.prompt ?? undefined;
    const store = partId === undefined ? undefined : this.#narrative.store;
    const before = this.#bound;
    if (before?.store === store && before?.place.part === partId && before?.place.prompt === prompt) return;
    if (before && this.#composing) before.push(this.#area?.value ?? before.plain);
    this.#composing = this.#visited = false;
    this.#bound = store && partId !== undefined ? new BoundText(store, { part: partId, prompt }) : undefined;
    this.#area = this.#said = this.#rows = undefined;
    this.#withdraw?.();
    this.#withdraw = undefined;
  }

  hostUpdated(): void {
    const area = this.host.shadowRoot?.querySelector('textarea') ?? undefined;
    if (area !== this.#area) {
      this.#area = area;
      if (area && this.#bound) this.#bound.fill(area);
      else if (area) area.value = this.host.value;
    } else if (area && this.#bound && !this.#composing) this.#bound.takeIn(area);
    if (this.#bound && area && this.host.isConnected) {
      this.#withdraw ??= announceEditor(this.#bound.store, this.#bound.place, this);
    }
    this.#grow();
    this.#said ??= this.#level();
  }

  hostDisconnected(): void {
    // A composition that the removal ends never tells.
    if (this.#composing) this.#onCompositionEnd();
    clearTimeout(this.#timer);
    this.#withdraw?.();
    this.#withdraw = undefined;
  }

  render() {
    const { host } = this;
    if (host.partId != null && !this.#bound) return nothing;
    const { say } = this.#messages;
    const shown = host.label !== '' && !host.labelHidden;
    const reading = this.#bound !== undefined && this.#readOnly.value !== undefined;
    return html`
      ${shown ? html`<label class="name" part="label" for="text">${host.label}</label>` : nothing}
      ${reading ? this.#reading() : this.#field(shown ? undefined : host.label || this.#labelText() || say.textLabel)}
      ${this.#bound ? nothing : html`<div class="only-heard" role="status"></div>`}
    `;
  }

  #field(name: string | undefined) {
    const { host } = this;
    const { say, format } = this.#messages;
    const { limits, words } = host;
    const description = say.limits(limits.min, limits.max);
    const questionWords = this.boundCount?.questionWords ?? 0;
    return html`<div class="frame" part="frame">
      <div class="grow">
        <textarea class="area" part="text" id="text" rows="1" dir="auto" spellcheck="true"
          lang=${this.#language() ?? nothing}
          aria-label=${name ?? nothing}
          aria-describedby=${description ? 'limits' : nothing}
          aria-required=${host.required ? 'true' : nothing}
          aria-invalid=${host.isMarked ? 'true' : nothing}
          placeholder=${host.placeholder || nothing}
          ?disabled=${host.disabled || host.matches(':disabled')}
          ?readonly=${host.readOnly}
          @input=${this.#onInput}
          @change=${this.#onChange}
          @focus=${this.#onFocus}
          @compositionstart=${this.#onCompositionStart}
          @compositionend=${this.#onCompositionEnd}></textarea>
        ${fieldSizing ? nothing : html`<div class="mirror" aria-hidden="true"></div>`}
      </div>
      ${description ? html`<span class="only-heard" id="limits">${description}</span>` : nothing}
      ${countFoot({ say, format, words, questionWords, limits, rows: this.#rows, toggle: this.#toggleWhy })}
    </div>`;
  }

  #reading() {
    const text = this.#bound?.current;
    if (!text?.text.content.length) return html`<p class="empty">${this.#messages.say.nothingWritten}</p>`;
    return html`<div class="reading" part="text" lang=${this.#language() ?? nothing}>
      ${renderRichText(text.text, this.host.headingLevel)}</div>`;
  }

  #language(): string | undefined {
    return this.#bound && (this.#bound.current?.language ?? this.#bound.store.getState().credential.language);
  }

  #labelText(): string {
    return Array.from(this.host.labels, (label) => label.textContent?.trim()).join(' ');
  }

  #level(): WordLevel {
    return wordLevel(this.host.words, this.host.limits);
  }

  #onInput = () => {
    const area = this.#area;
    if (!area) return;
    if (!this.#composing) this.#bound?.push(area.value);
    this.#changed();
    this.host.typed(area.value);
  };

  #onCompositionStart = () => {
    this.#composing = true;
  };

  #onCompositionEnd = () => {
    this.#composing = false;
    this.#onInput();
  };

  #changed(): void {
    this.#grow();
    clearTimeout(this.#timer);
    if (this.host.isConnected) this.#timer = setTimeout(this.#onPause, pause);
  }

  #onPause = () => {
    if (this.#rows) {
      this.#rows = this.#countRows();
      this.host.requestUpdate();
    }
    const level = this.#level();
    const before = this.#said;
    if (level === before) return;
    this.#said = level;
    const { say } = this.#messages;
    const { words, limits } = this.host;
    const { min = 0, max = 0 } = limits;
    const sentence = {
      below: () => say.saidBelow(min - words),
      reached: () => (before === 'over' ? say.saidWithin : say.saidReached(min)),
      free: () => (before === 'over' ? say.saidWithin : ''),
      over: () => say.saidOver(words - max),
    }[level]();
    if (!sentence) return;
    const own = this.host.shadowRoot?.querySelector('[role="status"]');
    if (own) own.textContent = sentence;
    else this.host.dispatchEvent(new AnnounceEvent(sentence));
  };

  /** `change` stops at a shadow root by itself. */
  #onChange = () => {
    this.host.dispatchEvent(new Event('change', { bubbles: true }));
  };

  #onFocus = () => {
    this.#visited = true;
    // A label of the page may have come after the element.
    this.host.requestUpdate();
  };

  #toggleWhy = () => {
    this.#rows = this.#rows ? undefined : this.#countRows();
    this.host.requestUpdate();
  };

  #countRows(): CountRow[] {
    return this.#bound ? rowsOfNarrative(this.#bound.current, this.#bound.part) : rowsOfPlainText(this.host.value);
  }

  /** Where the engine cannot size a field by its text, an unseen copy of the text gives the height. */
  #grow(): void {
    if (fieldSizing || !this.#area) return;
    const mirror = this.host.shadowRoot?.querySelector('.mirror');
    const text = `${this.#area.value}\n`;
    if (mirror && mirror.textContent !== text) mirror.textContent = text;
  }
}

const fieldSizing = CSS.supports('field-sizing', 'content');
