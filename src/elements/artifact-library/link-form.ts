import { html, LitElement, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { MessagesController } from '../../context/messages-controller.js';
import { artifactMessages } from '../../locales/artifacts.js';
import type { Refusal } from '../../state/services.js';
import { base } from '../../theme/base.js';
import { tokens } from '../../theme/tokens.js';
import { styles } from './link-form.styles.js';

/**
 * Two fields for a link. `add` takes it or says why not; `close` is called when it was added or given up.
 *
 * @summary The form for a link; rendered by the artifact library.
 */
export class McArtifactLinkForm extends LitElement {
  static override styles = [tokens, base, styles];

  @property({ attribute: false }) add: (url: string, title: string) => Refusal | undefined = () => undefined;
  @property({ attribute: false }) close: (added: boolean) => void = () => undefined;

  @state() private refusal: Refusal | undefined;

  private messages = new MessagesController(this, artifactMessages);

  override render() {
    const { say } = this.messages;
    return html`<form novalidate @submit=${this.submit} @keydown=${this.onKey}>
      <div class="field">
        <label for="url">${say.linkAddress}</label>
        <input class="input" id="url" type="url" inputmode="url" autocomplete="off" spellcheck="false" dir="ltr"
          aria-invalid=${this.refusal ? 'true' : nothing} aria-describedby="url-hint" @input=${() => (this.refusal = undefined)} />
        <span class=${this.refusal ? 'error' : 'hint'} id="url-hint">
          ${this.refusal ? say.why(this.refusal.code, this.refusal.params) : say.linkAddressHint}
        </span>
      </div>
      <div class="field">
        <label for="title">${say.linkTitle}</label>
        <input class="input" id="title" dir="auto" autocomplete="off" />
      </div>
      <div class="acts">
        <button class="button main" type="submit">${say.linkSave}</button>
        <button class="button quiet" type="button" @click=${() => this.close(false)}>${say.cancel}</button>
      </div>
    </form>`;
  }

  override firstUpdated(): void {
    this.focus();
  }

  override focus(options?: FocusOptions): void {
    this.input('url')?.focus(options);
  }

  private submit = (event: SubmitEvent) => {
    event.preventDefault();
    const url = this.input('url')?.value ?? '';
    this.refusal = this.add(url, this.input('title')?.value ?? '');
    if (this.refusal) this.focus();
    else this.close(true);
  };

  private onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.isComposing) return;
    // The sheet that this may stand in stays open.
    event.preventDefault();
    event.stopPropagation();
    this.close(false);
  };

  private input = (id: string) => this.shadowRoot?.querySelector<HTMLInputElement>(`#${id}`);
}
