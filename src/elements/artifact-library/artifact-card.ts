import { html, LitElement, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { MessagesController } from '../../context/messages-controller.js';
import { artifactMessages } from '../../locales/artifacts.js';
import { checkLink } from '../../model/artifact-kind.js';
import type { ArtifactRule } from '../../model/credential.js';
import type { Artifact } from '../../model/portfolio.js';
import type { FileStatus } from '../../state/state.js';
import { base } from '../../theme/base.js';
import { checkIcon, deviceIcon, downIcon, infoIcon, uploadIcon, warnIcon } from '../../theme/icons.js';
import { tokens } from '../../theme/tokens.js';
import { ArtifactActEvent, type ArtifactAct } from './act-event.js';
import { styles } from './artifact-card.styles.js';
import { artifactForm, splitRoles } from './artifact-form.js';
import { artifactKind, artifactTitle, kindIcon } from '../artifact/artifact-words.js';
import { fileView, type FileView } from './file-view.js';

/**
 * One artifact of a library: what it is, where its file stands, what it proves, and what can be done with it.
 *
 * @summary A row of the artifact library; rendered by it.
 */
export class McArtifactCard extends LitElement {
  static override styles = [tokens, base, styles];

  @property({ attribute: false }) artifact: Artifact | undefined;
  @property({ attribute: false }) status: FileStatus | undefined;
  /** Whether anybody keeps and sends the file; if not, its state is not shown. */
  @property({ type: Boolean }) tracked = false;
  /** Nothing is kept on this device, by choice or because the browser keeps nothing. */
  @property({ type: Boolean }) inPage = false;
  /** Codes of the details that it proves; absent where nothing is known of it. */
  @property({ attribute: false }) uses: readonly string[] | undefined;
  /** Why the credential does not take it, in words. */
  @property() wrong = '';
  @property({ type: Boolean }) first = false;
  @property({ type: Boolean }) last = false;
  @property({ type: Boolean }) locked = false;

  @state() private editing = false;
  @state() private more = false;
  /** Roles as they are being typed, with a comma at the end that the list of them does not have. */
  @state() private roles = '';
  /** An address as it is being typed; it is kept once it is one. */
  @state() private address: string | undefined;

  private messages = new MessagesController(this, artifactMessages);

  override render() {
    const { artifact, messages } = this;
    if (!artifact) return nothing;
    const { say } = messages;
    const title = artifactTitle(artifact);
    return html`<article aria-label=${title}>
      <span class="tile">${kindIcon(artifactKind(artifact))}</span>
      <div class="about">
        <p class="name"><bdi>${title}</bdi></p>
        <p class="meta figures">${this.meta(artifact)}</p>
        ${this.wrong ? html`<p class="state bad">${warnIcon()}<span>${this.wrong}</span></p>` : nothing}
        ${this.fileState(artifact, title)} ${this.stated(artifact)}
      </div>
      <div class="acts">${this.mainActs(artifact, title)}</div>
      ${this.more && !this.locked ? this.moreActs(artifact) : nothing}
      ${
        this.editing && !this.locked
          ? html`<div class="edit keep-clear">
            ${artifactForm({
              artifact,
              say,
              edit: (set) => this.act({ kind: 'edit', set }),
              roles: this.typedRoles(artifact),
              typeRoles: (text) => this.typeRoles(text),
              address: this.typedAddress(artifact),
              typeAddress: (text) => this.typeAddress(text),
              addressIsWrong: this.address !== undefined && !checkLink(this.address, anyLink).ok,
            })}
            <button class="button" type="button" @click=${() => this.closeForm()}>${say.done}</button>
          </div>`
          : nothing
      }
    </article>`;
  }

  /** Moves focus to the card's first control. */
  override focus(options?: FocusOptions): void {
    this.shadowRoot?.querySelector<HTMLElement>('.acts .button')?.focus(options);
  }

  private meta(artifact: Artifact) {
    const { say, format } = this.messages;
    const host = artifact.url && hostOf(artifact.url);
    const parts = [
      say.kindOr(artifactKind(artifact)),
      artifact.file && format.bytes(artifact.file.size),
      host,
      this.uses && (this.uses.length ? say.proves(this.uses) : say.unused),
    ].filter((part) => part !== undefined && part !== '');
    return parts.join(' · ');
  }

  private fileState({ file }: Artifact, title: string) {
    if (!file || !this.tracked) return nothing;
    const { say } = this.messages;
    const view = fileView(file, this.status, say.state, this.inPage);
    return html`<div class="state ${view.tone}">
        ${stateMark(view, this.status?.kept)}
        <span class="figures">${view.words}${view.keepOpen ? html` ${say.keepOpen}` : nothing}
          ${
            view.remedy && !this.locked
              ? html`<button class="link" type="button" @click=${() => this.act({ kind: view.remedy === 'retry' ? 'retry' : 'replace' })}>
                ${view.remedy === 'retry' ? say.again : say.chooseAgain}
              </button>`
              : nothing
          }
        </span>
      </div>
      ${
        view.percent === undefined
          ? nothing
          : html`<progress max="100" .value=${view.percent} aria-label=${say.progress(title)}></progress>`
      }`;
  }

  /** What the person stated about it, in the reading form. */
  private stated({ note, people, permission }: Artifact) {
    if (this.editing) return nothing;
    const { say } = this.messages;
    const recognised = people !== undefined && people !== 'none';
    const statement = people && [
      say.peopleSeen[people],
      recognised && permission?.trim() && say.permissionKept(permission.trim()),
    ];
    return html`${note?.trim() ? html`<p class="note-text" dir="auto">${note}</p>` : nothing}
    ${statement ? html`<p class="small">${statement.filter(Boolean).join(' · ')}</p>` : nothing}
    ${
      recognised && !permission?.trim() && !this.locked
        ? html`<p class="state warn">${warnIcon()}<button class="link" type="button" @click=${() => this.openForm('permission')}>${say.permissionMissing}</button></p>`
        : nothing
    }`;
  }

  private mainActs(artifact: Artifact, title: string) {
    const { say } = this.messages;
    if (this.locked) return this.openAct(artifact);
    return html`<button class="button quiet compact" type="button" aria-expanded=${this.editing} @click=${this.toggleForm}>
        ${say.edit}<span class="only-heard"> ${say.named(title)}</span></button>
      <button class="button quiet compact more-button" type="button" aria-expanded=${this.more} @click=${this.toggleMore}>
        ${say.more}<span class="only-heard"> ${say.named(title)}</span>${downIcon()}</button>`;
  }

  private openAct({ file, url }: Artifact) {
    const { say } = this.messages;
    if (url && !file) {
      return html`<a class="button quiet compact" href=${url} target="_blank" rel="noopener noreferrer">
        ${say.open}<span class="only-heard"> ${say.openNewTab}</span></a>`;
    }
    const here = file && (!this.tracked || (this.status !== undefined && this.status.kept !== 'missing'));
    return here
      ? html`<button class="button quiet compact" type="button" @click=${() => this.act({ kind: 'download' })}>${say.download}</button>`
      : nothing;
  }

  private moreActs(artifact: Artifact) {
    const { say } = this.messages;
    const button = (kind: 'replace' | 'up' | 'down' | 'remove', words: string, disabled = false) =>
      html`<button class="button quiet compact ${kind}" type="button" aria-disabled=${disabled ? 'true' : nothing}
        @click=${() => disabled || this.act({ kind })}>${words}</button>`;
    return html`<div class="more" role="group" aria-label=${say.moreNamed(artifactTitle(artifact))}>
      ${this.openAct(artifact)} ${artifact.file ? button('replace', say.replace) : nothing}
      ${this.first && this.last ? nothing : html`${button('up', say.up, this.first)} ${button('down', say.down, this.last)}`}
      ${button('remove', say.remove)}
    </div>`;
  }

  private toggleMore = () => {
    this.more = !this.more;
  };

  private toggleForm = () => {
    if (this.editing) this.closeForm();
    else this.openForm('title');
  };

  private openForm(field: string): void {
    this.editing = true;
    void this.updateComplete.then(() => {
      this.shadowRoot?.querySelector('.edit')?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
      this.shadowRoot?.getElementById(field)?.focus();
    });
  }

  private closeForm(): void {
    this.editing = false;
    this.address = undefined;
    void this.updateComplete.then(() => this.focus());
  }

  private typedRoles({ madeWith = [] }: Artifact): string {
    return splitRoles(this.roles).join() === madeWith.join() ? this.roles : madeWith.join(', ');
  }

  private typeRoles(text: string): void {
    this.roles = text;
    this.act({ kind: 'edit', set: { madeWith: splitRoles(text) } });
  }

  private typedAddress({ url = '' }: Artifact): string {
    const checked = this.address === undefined ? undefined : checkLink(this.address, anyLink);
    return checked === undefined || (checked.ok && checked.url !== url) ? url : (this.address ?? url);
  }

  private typeAddress(text: string): void {
    this.address = text;
    const checked = checkLink(text, anyLink);
    if (checked.ok) this.act({ kind: 'edit', set: { url: checked.url } });
  }

  private act(act: ArtifactAct): void {
    this.dispatchEvent(new ArtifactActEvent(act));
  }
}

const anyLink: ArtifactRule = { kinds: ['link'] };

const stateMark = ({ tone, percent }: FileView, kept: FileStatus['kept'] | undefined) => {
  if (tone === 'good') return checkIcon();
  if (tone === 'warn' || tone === 'bad') return warnIcon();
  if (percent !== undefined) return uploadIcon();
  return kept === 'memory' ? infoIcon() : deviceIcon();
};

function hostOf(url: string): string | undefined {
  try {
    return new URL(url).hostname;
  } catch {
    return undefined;
  }
}
