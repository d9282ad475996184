import { ContextConsumer } from '@lit/context';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { servicesContext } from '../../context/keys.js';
import { MessagesController } from '../../context/messages-controller.js';
import { StoreController } from '../../context/store-controller.js';
import { AnnounceEvent } from '../../events/announce.js';
import { CopySaveEvent } from '../../events/copy-save.js';
import { DraftImportEvent, DraftLeaveEvent } from '../../events/draft.js';
import { RequirementOpenEvent, type OpenSubject } from '../../events/requirement-open.js';
import { formMessages } from '../../locales/form.js';
import type { Credential } from '../../model/credential.js';
import { progressOf } from '../../model/requirement.js';
import { evidenceTargets } from '../../model/targets.js';
import { copyIsDue } from '../../state/copies.js';
import { base } from '../../theme/base.js';
import { tokens } from '../../theme/tokens.js';
import type { McEvidenceMapper } from '../evidence-mapper/evidence-mapper.js';
import { heading } from '../heading.js';
import { saveFile } from '../save-file.js';
import { ownWords } from '../own-words.js';
import { atHand, dock, foot, strip, type NextStep } from './bars.js';
import { loadAhead, loadChunk, type ChunkName } from './chunks.js';
import { companionsOf, type CompanionName } from './companions.js';
import { styles } from './form-frame.styles.js';
import { menu } from './menu.js';
import { notices } from './notices.js';
import { sheet, type SheetName } from './sheet.js';
import { side } from './side.js';
import { viewTemplate } from './view-template.js';
import { entered, nextDetail, viewAfter, viewOf, type View } from './views.js';

type Width = 'wide' | 'column' | 'phone';

/**
 * The open form: header, checklist as navigation, one place at a time, and what must be at hand beside it. Lays itself
 * out by its own width: three columns, one column with sheets, phone with a dock.
 *
 * @summary Header, navigation and place of work of an open portfolio.
 * @fires {DraftLeaveEvent} mc-draft-leave - The person wants to see the drafts, or the draft is gone.
 * @fires {DraftImportEvent} mc-draft-import - A draft file was chosen.
 * @csspart header - Title, state of saving, menu.
 * @csspart rail - The column with the checklist.
 * @csspart place - The column with the work.
 * @csspart side - The column with what must be at hand.
 * @csspart dock - The bar at the lower edge of a phone.
 */
export class McFormFrame extends LitElement {
  static override styles = [tokens, base, styles];

  /** Level of the form's title. */
  @property({ type: Number }) headingLevel = 2;

  @state() private width: Width = 'wide';
  @state() private view: View | undefined;
  @state() private sheet: SheetName | undefined;
  @state() private chosen: CompanionName | undefined;
  @state() private failed = new Set<ChunkName>();
  @query('dialog') private dialog: HTMLDialogElement | null | undefined;

  private messages = new MessagesController(this, formMessages);
  private credential = new StoreController(this, (s) => s.credential);
  private affiliate = new StoreController(this, (s) => s.affiliate);
  private requirements = new StoreController(this, (s) => s.requirements);
  private status = new StoreController(this, (s) => s.readOnly);
  private stage = new StoreController(this, (s) => s.stage);
  private revised = new StoreController(this, (s) => s.revised);
  private due = new StoreController(this, (s) => copyIsDue(s, Date.now()));
  private damaged = new StoreController(this, (s) => s.damaged);
  private services = new ContextConsumer(this, { context: servicesContext, subscribe: true });
  #resize: ResizeObserver | undefined;
  #loaded = new Set<ChunkName>();

