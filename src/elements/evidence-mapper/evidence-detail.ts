import { ContextConsumer } from '@lit/context';
import { html, LitElement, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { servicesContext, storeContext } from '../../context/keys.js';
import { MessagesController } from '../../context/messages-controller.js';
import { AnnounceEvent } from '../../events/announce.js';
import { evidenceMessages } from '../../locales/evidence.js';
import type { EvidencePart } from '../../model/credential.js';
import type { Locator } from '../../model/locator.js';
import type { Artifact, Evidence, Pointer } from '../../model/portfolio.js';
import type { EvidenceTarget } from '../../model/targets.js';
import { countWords } from '../../model/words.js';
import { newId } from '../../state/ids.js';
import { base } from '../../theme/base.js';
import { plusIcon } from '../../theme/icons.js';
import { tokens } from '../../theme/tokens.js';
import { artifactTitle } from '../artifact/artifact-words.js';
import { typed } from '../typed.js';
import { styles } from './evidence-detail.styles.js';
import { kindsFor } from './place-row.js';
import { pointerCard, pointerStyles } from './pointer-card.js';

/**
 * The work on one detail: what shows it and where, and how that proves it. Every input is a change at once.
 *
 * @summary The editors of the open detail; rendered by the evidence mapper.
 * @fires {AnnounceEvent} mc-announce - Says in a few words what came of an action.
 */
export class McEvidenceDetail extends LitElement {
  static override styles = [tokens, base, pointerStyles, styles];

  @property({ attribute: false }) target: EvidenceTarget | undefined;
  /** The evidence part. */
  @property({ attribute: false }) rules: EvidencePart | undefined;
  @property({ attribute: false }) evidence: Evidence | undefined;
  /** All artifacts of the portfolio. */
  @property({ attribute: false }) artifacts: readonly Artifact[] = [];
  /** The language the explanation is written in. */
  @property({ attribute: false }) language = '';

  @state() private picking = false;
  /** The pointer whose places are being edited. */
  @state() private editing = '';
  @state() private removed: Pointer | undefined;

  private messages = new MessagesController(this, evidenceMessages);
  private store = new ContextConsumer(this, { context: storeContext, subscribe: true });
  private services = new ContextConsumer(this, { context: servicesContext, subscribe: true });

  override render() {
    const { target, rules, evidence } = this;
    if (!target || !rules) return nothing;
    const { say } = this.messages;
    const pointers = evidence?.pointers ?? [];
    const { max } = rules.evidence;
    return html`<ul class="pointers" aria-label=${say.places} ?hidden=${pointers.length === 0}>
        ${repeat(
          pointers,
          ({ id }) => id,
          (pointer) => html`<li data-id=${pointer.id}>${this.pointer(pointer)}</li>`,
        )}
      </ul>
      ${
        this.removed
          ? html`<p class="note undo"><span>${say.removed(this.titleOf(this.removed))}</span>
            <button class="link" type="button" @click=${this.undo}>${say.undo}</button></p>`
          : nothing
      }
      ${
        this.picking
          ? html`<mc-artifact-picker class="keep-clear" .artifacts=${this.choices} .here=${new Set(pointers.map(({ artifact }) => artifact))}
            .rule=${rules.artifacts} .add=${this.adder} .choose=${this.choose}></mc-artifact-picker>`
          : max !== undefined && pointers.length >= max
            ? nothing
            : html`<button class="button add ${pointers.length === 0 ? 'main' : ''}" type="button" @click=${this.pick}>
              ${plusIcon()}${pointers.length === 0 ? say.addFirst : say.addAnother}
            </button>`
      }
      ${this.explanation()}`;
  }

  /** Moves focus to where the work goes on: the way to choose an artifact, or the explanation. */
  override focus(options?: FocusOptions): void {
    const has = this.evidence?.pointers.length;
    this.shadowRoot?.querySelector<HTMLElement>(has ? 'textarea' : '.add')?.focus(options);
  }

  private pointer(pointer: Pointer) {
    const { say } = this.messages;
    const artifact = this.artifacts.find(({ id }) => id === pointer.artifact);
    const editing = this.editing === pointer.id && artifact !== undefined;
    const named = html`<span class="only-heard"> ${say.forArtifact(this.titleOf(pointer))}</span>`;
    const needsPlace = this.rules?.evidence.locator === 'required';
    return pointerCard({
      pointer,
      artifact,
      needsPlace,
      say,
      choosePlace: () => this.edit(pointer),
      acts: html`${
        artifact
          ? html`<button class="button quiet compact edit" type="button" aria-expanded=${editing} @click=${() => (editing ? this.closeEditor() : this.edit(pointer))}>
              ${editing ? say.done : say.edit}${named}</button>`
          : nothing
      }
        <button class="button quiet compact" type="button" @click=${() => this.removePointer(pointer)}>${say.remove}${named}</button>`,
      below: html`${this.replacedNote(pointer, artifact)}
      ${
        editing
          ? html`<div class="below keep-clear" role="group" aria-label=${say.where}>
            <mc-locator-editor .artifact=${artifact} .locators=${pointer.locators} .required=${needsPlace}
              .change=${(locators: Locator[]) => this.put(pointer, artifact, locators)}></mc-locator-editor>
          </div>`
          : nothing
      }`,
    });
  }

  private replacedNote(pointer: Pointer, artifact: Artifact | undefined) {
    const { file } = artifact ?? {};
    if (!artifact || !file || pointer.file === undefined || pointer.file === file.id) return nothing;
    const { say } = this.messages;
    return html`<p class="note warn replaced"><span>${say.replacedNote}
      <button class="link" type="button" @click=${() => this.put(pointer, artifact, pointer.locators)}>${say.stillRight}</button></span></p>`;
  }

  private explanation() {
    const { say } = this.messages;
    const { evidence } = this;
    const text = evidence?.explanation ?? '';
    const limits = this.rules?.evidence.explanation;
    const limited = limits?.min !== undefined || limits?.max !== undefined;
    return html`<div class="field">
      <label for="why">${say.explanation}</label>
      <textarea class="input" id="why" rows="3" dir="auto" lang=${this.language || nothing} spellcheck="true"
        aria-describedby=${limited ? 'count' : nothing}
        ${typed(text, (now) => this.explain(now, evidence))}></textarea>
      ${limited ? html`<span class="hint figures" id="count">${say.words(countWords(text), limits?.min, limits?.max)}</span>` : nothing}
    </div>`;
  }

  private get choices(): Artifact[] {
    return this.artifacts.filter(({ part }) => part === this.rules?.id);
  }

  private get adder() {
    const services = this.services.value;
    const part = this.rules?.id;
    return services && part !== undefined ? (file: File) => services.addFiles(part, [file]) : undefined;
  }

  private titleOf({ artifact }: Pointer): string {
    const found = this.artifacts.find(({ id }) => id === artifact);
    return found ? artifactTitle(found) : this.messages.say.gone;
  }

  /** `shown` is the evidence whose words the person saw: what came in between is not overwritten unseen. */
  private explain(text: string, shown: Evidence | undefined): void {
    if (!this.target) return;
    this.store.value?.apply({
      kind: 'evidence-explain',
      evidence: shown?.id ?? newId(),
      detail: this.target.id,
      text,
      ...(shown?.seen !== undefined && { base: shown.seen }),
    });
  }

  private putPointer(pointer: Pointer): void {
    if (!this.target) return;
    this.store.value?.apply({
      kind: 'pointer-put',
      evidence: this.evidence?.id ?? newId(),
      detail: this.target.id,
      pointer,
    });
  }

  /** Places are always said of the file as it is now. */
  private put(pointer: Pointer, { file }: Artifact, locators: Locator[]): void {
    this.putPointer({ ...pointer, locators, ...(file && { file: file.id }) });
  }

  private pick = () => {
    this.removed = undefined;
    this.picking = true;
    void this.updateComplete.then(async () => {
      const picker = this.shadowRoot?.querySelector('mc-artifact-picker');
      await picker?.updateComplete;
      // All of it comes into sight, not only its first choice.
      picker?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
      picker?.focus();
    });
  };

  private choose = (id: string | undefined) => {
    this.picking = false;
    const artifact = this.artifacts.find((each) => each.id === id);
    if (!artifact) {
      void this.updateComplete.then(() => this.shadowRoot?.querySelector<HTMLElement>('.add')?.focus());
      return;
    }
    const required = this.rules?.evidence.locator === 'required';
    // A picture or a link is a place by itself; the person can narrow it.
    const locators: Locator[] = required && kindsFor(artifact, required)[0] === 'whole' ? [{ kind: 'whole' }] : [];
    const pointer: Pointer = {
      id: newId(),
      artifact: artifact.id,
      ...(artifact.file && { file: artifact.file.id }),
      locators,
    };
    this.putPointer(pointer);
    this.announce(this.messages.say.added(artifactTitle(artifact)));
    this.edit(pointer);
  };

  private edit({ id }: Pointer): void {
    this.editing = id;
    // The new card comes back from the store by way of the mapper, so it may be there one update later.
    void this.card(id).then(async (card) => {
      const editor = card?.querySelector('mc-locator-editor');
      await editor?.updateComplete;
      editor?.parentElement?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
      editor?.focus();
    });
  }

  private closeEditor(): void {
    const id = this.editing;
    this.editing = '';
    void this.card(id).then((card) => card?.querySelector<HTMLElement>('.edit')?.focus());
  }

  private removePointer(pointer: Pointer): void {
    const pointers = this.evidence?.pointers ?? [];
    const at = pointers.findIndex(({ id }) => id === pointer.id);
    const next = pointers[at + 1] ?? pointers[at - 1];
    this.removed = pointer;
    if (this.target) this.store.value?.apply({ kind: 'pointer-remove', detail: this.target.id, pointer: pointer.id });
    this.announce(this.messages.say.removed(this.titleOf(pointer)));
    if (next) void this.card(next.id).then((card) => card?.querySelector<HTMLElement>('.acts .button')?.focus());
    else void this.updateComplete.then(() => this.shadowRoot?.querySelector<HTMLElement>('.add')?.focus());
  }

  private undo = () => {
    const { removed } = this;
    this.removed = undefined;
    if (!removed) return;
    this.putPointer(removed);
    void this.card(removed.id).then((card) => card?.querySelector<HTMLElement>('.acts .button')?.focus());
  };

  private async card(id: string): Promise<Element | null | undefined> {
    const find = () => this.shadowRoot?.querySelector(`li[data-id="${CSS.escape(id)}"]`);
    for (let updates = 0; updates < 3; updates += 1) {
      await this.updateComplete;
      if (find()) break;
      await Promise.resolve();
    }
    return find();
  }

  private announce(words: string): void {
    this.dispatchEvent(new AnnounceEvent(words));
  }
}
