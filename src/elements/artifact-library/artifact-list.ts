import { ContextConsumer } from '@lit/context';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { repeat } from 'lit/directives/repeat.js';
import { servicesContext } from '../../context/keys.js';
import { MessagesController } from '../../context/messages-controller.js';
import { StoreController } from '../../context/store-controller.js';
import { AnnounceEvent } from '../../events/announce.js';
import { artifactMessages } from '../../locales/artifacts.js';
import type { ArtifactRule, EvidencePart } from '../../model/credential.js';
import { memoByIdentity } from '../../model/memo.js';
import type { Artifact } from '../../model/portfolio.js';
import type { Refusal } from '../../state/services.js';
import { base } from '../../theme/base.js';
import { uploadIcon } from '../../theme/icons.js';
import { tokens } from '../../theme/tokens.js';
import { saveFile } from '../save-file.js';
import type { ArtifactAct, ArtifactActEvent } from './act-event.js';
import { styles } from './artifact-list.styles.js';
import { artifactTitle } from '../artifact/artifact-words.js';
import { FileDrop, type Dropped } from './file-drop.js';
import { portfolioLibrary, type Library } from './library.js';
import type { McArtifactCard } from './artifact-card.js';
import type { OwnLibrary } from './own-library.js';
import { notAddedList, notAddedStyles, type NotAdded } from '../artifact/refusals.js';
import { usesOf } from './uses.js';
import { waysToAdd } from './ways-to-add.js';

/**
 * The inside of the artifact library: cards, ways to add, and what was not taken. Its artifacts are those of the
 * portfolio around it, or `own`.
 *
 * @summary The list of an artifact library; rendered by it.
 */
export class McArtifactList extends LitElement {
  static override styles = [tokens, base, notAddedStyles, styles];

  /** The evidence part; the first one of the credential unless given. */
  @property() partId = '';
  /** The library to show where there is no portfolio, and the artifacts in it. */
  @property({ attribute: false }) own: OwnLibrary | undefined;
  @property({ attribute: false }) artifacts: readonly Artifact[] = [];
  @property({ attribute: false }) rule: ArtifactRule | undefined;
  @property({ type: Boolean }) disabled = false;
  /** What the form around the control misses. */
  @property() missing = '';

  @state() private notAdded: readonly NotAdded[] = [];
  @state() private addingLink = false;
  @state() private reading = false;
  @state() private removing: Artifact | undefined;
  @state() private removed: { artifact: Artifact; after: string | null } | undefined;

  private messages = new MessagesController(this, artifactMessages);
  private credential = new StoreController(this, (now) => now.credential);
  private all = new StoreController(this, (now) => now.portfolio.artifacts);
  private evidence = new StoreController(this, (now) => now.portfolio.evidence);
  private requirements = new StoreController(this, (now) => now.requirements);
  private files = new StoreController(this, (now) => now.files);
  private place = new StoreController(this, (now) => now.saving.place);
  private readOnly = new StoreController(this, (now) => now.readOnly);
  private services = new ContextConsumer(this, { context: servicesContext, subscribe: true });
  private drop = new FileDrop(
    this,
    () => this.library !== undefined && !this.locked,
    (dropped) => void this.take(dropped),
  );
  private replacing: Artifact | undefined;

  override render() {
    const { say } = this.messages;
    const artifacts = this.shown;
    const rule = this.evidencePart?.artifacts ?? this.rule;
    if (!rule) return nothing;
    return html`${notAddedList(this.notAdded, say, (entry) => this.dismiss(entry))}
      <div class=${classMap({ zone: true, over: this.drop.over, empty: artifacts.length === 0 })}>
        <ul class="cards" aria-label=${say.listName} ?hidden=${artifacts.length === 0}>
          ${repeat(
            artifacts,
            ({ id }) => id,
            (artifact, at) => this.card(artifact, at, artifacts.length),
          )}
        </ul>
        ${this.undoNote()} ${
          this.locked
            ? nothing
            : waysToAdd({
                say,
                rule,
                empty: artifacts.length === 0,
                reading: this.reading,
                addingLink: this.addingLink,
                missing: this.missing,
                onChoose: this.chooseFiles,
                onFiles: this.chosen,
                onReplacement: this.chosenReplacement,
                onLink: this.openLink,
                addLink: this.addLink,
                closeLink: this.closeLink,
              })
        }
        ${this.drop.over ? html`<div class="let-go"><span>${uploadIcon()}${say.dropNow}</span></div>` : nothing}
      </div>
      <mc-artifact-removal .artifact=${this.removing} .uses=${this.removing && this.uses?.get(this.removing.id)}
        .decide=${this.decide}></mc-artifact-removal>`;
  }