  override connectedCallback(): void {
    super.connectedCallback();
    // Measured before the first render, then a frame after each change: a render inside the observer's own turn would
    // be reported to the host's page as a "ResizeObserver loop".
    this.#measure(this.getBoundingClientRect().width);
    this.#resize = new ResizeObserver(([entry]) => {
      requestAnimationFrame(() => this.#measure(entry?.contentBoxSize[0]?.inlineSize ?? 0));
    });
    this.#resize.observe(this);
    this.addEventListener(RequirementOpenEvent.type, this.#onOpen);
    this.addEventListener(CopySaveEvent.type, this.#onCopySave);
    addEventListener('online', this.#onOnline);
    loadAhead();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resize?.disconnect();
    this.removeEventListener(RequirementOpenEvent.type, this.#onOpen);
    this.removeEventListener(CopySaveEvent.type, this.#onCopySave);
    removeEventListener('online', this.#onOnline);
  }

  /** Focus goes to the title of the place of work, so that a reader hears where they are. */
  override focus(): void {
    void this.#focusPlace();
  }

  #measure(inline: number): void {
    if (inline > 0) this.width = inline >= 1080 ? 'wide' : inline >= 600 ? 'column' : 'phone';
  }

  /** Leads to a subject and moves focus to its heading. */
  open(subject: OpenSubject): void {
    const credential = this.credential.value;
    if (!credential) return;
    this.view = entered(viewOf(credential, subject), this.view, this.requirements.value ?? []);
    this.sheet = undefined;
    void this.#focusPlace();
  }

  protected override willUpdate(): void {
    const credential = this.credential.value;
    if (!credential) return;
    // A revised credential has other rows: the place is found again by what it is about.
    const view = this.view
      ? { ...viewOf(credential, this.view.row.subject), detail: this.view.detail, opened: this.view.opened }
      : entered(this.#first(credential), undefined, this.requirements.value ?? []);
    this.view = view;
    this.#load(chunkOf(view));
    if (this.revised.value) this.#load('revision');
    for (const name of companionsOf(view, credential)) if (name !== 'questions') this.#load(name);
    if (this.sheet === 'versions') this.#load('versions');
  }

  protected override updated(changed: PropertyValues): void {
    if (!changed.has('sheet')) return;
    if (this.sheet && !this.dialog?.open) this.dialog?.showModal();
    else if (!this.sheet && this.dialog?.open) this.dialog.close();
  }

  override render() {
    const credential = this.credential.value;
    const view = this.view;
    if (!credential || !view) return nothing;
    const { say } = this.messages;
    const companions = companionsOf(view, credential);
    const shown = this.chosen && companions.includes(this.chosen) ? this.chosen : companions[0];
    const wide = this.width === 'wide';
    const atEnd = view.row.kind === 'finish';
    const progress = progressOf(this.requirements.value ?? []);
    const next = this.#next(view);
    return html`<div class="frame ${this.width}" role="group" aria-label=${say.formName(credential.title)}>
      ${this.#header()}
      ${wide ? nothing : strip(say, this.#nameOf(view), this.width === 'phone' ? undefined : progress, () => (this.sheet = 'contents'))}
      ${wide ? html`<div class="rail" part="rail">${this.#checklist(view)}</div>` : nothing}
      <section class="place" part="place" aria-label=${this.#nameOf(view)}>
        ${notices({
          say,
          readOnly: this.status.value,
          stage: this.stage.value,
          damaged: this.damaged.value?.length ?? 0,
          // It stays after a revision was accepted, to say what became of the work.
          revised: this.#loaded.has('revision'),
          atReceipt: atEnd,
          onReload: () => location.reload(),
          onLeave: () => this.dispatchEvent(new DraftLeaveEvent()),
          onReceipt: () => this.open({ kind: 'finish' }),
          onDamaged: () => this.services.value && saveFile(this.services.value.makeDamagedFile()),
        })}
        ${this.failed.has(chunkOf(view)) ? this.#chunkFailed(chunkOf(view)) : viewTemplate(view, this.headingLevel + 1, say, credential, wide ? nothing : atHand(say, companions, (name) => (this.sheet = name)))}
        ${
          atEnd || this.width === 'phone'
            ? nothing
            : foot(say, next, view.row.kind === 'narrative' ? () => (this.sheet = 'versions') : undefined)
        }
      </section>
      ${
        wide && shown
          ? side({
              say,
              companions,
              shown,
              view,
              credential,
              headingLevel: this.headingLevel + 1,
              choose: (name) => this.#choose(name),
            })
          : nothing
      }
      ${this.width === 'phone' && !atEnd ? dock(say, progress, next) : nothing}
      ${sheet({
        say,
        name: this.sheet,
        view,
        credential,
        headingLevel: this.headingLevel + 1,
        checklist: this.#checklist(view),
        otherCopy: this.#otherCopy(),
        close: () => (this.sheet = undefined),
        saveCopy: () => void this.#onCopy(),
        remove: () => void this.#onRemove(),
      })}
    </div>`;
  }

  #header() {
    const { say } = this.messages;
    const credential = this.credential.value;
    return html`<header class="top" part="header">
      <div class="names">
        ${heading(this.headingLevel, ownWords(credential?.title, credential?.language), 'name')}
        ${this.width === 'wide' ? html`<p class="small">${say.by(credential?.issuer.name ?? '', this.affiliate.value?.name)}</p>` : nothing}
      </div>
      <mc-save-status ?compact=${this.width !== 'wide'}></mc-save-status>
      ${this.width === 'wide' ? html`<button type="button" class="button compact ${this.due.value ? 'due' : ''}" @click=${this.#onCopy}>${say.saveCopy}</button>` : nothing}
      ${menu({
        say,
        onCopy: this.#onCopy,
        onImport: (file) =>
          this.dispatchEvent(new DraftImportEvent(file, this.stage.store?.getState().saving.chosen ?? false)),
        onVersions: () => (this.sheet = 'versions'),
        onLeave: () => this.dispatchEvent(new DraftLeaveEvent()),
        onRemove: () => (this.sheet = 'remove'),
      })}
    </header>`;
  }

  #checklist(view: View) {
    return html`<mc-requirement-checklist .current=${view.row.id} .headingLevel=${this.headingLevel + 1}></mc-requirement-checklist>`;
  }

  #choose(name: CompanionName): void {
    this.chosen = name;
    // The tab must be there to take focus.
    this.performUpdate();
  }

  #otherCopy(): string | undefined {
    const { state: remote } = this.stage.store?.getState().remote ?? { state: 'none' };
    return remote === 'none' ? undefined : (this.affiliate.value?.name ?? this.credential.value?.issuer.name);
  }

  /** The next thing to do: a detail of the same outcome that is not proved, else the next place. */
  #next(view: View): NextStep | undefined {
    const credential = this.credential.value;
    const { say } = this.messages;
    const detail = credential && nextDetail(view, this.requirements.value ?? []);
    if (detail) {
      const target = evidenceTargets(credential.outcomes).find(({ id }) => id === detail.detail);
      return { words: say.next(`${target?.code ?? ''} ${target?.title ?? ''}`.trim()), go: () => this.open(detail) };
    }
    const next = credential && viewAfter(credential, view);
    if (!next) return undefined;
    return {
      words: view.row.kind === 'start' ? say.begin : say.next(this.#nameOf(next)),
      go: () => this.open(next.row.subject),
    };
  }

  #nameOf({ row, part }: View): string {
    const { say } = this.messages;
    // Prompts of one part are on one page: it is named by the part, not by its first question.
    if (row.kind === 'narrative') {
      return this.credential.value?.parts.find(({ id }) => id === part?.id)?.title ?? row.title ?? '';
    }
    if (row.kind === 'outcome') return `${row.code ?? ''} ${row.title ?? ''}`.trim();
    return row.title ?? say.places[row.kind as keyof typeof say.places];
  }

  #chunkFailed(name: ChunkName) {
    const { say } = this.messages;
    return html`<div class="note bad" role="alert">
      <p>${say.chunkFailed} <button type="button" class="link" @click=${() => this.#retry(name)}>${say.tryAgain}</button></p>
    </div>`;
  }

  /** Where a draft opens: at what is to be done next. */
  #first(credential: Credential): View {
    const { ready, next } = progressOf(this.requirements.value ?? []);
    const begun = (this.requirements.value ?? []).some(
      ({ state: s, subject }) => s !== 'todo' && subject.kind !== 'applicant',
    );
    if (this.stage.value !== 'draft') return viewOf(credential, { kind: 'finish' });
    if (!begun) return viewOf(credential, outlineFirst(credential.parts[0]));
    return viewOf(credential, ready || !next ? { kind: 'finish' } : next.subject);
  }

  #load(name: ChunkName): void {
    if (this.#loaded.has(name)) return;
    this.#loaded.add(name);
    void loadChunk(name).then((arrived) => {
      if (!arrived) this.failed = new Set([...this.failed, name]);
    });
  }

  #retry(name: ChunkName): void {
    this.#loaded.delete(name);
    this.failed = new Set([...this.failed].filter((each) => each !== name));
    this.#load(name);
  }

  async #focusPlace(): Promise<void> {
    await this.updateComplete;
    const place = this.renderRoot.querySelector<LitElement>('.place > .view');
    if (!place) return;
    if (place.localName.includes('-')) await customElements.whenDefined(place.localName);
    await place.updateComplete;
    const title =
      place.shadowRoot?.querySelector<HTMLElement>('.title[tabindex]') ??
      place.querySelector<HTMLElement>('.title[tabindex]');
    const detail = this.view?.detail;
    if (detail && place.localName === 'mc-evidence-mapper')
      return (place as unknown as Partial<McEvidenceMapper>).openDetail?.(detail);
    title?.focus({ preventScroll: true });
    // Only when the beginning is out of sight: a form that stands lower on its page must not jump.
    if (this.getBoundingClientRect().top < 0) this.scrollIntoView({ block: 'start', behavior: 'instant' });
  }

  #onOnline = (): void => {
    for (const name of this.failed) this.#retry(name);
  };

  #onOpen = (event: RequirementOpenEvent): void => {
    if (event.defaultPrevented) return;
    event.stopPropagation();
    this.open(event.subject);
  };

  #onCopySave = (event: CopySaveEvent): void => {
    if (!event.defaultPrevented) void this.#onCopy();
  };

  #onCopy = async (): Promise<void> => {
    const { say } = this.messages;
    const services = this.services.value;
    if (!services) return;
    try {
      const copy = await services.makeCopy();
      saveFile(copy);
      await services.copied();
      const missing = copy.missing.length ? ` ${say.copyMissing(copy.missing.length)}` : '';
      this.dispatchEvent(new AnnounceEvent(say.copySaved(copy.name) + missing));
    } catch {
      this.dispatchEvent(new AnnounceEvent(say.copyFailed));
    }
  };

  #onRemove = async (): Promise<void> => {
    await this.services.value?.removeDraft();
    this.sheet = undefined;
    this.dispatchEvent(new DraftLeaveEvent());
  };
}

const outlineFirst = (part: { kind: string; id: string } | undefined): OpenSubject =>
  part
    ? part.kind === 'narrative'
      ? { kind: 'narrative', part: part.id }
      : { kind: 'artifacts', part: part.id }
    : { kind: 'finish' };

function chunkOf({ row }: View): ChunkName {
  return row.kind === 'self-assessment' ? 'rubric' : row.kind;
}
