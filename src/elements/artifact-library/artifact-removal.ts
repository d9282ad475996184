import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { MessagesController } from '../../context/messages-controller.js';
import { artifactMessages } from '../../locales/artifacts.js';
import type { Artifact } from '../../model/portfolio.js';
import { base } from '../../theme/base.js';
import { tokens } from '../../theme/tokens.js';
import { styles } from './artifact-removal.styles.js';
import { artifactTitle } from '../artifact/artifact-words.js';

/**
 * Asks whether an artifact is to be removed and says what depends on it. Open while it has an artifact.
 *
 * @summary The question before an artifact is removed; rendered by the artifact library.
 */
export class McArtifactRemoval extends LitElement {
  static override styles = [tokens, base, styles];

  @property({ attribute: false }) artifact: Artifact | undefined;
  /** Codes of the details that it proves. */
  @property({ attribute: false }) uses: readonly string[] | undefined;
  @property({ attribute: false }) decide: (yes: boolean) => void = () => undefined;

  private messages = new MessagesController(this, artifactMessages);

  override render() {
    const { artifact, uses } = this;
    if (!artifact) return nothing;
    const { say } = this.messages;
    return html`<dialog aria-labelledby="question" aria-describedby="consequence" @cancel=${this.onCancel}>
      <div class="inside">
        <p class="question" id="question">${say.removeTitle(artifactTitle(artifact))}</p>
        <p id="consequence">${uses?.length ? say.removeUsed(uses) : say.removeUnused}</p>
        <div class="acts">
          <button class="button danger" type="button" @click=${() => this.answer(true)}>${say.removeYes}</button>
          <button class="button" type="button" @click=${() => this.answer(false)}>${say.removeNo}</button>
        </div>
      </div>
    </dialog>`;
  }

  protected override firstUpdated(): void {
    // Esc does the same by keyboard.
    this.shadowRoot?.addEventListener('click', (event) => {
      if (event.target === this.dialog) this.answer(false);
    });
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('artifact') && this.artifact && !this.dialog?.open) this.dialog?.showModal();
  }

  private get dialog(): HTMLDialogElement | undefined {
    return this.shadowRoot?.querySelector('dialog') ?? undefined;
  }

  private answer(yes: boolean): void {
    // Closing gives the focus back to the button that asked; what is decided may move it further.
    this.dialog?.close();
    this.decide(yes);
  }

  private onCancel = (event: Event) => {
    event.preventDefault();
    this.answer(false);
  };
}