  /** The button that opens the file chooser: what a form points at when something is missing. */
  get addButton(): HTMLElement | undefined {
    return this.shadowRoot?.querySelector<HTMLElement>('.add-files') ?? undefined;
  }

  override focus(options?: FocusOptions): void {
    (this.addButton ?? this.shadowRoot?.querySelector<McArtifactCard>('mc-artifact-card'))?.focus(options);
  }

  protected override updated(changed: PropertyValues): void {
    // A removed artifact that came back by another way needs no undoing.
    if (this.removed && this.shown.some(({ id }) => id === this.removed?.artifact.id)) this.removed = undefined;
    if (changed.has('partId')) this.notAdded = [];
  }

  private get evidencePart(): EvidencePart | undefined {
    const parts = this.credential.value?.parts.filter((part) => part.kind === 'evidence');
    return parts?.find(({ id }) => id === this.partId) ?? (this.partId ? undefined : parts?.[0]);
  }

  private get shown(): readonly Artifact[] {
    const part = this.evidencePart;
    if (!this.all.value) return this.artifacts;
    return part ? artifactsOf(this.all.value, part) : [];
  }

  private get locked(): boolean {
    return this.disabled || this.readOnly.value !== undefined;
  }

  private get library(): Library | undefined {
    const { store } = this.all;
    if (!store) return this.own;
    const part = this.evidencePart;
    return part && this.services.value && portfolioLibrary(part.id, store, this.services.value);
  }

  private get uses() {
    return this.evidence.value && this.credential.value && usesOf(this.evidence.value, this.credential.value);
  }

  /** Why the credential does not take what is there already, as it may after a revision. */
  private wrongWith({ id }: Artifact): string {
    const requirement = this.requirements.value?.find((each) => each.id === `artifacts/${this.evidencePart?.id}`);
    const wrong = requirement?.findings.find(
      // Where the file is, its state says.
      ({ code, severity, params }) =>
        severity === 'blocks' && params.artifact === id && !/bytes-missing|upload-incomplete/.test(code),
    );
    return wrong ? this.messages.say.why(wrong.code, wrong.params) : '';
  }

  private card(artifact: Artifact, at: number, of: number) {
    const { file } = artifact;
    return html`<li>
      <mc-artifact-card data-id=${artifact.id} .artifact=${artifact} .status=${file && this.files.value?.[file.id]}
        .tracked=${this.files.value !== undefined} .inPage=${this.place.value === 'memory'}
        .uses=${this.uses && (this.uses.get(artifact.id) ?? [])} .wrong=${this.wrongWith(artifact)} .first=${at === 0} .last=${at === of - 1} .locked=${this.locked}
        @mc-artifact-act=${(event: ArtifactActEvent) => this.act(artifact, event.act)}></mc-artifact-card>
    </li>`;
  }

  private undoNote() {
    if (!this.removed || this.locked) return nothing;
    const { say } = this.messages;
    return html`<p class="note removed">
      <span>${say.removed(artifactTitle(this.removed.artifact))}</span>
      <button class="link" type="button" @click=${this.undo}>${say.undo}</button>
    </p>`;
  }

  private chooseFiles = () => this.input('files')?.click();

  private chosen = (event: Event) => {
    const files = filesFrom(event);
    void this.take({ files, folders: [] });
  };

  private async take({ files, folders }: Dropped): Promise<void> {
    const { library } = this;
    const { say } = this.messages;
    if (!library || this.locked) return;
    const refused: NotAdded[] = folders.map((name) => ({
      name,
      why: say.why('artifact.kind-unknown', { type: 'inode/directory' }),
    }));
    this.reading = true;
    for (const file of files) {
      const why = await this.refusalOf(() => library.addFile(file));
      if (why) refused.push({ name: file.name, why });
    }
    this.reading = false;
    this.showRefused(refused);
    const added = files.length - (refused.length - folders.length);
    this.announce([added > 0 && say.added(added), refused.length > 0 && say.notTaken(refused.length)]);
  }

  /** Why a file was not taken, in words. A file that cannot be read is one of them. */
  private async refusalOf(take: () => Promise<Refusal | undefined>): Promise<string | undefined> {
    const { say } = this.messages;
    try {
      const refusal = await take();
      return refusal && say.why(refusal.code, refusal.params);
    } catch {
      return say.unreadable;
    }
  }

  /** The newest first, where they are seen at once: the button that was used may be far below. */
  private showRefused(refused: readonly NotAdded[]): void {
    if (refused.length === 0) return;
    this.notAdded = [...refused, ...this.notAdded];
    void this.updateComplete.then(() =>
      this.shadowRoot?.querySelector('.not-added')?.scrollIntoView({ block: 'nearest', behavior: 'instant' }),
    );
  }

