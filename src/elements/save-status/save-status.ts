import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { guard } from 'lit/directives/guard.js';
import { MessagesController } from '../../context/messages-controller.js';
import { StoreController } from '../../context/store-controller.js';
import { AnnounceEvent } from '../../events/announce.js';
import { CopySaveEvent } from '../../events/copy-save.js';
import { saveMessages } from '../../locales/save.js';
import { copyIsDue } from '../../state/copies.js';
import { base } from '../../theme/base.js';
import { tokens } from '../../theme/tokens.js';
import { placePanel } from './place-panel.js';
import { saveDetails } from './save-details.js';
import { styles } from './save-status.styles.js';
import { whereKept, type Slices, type WhereKept } from './where-kept.js';

/** Writing takes a moment at every key; only what takes longer is worth a word. */
const slowAfter = 1500;
/** The same for changes on their way to the receiver, which are sent after a pause. */
const lateAfter = 3000;

/**
 * Says truthfully where the work is kept and how many copies there are. A press shows which copy is where, since when,
 * and lets the person save one. Saving is never announced; a failure and its end are, once each.
 *
 * @summary Where the work is kept.
 * @fires {CopySaveEvent} mc-copy-save - The person asks for a copy of the draft as a file.
 * @fires {AnnounceEvent} mc-announce - Saving failed, or works again.
 * @csspart status - The button with the dot and the words.
 * @csspart panel - The panel with the details.
 */
export class McSaveStatus extends LitElement {
  static override styles = [tokens, base, styles];

  /** Few words, for narrow places: "Device only". */
  @property({ type: Boolean, reflect: true }) compact = false;

  private messages = new MessagesController(this, saveMessages);
  private saving = new StoreController(this, (slice) => slice.saving);
  private remote = new StoreController(this, (slice) => slice.remote);
  private copy = new StoreController(this, (slice) => slice.copy);
  private files = new StoreController(this, (slice) => slice.files);
  private readOnly = new StoreController(this, (slice) => slice.readOnly);
  /** Much is new since the last copy, and there is no other. */
  private due = new StoreController(this, (slice) => copyIsDue(slice, Date.now()));
  private affiliate = new StoreController(this, (slice) => slice.affiliate);

  @state() private now = 0;
  @state() private slow = false;
  @state() private late = false;
  @state() private open = false;
  @query('#where') private panel!: HTMLElement;
  @query('#status') private button!: HTMLElement;

  #listening: AbortController | undefined;
  #open: AbortController | undefined;
  #minute: ReturnType<typeof setInterval> | undefined;
  #patience: ReturnType<typeof setTimeout> | undefined;
  #onTheWay: ReturnType<typeof setTimeout> | undefined;
  #failure: string | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#listening = new AbortController();
    document.addEventListener('visibilitychange', () => this.#tick(), { signal: this.#listening.signal });
    this.#tick();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#listening?.abort();
    this.#open?.abort();
    this.open = false;
    clearInterval(this.#minute);
    clearTimeout(this.#patience);
    this.#patience = undefined;
    clearTimeout(this.#onTheWay);
    this.#onTheWay = undefined;
  }

  /** "3 days ago" is kept true while it can be seen. */
  #tick(): void {
    clearInterval(this.#minute);
    if (document.visibilityState === 'hidden') return;
    this.now = Date.now();
    this.#minute = setInterval(() => (this.now = Date.now()), 60_000);
  }

  #slices(): Slices | undefined {
    const { value: saving } = this.saving;
    const { value: remote } = this.remote;
    const { value: files } = this.files;
    return saving && remote && files && { saving, remote, files, copy: this.copy.value, readOnly: this.readOnly.value };
  }

  protected override willUpdate(_changed: PropertyValues): void {
    const pending = this.saving.value?.pending ?? false;
    if (!pending) {
      clearTimeout(this.#patience);
      this.#patience = undefined;
      this.slow = false;
    } else this.#patience ??= setTimeout(() => (this.slow = true), slowAfter);
    if (this.remote.value?.state !== 'sending') {
      clearTimeout(this.#onTheWay);
      this.#onTheWay = undefined;
      this.late = false;
    } else this.#onTheWay ??= setTimeout(() => (this.late = true), lateAfter);
  }

  override render() {
    const slices = this.#slices();
    if (!slices) return nothing;
    const { say, format } = this.messages;
    const where = whereKept(slices, this.late);
    const there = this.affiliate.value?.name;
    // Every key is written, so this renders at every key: words and dates are made only when they change.
    const shown = [where.words, where.underway, slices.copy, this.now, this.slow, this.compact, there, say];
    return html`<div class="bar">
        <button id="status" type="button" part="status" class=${classMap({ status: true, [where.tone]: true })} popovertarget="where">
          <span class="dot"></span>
          <span><span class="only-heard">${say.label}: </span>${guard(shown, () => this.#words(where, slices, there))}</span>
        </button>
        ${(where.tone === 'bad' && !this.compact) || (this.due.value && this.compact) ? this.#saveButton('button compact') : nothing}
      </div>
      <div id="where" popover part="panel" role="group" aria-label=${say.label} @beforetoggle=${this.#onToggle}>
        ${this.open ? html`${saveDetails(slices, there, say, format)} ${this.#saveButton('button')}` : nothing}
      </div>`;
  }

  #words(where: WhereKept, { copy }: Slices, there: string | undefined): string {
    const { say } = this.messages;
    const kept = where.words === 'device' || where.words === 'both' || where.words === 'page';
    if (this.slow && kept) return say.status.saving;
    if (this.compact) return where.underway ? say.shortUnderway : say.short[where.words];
    const words = say.status[where.words];
    const lines = [typeof words === 'function' ? words(there) : words];
    if (where.copyMatters) lines.push(copy ? say.lastCopy(this.#ago(copy.at)) : say.noCopy);
    if (where.underway) lines.push(say.filesUnderway(where.underway));
    return lines.join('\u00a0· ');
  }

  #ago(at: string): string {
    const { say, format } = this.messages;
    return this.now - Date.parse(at) < 60_000 ? say.justNow : format.ago(at, this.now);
  }

  #saveButton(classes: string) {
    return html`<button type="button" class=${classes} @click=${this.#onSave}>${this.messages.say.saveCopy}</button>`;
  }

  protected override updated(): void {
    const slices = this.#slices();
    if (!slices) return;
    const where = whereKept(slices, this.late);
    if (where.failure === this.#failure) return;
    this.#failure = where.failure;
    const { say } = this.messages;
    const words = say.status[where.words];
    const told = typeof words === 'function' ? words(this.affiliate.value?.name) : words;
    this.dispatchEvent(new AnnounceEvent(where.failure ? told : say.recovered));
  }

  #onSave = (): void => {
    this.panel.hidePopover();
    this.dispatchEvent(new CopySaveEvent());
  };

  #onToggle = (event: ToggleEvent): void => {
    this.#open?.abort();
    this.open = event.newState === 'open';
    if (!this.open) return;
    this.#open = new AbortController();
    const options = { signal: this.#open.signal, capture: true, passive: true };
    const place = () => placePanel(this.panel, this.button);
    window.addEventListener('scroll', place, options);
    window.addEventListener('resize', place, options);
    // The panel has a size only after this event.
    requestAnimationFrame(place);
  };
}
