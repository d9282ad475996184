import { html, LitElement, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { MessagesController } from '../../context/messages-controller.js';
import { StoreController } from '../../context/store-controller.js';
import { artifactFieldMessages } from '../../locales/artifact-field.js';
import type { ArtifactRule } from '../../model/credential.js';
import type { Artifact } from '../../model/portfolio.js';
import { base } from '../../theme/base.js';
import { tokens } from '../../theme/tokens.js';
import { heading } from '../heading.js';
import type { OwnLibrary } from './own-library.js';
import { styles } from './artifact-library.styles.js';

/** Every kind that is a file: what a library takes that stands alone and was told nothing else. */
const anyFile: ArtifactRule = {
  kinds: ['pdf', 'document', 'presentation', 'spreadsheet', 'image', 'audio', 'video', 'text'],
};

/**
 * Artifacts: added by button, by drop, by paste or as a link; titled, described, put in order, replaced, removed.
 * Inside of a form of ours they belong to the portfolio. Alone it is a form control: its files are sent under its
 * `name`, links as their addresses.
 *
 * @summary Upload, list, rename, replace and remove artifacts, each refused file with the reason.
 * @fires {AnnounceEvent} mc-announce - Says in a few words what came of an action.
 * @fires {Event} input - Alone: what it holds has changed.
 * @fires {Event} change - Alone: what it holds has changed.
 */
export class McArtifactLibrary extends LitElement {
  static readonly formAssociated = true;
  static override styles = [tokens, base, styles];

  /** The evidence part whose artifacts it shows; the first one unless given. */
  @property({ attribute: 'part-id' }) partId = '';
  /** Alone: the name under which its files are sent. */
  @property() name = '';
  /** Alone: at least one artifact, or as many as `rule.min` says, must be there. */
  @property({ type: Boolean }) required = false;
  /** Alone: more than one artifact may be added. */
  @property({ type: Boolean }) multiple = false;
  @property({ type: Boolean, reflect: true }) disabled = false;
  /** Alone: what is accepted; files of every kind that is known unless given. */
  @property({ attribute: false }) rule: ArtifactRule | undefined;
  /** Level of its heading inside of a form. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 3;
  /** Beside other work: without title and instructions. */
  @property({ type: Boolean }) compact = false;

  @state() private inside: 'loading' | 'there' | 'failed' = 'loading';
  @state() private fieldsetDisabled = false;
  /** The form was to be sent, and something was missing. */
  @state() private asked = false;
  @state() private kept: readonly Artifact[] = [];

  #internals = this.attachInternals();
  #own: OwnLibrary | undefined;
  /** What came before the inside was there. */
  #early: File[] = [];
  private messages = new MessagesController(this, artifactFieldMessages);
  private credential = new StoreController(this, (now) => now.credential);

  /** Alone: the artifacts it holds, in order. */
  get artifacts(): readonly Artifact[] {
    return this.kept;
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

  override connectedCallback(): void {
    super.connectedCallback();
    this.#internals.role = 'group';
    this.addEventListener('invalid', this.onInvalid);
    if (this.inside === 'loading') void this.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener('invalid', this.onInvalid);
  }

  override render() {
    return html`${this.head()}${this.body()}`;
  }

  /** What the place is called; alone, the page around it says so. */
  private head() {
    const credential = this.credential.value;
    const parts = credential?.parts ?? [];
    const part = parts.find(({ kind, id }) => kind === 'evidence' && (!this.partId || id === this.partId));
    if (!credential || !part || this.compact) return nothing;
    const { say } = this.messages;
    return html`<div class="head">
      <p class="kicker">${say.partOf(parts.indexOf(part) + 1, parts.length)}</p>
      ${heading(this.headingLevel, say.title, 'title', undefined, true)}
      ${part.instructions ? html`<p class="lead" lang=${credential.language}>${part.instructions}</p>` : nothing}
    </div>`;
  }

  private body() {
    const { say } = this.messages;
    if (this.inside === 'loading') return html`<p class="small">${say.loading}</p>`;
    if (this.inside === 'failed') {
      return html`<p class="note bad" role="alert"><span>${say.failed} <button class="link" type="button" @click=${this.load}>${say.again}</button></span></p>`;
    }
    return html`<mc-artifact-list .partId=${this.partId} .own=${this.#own} .artifacts=${this.kept} .rule=${this.ownRule}
      .disabled=${this.disabled || this.fieldsetDisabled} .missing=${this.asked ? this.validationMessage : ''}></mc-artifact-list>`;
  }

  protected override updated(): void {
    this.validate();
  }

  override focus(options?: FocusOptions): void {
    this.shadowRoot?.querySelector<HTMLElement>('mc-artifact-list, button')?.focus(options);
  }

  /** Called by the browser: the form was reset. */
  formResetCallback(): void {
    this.asked = false;
    this.#early = [];
    this.#own?.clear();
  }

  /** Called by the browser: a fieldset around it was disabled or enabled. */
  formDisabledCallback(disabled: boolean): void {
    this.fieldsetDisabled = disabled;
  }

  /** Called by the browser: it brings back what was there before the page was left. */
  formStateRestoreCallback(kept: unknown): void {
    if (!(kept instanceof FormData)) return;
    this.#early = [...kept.values()].filter((value) => value instanceof File);
    void this.takeEarly();
  }

  private load = async (): Promise<void> => {
    this.inside = 'loading';
    try {
      // A chunk that fails to load is tried once more before the person is told.
      const view = await import('./library-view.js').catch(() => import('./library-view.js'));
      this.#own ??= new view.OwnLibrary(
        () => this.ownRule,
        () => this.hold(),
      );
      this.inside = 'there';
      await this.takeEarly();
    } catch {
      this.inside = 'failed';
    }
  };

  private async takeEarly(): Promise<void> {
    if (!this.#own) return;
    for (const file of this.#early.splice(0)) await this.#own.addFile(file);
  }

  private get ownRule(): ArtifactRule {
    const rule = this.rule ?? anyFile;
    return this.multiple ? rule : { ...rule, max: 1 };
  }

  private hold(): void {
    this.kept = this.#own?.artifacts ?? [];
    const values = this.#own?.values ?? [];
    const sent = new FormData();
    for (const value of values) sent.append(this.name, value);
    const state = new FormData();
    for (const value of values) state.append('artifact', value);
    this.#internals.setFormValue(this.name && values.length > 0 ? sent : null, state);
    this.validate();
    this.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    this.dispatchEvent(new Event('change', { bubbles: true }));
  }

  private validate(): void {
    const need = Math.max(1, this.ownRule.min ?? 1);
    const list = this.shadowRoot?.querySelector('mc-artifact-list');
    if (this.credential.value === undefined && this.required && this.kept.length < need) {
      this.#internals.setValidity({ valueMissing: true }, this.messages.say.missing(need), list?.addButton);
    } else {
      this.#internals.setValidity({});
      this.asked = false;
    }
  }

  private onInvalid = () => {
    this.asked = true;
  };
}