  private act(artifact: Artifact, act: ArtifactAct): void {
    const { library } = this;
    if (!library) return;
    switch (act.kind) {
      case 'edit':
        return library.edit(artifact.id, act.set);
      case 'replace':
        this.replacing = artifact;
        return this.input('replacement')?.click();
      case 'up':
      case 'down':
        return this.move(artifact, act.kind === 'up' ? -1 : 1);
      case 'remove':
        this.removing = artifact;
        return;
      case 'retry':
        return artifact.file && library.retryUpload(artifact.file.id);
      case 'download':
        return void this.download(artifact, library);
    }
  }

  private chosenReplacement = async (event: Event) => {
    const [file] = filesFrom(event);
    const artifact = this.replacing;
    const { library } = this;
    if (!file || !artifact || !library) return;
    const why = await this.refusalOf(() => library.replaceFile(artifact.id, file));
    if (why) this.showRefused([{ name: file.name, why }]);
    this.announce([why ?? this.messages.say.replaced(artifactTitle(artifact))]);
  };

  private move(artifact: Artifact, by: 1 | -1): void {
    const others = this.shown.filter(({ id }) => id !== artifact.id);
    const place = this.shown.indexOf(artifact) + by;
    this.library?.move(artifact.id, others[place - 1]?.id ?? null);
    this.announce([this.messages.say.movedTo(artifactTitle(artifact), place + 1, others.length + 1)]);
    // Moving a card in the document takes the focus from it.
    const focused = this.cardOf(artifact.id)?.shadowRoot?.activeElement;
    void this.updateComplete.then(() => (focused as HTMLElement | null | undefined)?.focus());
  }

  private decide = (yes: boolean) => {
    // As it is now: it may have changed while the question was open.
    const at = this.shown.findIndex(({ id }) => id === this.removing?.id);
    const artifact = this.shown[at];
    this.removing = undefined;
    if (!yes || !artifact) return;
    const next = this.shown[at + 1] ?? this.shown[at - 1];
    this.removed = { artifact, after: this.shown[at - 1]?.id ?? null };
    this.library?.remove(artifact.id);
    this.announce([this.messages.say.removed(artifactTitle(artifact))]);
    void this.updateComplete.then(() => (next ? this.cardOf(next.id) : this)?.focus());
  };

  private undo = () => {
    const { removed } = this;
    if (!removed) return;
    this.library?.restore(removed.artifact, removed.after);
    this.removed = undefined;
    void this.focusCard(removed.artifact.id);
  };

  private async download({ file }: Artifact, library: Library): Promise<void> {
    const bytes = file && (await library.readFile(file.id).catch(() => undefined));
    // Saved, never opened in the page: a file could be a page itself.
    if (bytes) saveFile({ name: file.name, blob: new Blob([bytes], { type: 'application/octet-stream' }) });
    else this.announce([this.messages.say.gone]);
  }

  private openLink = () => {
    this.addingLink = true;
  };

  private addLink = (url: string, title: string) => this.library?.addLink(url, title);

  private closeLink = (added: boolean) => {
    this.addingLink = false;
    if (added) {
      this.announce([this.messages.say.added(1)]);
      void this.updateComplete.then(() => this.focusCard(this.shown.at(-1)?.id ?? ''));
    } else void this.updateComplete.then(() => this.shadowRoot?.querySelector<HTMLElement>('.add-link')?.focus());
  };

  private dismiss(entry: NotAdded): void {
    this.notAdded = this.notAdded.filter((other) => other !== entry);
    void this.updateComplete.then(() => (this.shadowRoot?.querySelector<HTMLElement>('.dismiss') ?? this).focus());
  }

  private async focusCard(id: string): Promise<void> {
    await this.updateComplete;
    const card = this.cardOf(id);
    await card?.updateComplete;
    card?.focus();
  }

  private announce(words: readonly (string | false)[]): void {
    this.dispatchEvent(new AnnounceEvent(words.filter(Boolean).join(' ')));
  }

  private input = (name: string) => this.shadowRoot?.querySelector<HTMLInputElement>(`input.${name}`);
  private cardOf = (id: string) =>
    this.shadowRoot?.querySelector<McArtifactCard>(`mc-artifact-card[data-id="${CSS.escape(id)}"]`);
}

const artifactsOf = memoByIdentity((artifacts: Artifact[], part: EvidencePart) =>
  artifacts.filter((artifact) => artifact.part === part.id),
);

/** The files that were chosen; the field is emptied so that the same ones can be chosen again. */
function filesFrom(event: Event): File[] {
  const field = event.target as HTMLInputElement;
  const files = [...(field.files ?? [])];
  field.value = '';
  return files;
}
