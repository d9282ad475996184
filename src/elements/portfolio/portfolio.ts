import { ContextProvider } from '@lit/context';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { localeContext, servicesContext, storeContext } from '../../context/keys.js';
import { MessagesController } from '../../context/messages-controller.js';
import { AnnounceEvent } from '../../events/announce.js';
import { DraftBeginEvent, DraftImportEvent, DraftLeaveEvent } from '../../events/draft.js';
import { PortfolioChangedEvent } from '../../events/portfolio-changed.js';
import { StageChangedEvent } from '../../events/stage-changed.js';
import { formMessages } from '../../locales/form.js';
import type { Affiliate } from '../../model/affiliate.js';
import type { CredentialInput } from '../../model/credential.js';
import { progressOf } from '../../model/requirement.js';
import type { DraftStorage } from '../../state/ports.js';
import type { PortfolioState } from '../../state/state.js';
import { base } from '../../theme/base.js';
import { tokens } from '../../theme/tokens.js';
import { saveFile } from '../save-file.js';
import { styles } from './portfolio.styles.js';
import { FormSession, type ImportResult, type Phase } from './session.js';

/**
 * The whole form: give it a credential, and a person can write, prove, check and hand in a portfolio. Work is kept in
 * this browser from the first letter on.
 *
 * @summary A working micro-credential submission form in one tag.
 * @slot form - Replaces the open form's own composition; elements in it find the portfolio by context.
 * @fires {PortfolioChangedEvent} mc-portfolio-changed - The work changed, here or in another tab.
 * @fires {StageChangedEvent} mc-stage-changed - Handed in, handed over, taken up again.
 * @csspart status - The line that says what is being opened.
 * @cssprop [--mc-brand=oklch(0.52 0.13 256)] - The colour that every accent is derived from.
 * @cssprop [--mc-font] - Font family; the host's unless given.
 * @cssprop [--mc-font-size=16px] - Size that all text sizes follow.
 * @cssprop [--mc-radius=8px] - Roundness that all corners follow.
 * @cssstate loading - The credential or the draft is on its way.
 * @cssstate ready - Nothing blocks handing in.
 */
export class McPortfolio extends LitElement {
  static readonly formAssociated = true;
  static override styles = [tokens, base, styles];

  /** Address of the credential, a JSON file of the format `mc-credential/1`. */
  @property() src: string | undefined;
  /** The credential itself, in place of `src`. */
  @property({ attribute: false }) credential: CredentialInput | undefined;
  /** Address of the affiliate's file, `mc-affiliate/1`. */
  @property({ attribute: 'affiliate-src' }) affiliateSrc: string | undefined;
  /** The affiliate itself, in place of `affiliate-src`. */
  @property({ attribute: false }) affiliate: Affiliate | undefined;
  /** The host's key of the person's draft, such as an account number. With it the draft opens at once. */
  @property() draft: string | undefined;
  /** Address of a receiver, such as `/mc`. Without it handing in makes a package. */
  @property() endpoint: string | undefined;
  /** Level of the form's title among the headings of the page. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;
  /** `light`, `dark` or `auto` (the person's); the page's own scheme unless given. */
  @property({ reflect: true }) scheme: 'light' | 'dark' | 'auto' | undefined;
  /** Name of the field in a surrounding form; its value is the draft's id. */
  @property({ reflect: true }) name: string | undefined;
  /** The host's own storage. */
  @property({ attribute: false }) storage: DraftStorage | undefined;

  @state() private phase: Phase = { kind: 'loading' };
  @state() private imported: ImportResult | undefined;
  @state() private said = '';

  private messages = new MessagesController(this, formMessages);
  private storeProvider = new ContextProvider(this, { context: storeContext });
  private servicesProvider = new ContextProvider(this, { context: servicesContext });
  private localeProvider = new ContextProvider(this, { context: localeContext });
  #internals: ElementInternals | undefined;
  #session: FormSession | undefined;
  #unsubscribe: (() => void) | undefined;
  #leaving: ReturnType<typeof setTimeout> | undefined;
  /** A person's act changes the screen: what they pressed goes with it, and focus is to follow. */
  #acted = false;

