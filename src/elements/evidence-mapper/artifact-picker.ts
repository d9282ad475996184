import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { MessagesController } from '../../context/messages-controller.js';
import { AnnounceEvent } from '../../events/announce.js';
import { artifactMessages } from '../../locales/artifacts.js';
import { evidenceMessages } from '../../locales/evidence.js';
import { acceptAttribute } from '../../model/artifact-kind.js';
import type { ArtifactRule } from '../../model/credential.js';
import type { Artifact } from '../../model/portfolio.js';
import type { Refusal } from '../../state/services.js';
import { base } from '../../theme/base.js';
import { uploadIcon } from '../../theme/icons.js';
import { tokens } from '../../theme/tokens.js';
import { artifactKind, artifactTitle, kindIcon } from '../artifact/artifact-words.js';
import { notAddedList, notAddedStyles, type NotAdded } from '../artifact/refusals.js';
import { styles } from './artifact-picker.styles.js';

/**
 * One of the part's artifacts, or a new one. `choose` is called with an artifact's id, or without one when the person
 * gives up.
 *
 * @summary Chooses an artifact for a detail; rendered by the evidence mapper.
 */
export class McArtifactPicker extends LitElement {
  static override styles = [tokens, base, notAddedStyles, styles];

  @property({ attribute: false }) artifacts: readonly Artifact[] = [];
  /** Ids of those that stand here already. They may be chosen again, for another place. */
  @property({ attribute: false }) here: ReadonlySet<string> = new Set();
  @property({ attribute: false }) rule: ArtifactRule | undefined;
  /** Takes a new file into the part. Without it nothing can be uploaded. */
  @property({ attribute: false }) add: ((file: File) => Promise<Refusal[]>) | undefined;
  @property({ attribute: false }) choose: (artifact: string | undefined) => void = () => undefined;

  @state() private chosen = '';
  @state() private reading = false;
  @state() private notAdded: readonly NotAdded[] = [];
  /** Artifacts there were before a file was uploaded: the one that comes is the one that is meant. */
  #before: ReadonlySet<string> | undefined;
  private messages = new MessagesController(this, evidenceMessages);
  private words = new MessagesController(this, artifactMessages);

  override render() {
    const { say } = this.messages;
    const none = this.artifacts.length === 0;
    return html`<form @submit=${this.submit} @keydown=${this.onKey}>
      <fieldset>
        <legend class="label">${say.pick}</legend>
        ${none ? html`<p class="hint">${say.pickNone}</p>` : nothing}
        ${repeat(
          this.artifacts,
          ({ id }) => id,
          (artifact) => this.option(artifact),
        )}
      </fieldset>
      ${notAddedList(this.notAdded, this.words.say, this.dismiss)}
      <div class="acts">
        ${none ? nothing : html`<button class="button main" type="submit" aria-disabled=${this.chosen ? nothing : 'true'}>${say.use}</button>`}
        ${
          this.rule && this.add
            ? html`<button class="button upload ${none ? 'main' : ''}" type="button" @click=${this.chooseFile}>
                ${uploadIcon()}${this.reading ? say.uploading : say.upload}
              </button>
              <input type="file" hidden accept=${acceptAttribute(this.rule)} @change=${this.onFile} />`
            : nothing
        }
        <button class="button quiet" type="button" @click=${() => this.choose(undefined)}>${say.cancel}</button>
      </div>
    </form>`;
  }

  /** Moves focus to the first artifact, or to the button for the first one. */
  override focus(options?: FocusOptions): void {
    (
      this.shadowRoot?.querySelector<HTMLElement>('input[type=radio]') ??
      this.shadowRoot?.querySelector<HTMLElement>('.upload')
    )?.focus(options);
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!this.#before || !changed.has('artifacts')) return;
    const added = this.artifacts.find(({ id }) => !this.#before?.has(id));
    if (added) {
      this.#before = undefined;
      this.choose(added.id);
    }
  }

  private option(artifact: Artifact) {
    const { id } = artifact;
    return html`<label class="option">
      <input type="radio" name="artifact" .value=${id} .checked=${this.chosen === id} @change=${() => (this.chosen = id)} />
      <span class="mark">${kindIcon(artifactKind(artifact))}</span>
      <span class="name"><strong><bdi>${artifactTitle(artifact)}</bdi></strong>
        <span class="small">${this.words.say.kindOr(artifactKind(artifact))}${this.here.has(id) ? ` · ${this.messages.say.usedHere}` : ''}</span>
      </span>
    </label>`;
  }

  private submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (this.chosen) this.choose(this.chosen);
    else this.focus();
  };

  private onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    // The sheet that this may stand in stays open.
    event.preventDefault();
    event.stopPropagation();
    this.choose(undefined);
  };

  private chooseFile = () => this.shadowRoot?.querySelector<HTMLInputElement>('input[type=file]')?.click();

  private onFile = async (event: Event) => {
    const field = event.target as HTMLInputElement;
    const file = field.files?.[0];
    field.value = '';
    if (!file || !this.add) return;
    this.reading = true;
    this.#before = new Set(this.artifacts.map(({ id }) => id));
    const { say } = this.words;
    const refusals = await this.add(file).catch(() => undefined);
    this.reading = false;
    if (refusals?.length === 0) return;
    this.#before = undefined;
    const refused = refusals?.map(({ name, code, params }) => ({ name, why: say.why(code, params) }));
    this.notAdded = [...this.notAdded, ...(refused ?? [{ name: file.name, why: say.unreadable }])];
    this.dispatchEvent(new AnnounceEvent(say.notTaken(refused?.length ?? 1)));
    await this.updateComplete;
    this.shadowRoot?.querySelector('.not-added')?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  };

  private dismiss = (entry: NotAdded) => {
    this.notAdded = this.notAdded.filter((other) => other !== entry);
    void this.updateComplete.then(() => this.shadowRoot?.querySelector<HTMLElement>('.upload')?.focus());
  };
}
