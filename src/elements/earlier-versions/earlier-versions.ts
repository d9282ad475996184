import { ContextConsumer } from '@lit/context';
import { html, LitElement, nothing } from 'lit';
import { query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { servicesContext } from '../../context/keys.js';
import { MessagesController } from '../../context/messages-controller.js';
import { StoreController } from '../../context/store-controller.js';
import { AnnounceEvent } from '../../events/announce.js';
import { versionMessages } from '../../locales/versions.js';
import type { RestorePoint } from '../../state/ports.js';
import type { PortfolioServices } from '../../state/services.js';
import { base } from '../../theme/base.js';
import { historyIcon } from '../../theme/icons.js';
import { tokens } from '../../theme/tokens.js';
import { styles } from './earlier-versions.styles.js';

/**
 * The moments at which the work was kept on this device, newest first, and the way back to each. Going back keeps the
 * present version as one more of them. Renders nothing outside of a form.
 *
 * @summary Earlier versions of the work.
 * @fires close - The person went back to a version: what this stands in can be closed.
 * @fires {AnnounceEvent} mc-announce - The work is as it was then.
 * @csspart version - One version.
 */
export class McEarlierVersions extends LitElement {
  static override styles = [tokens, base, styles];

  /** Undefined while they are being read. */
  @state() private points: RestorePoint[] | undefined;
  @state() private failed = false;
  /** The one that is asked about. */
  @state() private chosen: RestorePoint | undefined;
  @state() private restoring: 'no' | 'yes' | 'failed' = 'no';
  @query('dialog') private dialog!: HTMLDialogElement | null;

  private messages = new MessagesController(this, versionMessages);
  private readOnly = new StoreController(this, (slice) => slice.readOnly !== undefined);
  private services = new ContextConsumer(this, {
    context: servicesContext,
    subscribe: true,
    callback: (services) => void this.#read(services),
  });

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) void this.#read(this.services.value);
  }

  override render() {
    if (!this.services.value) return nothing;
    const { say } = this.messages;
    return html`<p class="lead">${this.readOnly.value ? say.closed : say.lead}</p>
      ${this.list()} ${this.question()}`;
  }

  private list() {
    const { say } = this.messages;
    if (this.failed) {
      return html`<p class="note warn">
        <span>${say.failed} <button type="button" class="link" @click=${() => this.#read(this.services.value)}>${say.tryAgain}</button></span>
      </p>`;
    }
    if (!this.points) return html`<p class="small">${say.loading}</p>`;
    if (this.points.length === 0) return html`<p class="empty">${historyIcon()}<span>${say.empty}</span></p>`;
    return html`<ul aria-label=${say.list}>
      ${repeat(
        this.points,
        ({ id }) => id,
        (point) => this.version(point),
      )}
    </ul>`;
  }

  private version(point: RestorePoint) {
    const { say, format } = this.messages;
    const when = format.dateTime(point.at);
    return html`<li class="version" part="version">
      <div>
        <p class="when figures"><time datetime=${point.at}>${when}</time></p>
        <p class="small figures">${say.why[point.why]} · ${say.size(point.bytes)}</p>
      </div>
      ${
        this.readOnly.value
          ? nothing
          : html`<button type="button" class="button compact" aria-label=${say.goBackTo(when)} @click=${() => this.#ask(point)}>
            ${say.goBack}
          </button>`
      }
    </li>`;
  }

  private question() {
    const { say, format } = this.messages;
    const when = this.chosen ? format.dateTime(this.chosen.at) : '';
    const busy = this.restoring === 'yes';
    return html`<dialog
      aria-labelledby="question"
      aria-describedby="what"
      closedby=${busy ? 'none' : 'any'}
    >
      <div class="question">
        <p class="question-title" id="question">${say.confirm.title(when)}</p>
        <p id="what">${say.confirm.text}</p>
        ${this.restoring === 'failed' ? html`<p class="note bad" role="alert">${say.restoreFailed}</p>` : nothing}
        <div class="choices">
          <button type="button" class="button" aria-disabled=${busy ? 'true' : 'false'} @click=${() => !busy && this.dialog?.close()}>
            ${say.confirm.no}
          </button>
          <button type="button" class="button main" aria-disabled=${busy ? 'true' : 'false'} @click=${this.#restore}>
            ${busy ? say.restoring : say.confirm.yes}
          </button>
        </div>
      </div>
    </dialog>`;
  }

  async #read(services: PortfolioServices | undefined): Promise<void> {
    if (!services) return;
    this.failed = false;
    try {
      this.points = await services.restorePoints();
    } catch {
      this.failed = true;
    }
  }

  async #ask(point: RestorePoint): Promise<void> {
    this.chosen = point;
    this.restoring = 'no';
    await this.updateComplete;
    this.dialog?.showModal();
  }

  #restore = async (): Promise<void> => {
    const { chosen } = this;
    const services = this.services.value;
    if (!chosen || !services || this.restoring === 'yes') return;
    this.restoring = 'yes';
    try {
      await services.restore(chosen.id);
    } catch {
      this.restoring = 'failed';
      return;
    }
    this.restoring = 'no';
    const { say, format } = this.messages;
    this.dispatchEvent(new AnnounceEvent(say.restored(format.dateTime(chosen.at))));
    this.dialog?.close();
    this.dispatchEvent(new Event('close', { bubbles: true }));
    await this.#read(services);
  };
}