  /** The state of the open portfolio, or nothing before one is open. */
  get portfolio(): PortfolioState['portfolio'] | undefined {
    return this.phase.kind === 'open' ? this.phase.live.store.getState().portfolio : undefined;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    clearTimeout(this.#leaving);
    this.#internals ??= this.attachInternals();
    this.addEventListener(DraftBeginEvent.type, this.#onBegin);
    this.addEventListener(DraftImportEvent.type, this.#onImport);
    this.addEventListener(DraftLeaveEvent.type, this.#onLeave);
    this.addEventListener(AnnounceEvent.type, this.#onAnnounce);
    addEventListener('beforeunload', this.#onUnload);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('beforeunload', this.#onUnload);
    if (this.phase.kind === 'open') void this.phase.live.flush().catch(() => undefined);
    // A host that moves the element takes it out and puts it back at once: that must not end the session.
    this.#leaving = setTimeout(() => this.#close(), 1_000);
  }

  /** Opens the documents again, as after a failed load. */
  reload(): void {
    this.#close();
    this.#begin();
  }

  protected override willUpdate(changed: PropertyValues): void {
    // The form's language is that of its place; the whole form follows when it changes.
    this.localeProvider.setValue(this.messages.locale);
    const documents = ['src', 'credential', 'affiliateSrc', 'affiliate', 'draft', 'endpoint', 'storage'];
    if (documents.some((name) => changed.has(name))) this.#close();
    if (!this.#session && (this.src || this.credential !== undefined)) this.#begin();
  }

  override render() {
    const { say, format, locale } = this.messages;
    // The words are English where there are no others, whatever the page is in. A `dir` on the tag stands.
    return html`<div lang=${format.language} dir=${this.dir ? nothing : locale.direction}>
      ${this.#phase()}
      ${this.phase.kind === 'loading' && (this.src ?? this.credential) ? html`<p class="opening" part="status" aria-live="polite">${say.opening}</p>` : nothing}
      <div class="only-heard" role="status" aria-live="polite">${this.said}</div>
    </div>`;
  }

  #phase() {
    const { phase } = this;
    switch (phase.kind) {
      case 'open':
        return html`${this.#importNote()}<slot name="form"><mc-form-frame .headingLevel=${this.headingLevel}></mc-form-frame></slot>`;
      case 'start':
      case 'choose':
        return html`${this.#importNote()}<mc-start-screen
          class="alone"
          .credential=${phase.credential}
          .affiliate=${phase.affiliate}
          .drafts=${phase.kind === 'choose' ? phase.drafts : []}
          .headingLevel=${this.headingLevel}
          .choosing=${phase.kind === 'choose' || phase.kind === 'start'}
          @mc-draft-new=${() => this.#session?.startNew()}
        ></mc-start-screen>`;
      case 'unreachable':
      case 'faults':
      case 'failed':
        return html`<mc-load-problem .problem=${phase} .headingLevel=${this.headingLevel} @mc-load-retry=${this.#onRetry}></mc-load-problem>`;
      default:
        return nothing;
    }
  }

  #importNote() {
    const { imported } = this;
    if (!imported) return nothing;
    const { say } = this.messages;
    const { opened, missing, damaged, unread, faults, credential } = imported;
    const isPart = unread.length || faults.length;
    const words = !opened
      ? credential === 'none'
        ? say.importNoCredential
        : faults.some(({ code }) => code === 'package.member-damaged')
          ? say.importDamaged
          : say.importFailed
      : [
          say.imported,
          credential === 'own' && say.importOwnCredential,
          credential === 'other' && say.importOtherCredential,
          unread.some(({ member }) => member === 'portfolio.json') && say.importWorkDamaged,
          damaged.length && say.importFilesDamaged(damaged),
          missing.length && say.importMissing(missing),
          isPart && say.importFaults,
        ]
          .filter(Boolean)
          .join(' ');
    const tone = !opened ? 'bad' : missing.length || isPart ? 'warn' : 'good';
    return html`<div class="note ${tone} imported" role="status">
      <p>${words} ${unread.length ? html`<button type="button" class="link" @click=${this.#saveUnread}>${say.importSaveUnread}</button>` : nothing} <button type="button" class="link" @click=${() => (this.imported = undefined)}>${say.close}</button></p>
    </div>`;
  }

  #begin(): void {
    const session = new FormSession(
      {
        credential: this.credential ?? (this.src || undefined),
        affiliate: this.affiliate ?? this.affiliateSrc,
        hostKey: this.draft,
        endpoint: this.endpoint,
        storage: this.storage,
      },
      () => {
        if (session === this.#session) this.#arrive(session.phase);
      },
    );
    this.#session = session;
    void session.open();
  }

  #close(): void {
    this.#unsubscribe?.();
    this.#session?.close();
    this.#session = undefined;
    this.storeProvider.setValue(undefined);
    this.servicesProvider.setValue(undefined);
  }

  #arrive(phase: Phase): void {
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
    const live = phase.kind === 'open' ? phase.live : undefined;
    this.storeProvider.setValue(live?.store);
    this.servicesProvider.setValue(live?.services);
    if (phase.kind === 'unreachable' || phase.kind === 'faults' || phase.kind === 'failed')
      void import('../load-problem/mc-load-problem.js');
    if (phase.kind === 'start' || phase.kind === 'choose') void import('../start-screen/mc-start-screen.js');
    this.phase = phase;
    this.#setState('loading', phase.kind === 'loading');
    if (live) this.#follow(live.store);
    if (this.#acted && phase.kind !== 'loading') {
      this.#acted = false;
      void this.#focusScreen();
    }
  }

  async #focusScreen(): Promise<void> {
    await this.updateComplete;
    const screen = this.renderRoot.querySelector<LitElement>('mc-form-frame, mc-start-screen, mc-load-problem');
    if (!screen) return;
    await customElements.whenDefined(screen.localName);
    await screen.updateComplete;
    screen.focus();
  }

  #follow(store: { getState(): PortfolioState; subscribe(listener: () => void): () => void }): void {
    let before = store.getState();
    this.#internals?.setFormValue(before.draft);
    this.#setState('ready', progressOf(before.requirements).ready);
    this.#unsubscribe = store.subscribe(() => {
      const now = store.getState();
      const last = before;
      before = now;
      if (now.portfolio !== last.portfolio) this.dispatchEvent(new PortfolioChangedEvent(now.portfolio));
      if (now.stage !== last.stage) this.dispatchEvent(new StageChangedEvent(now.stage, last.stage));
      if (now.requirements !== last.requirements) this.#setState('ready', progressOf(now.requirements).ready);
    });
  }

  #setState(name: string, on: boolean): void {
    if (on) this.#internals?.states.add(name);
    else this.#internals?.states.delete(name);
  }

  #onBegin = ({ draft, memory }: DraftBeginEvent): void => {
    this.imported = undefined;
    this.#acted = true;
    void (draft ? this.#session?.continueDraft(draft) : this.#session?.begin({ memory }));
  };

  #onImport = ({ file, memory }: DraftImportEvent): void => {
    this.#acted = true;
    void this.#session?.importDraft(file, memory).then((result) => {
      this.imported = result;
      this.#acted = false;
    });
  };

  #saveUnread = async (): Promise<void> => {
    const packed = await this.#session?.packUnread(this.imported?.unread ?? []);
    if (packed) saveFile(packed);
  };

  #onLeave = (): void => {
    this.#acted = true;
    void this.#session?.closeDraft();
  };

  #onRetry = (): void => {
    this.#acted = true;
    this.reload();
  };

  #onAnnounce = (event: AnnounceEvent): void => {
    event.stopPropagation();
    this.said = event.words;
  };

  /** Asks before leaving only when leaving would lose something. */
  #onUnload = (event: BeforeUnloadEvent): void => {
    if (this.phase.kind !== 'open') return;
    const { saving, remote, copy, portfolio, files } = this.phase.live.store.getState();
    const begun = portfolio.narratives.length + portfolio.artifacts.length + portfolio.evidence.length > 0;
    const onlyHere = saving.place === 'memory' && remote.state !== 'synced' && !copy;
    const unkept = Object.values(files).some(
      ({ kept, upload }) => (kept === 'memory' || kept === 'storing') && upload !== 'checked',
    );
    if (begun && (onlyHere || saving.problem || unkept)) event.preventDefault();
  };
}
