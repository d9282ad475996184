import { ContextConsumer } from '@lit/context';
import { html, LitElement, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { servicesContext } from '../../context/keys.js';
import { MessagesController } from '../../context/messages-controller.js';
import { StoreController } from '../../context/store-controller.js';
import { AnnounceEvent } from '../../events/announce.js';
import { RequirementOpenEvent } from '../../events/requirement-open.js';
import type { LostPlaces } from '../../locales/en/revision.js';
import { revisionMessages } from '../../locales/revision.js';
import { compareCredentials } from '../../model/rebase.js';
import type { PortfolioState } from '../../state/state.js';
import { base } from '../../theme/base.js';
import { checkIcon, infoIcon } from '../../theme/icons.js';
import { tokens } from '../../theme/tokens.js';
import { heading } from '../heading.js';
import { styles } from './credential-revision.styles.js';
import { differences } from './differences.js';
import { losesNothing, lostPlaces } from './lost-places.js';

/**
 * Says that the issuer revised the credential while this draft goes on with its own version, shows what changed and
 * what of the work would be set aside, and takes the revision over when the person decides so. Renders nothing where
 * nothing was revised, or where the work cannot be changed.
 *
 * @summary A revised credential, and the choice to go on with it.
 * @fires {AnnounceEvent} mc-announce - The new version was taken over.
 * @fires {RequirementOpenEvent} mc-requirement-open - The person wants to see what was set aside.
 * @csspart change - One difference.
 */
export class McCredentialRevision extends LitElement {
  static override styles = [tokens, base, styles];

  /** Level of the heading over the differences. */
  @property({ type: Number }) headingLevel = 3;

  @state() private open = false;
  @state() private taking: 'no' | 'yes' | 'failed' = 'no';
  /** What was taken over here, until the form is opened again. */
  @state() private accepted: { version: string; lost: LostPlaces } | undefined;
  @query('#see') private see!: HTMLElement | null;
  @query('#accepted') private acceptedNote!: HTMLElement | null;

  private messages = new MessagesController(this, revisionMessages);
  private revised = new StoreController(this, (slice) => slice.revised);
  private credential = new StoreController(this, (slice) => slice.credential);
  private readOnly = new StoreController(this, (slice) => slice.readOnly !== undefined);
  private services = new ContextConsumer(this, { context: servicesContext, subscribe: true });

  override render() {
    const { say } = this.messages;
    const offered = this.revised.value;
    const from = this.credential.value;
    if (this.accepted) return this.done(this.accepted);
    if (!offered || !from || this.readOnly.value) return nothing;
    return html`<section aria-label=${say.region}>
      <div class="note">
        ${infoIcon()}
        <p>
          ${say.revised(offered.credential.version, from.version)}
          <button
            type="button"
            class="link"
            id="see"
            aria-expanded=${this.open ? 'true' : 'false'}
            aria-controls="comparison"
            @click=${() => (this.open = !this.open)}
          >
            ${this.open ? say.hide : say.see}
          </button>
        </p>
      </div>
      <div id="comparison" ?hidden=${!this.open}>${this.open ? this.comparison(offered, from) : nothing}</div>
    </section>`;
  }

  private comparison({ credential: to }: NonNullable<PortfolioState['revised']>, from: PortfolioState['credential']) {
    const { say } = this.messages;
    const portfolio = this.revised.store?.getState().portfolio;
    const lost = portfolio && lostPlaces(portfolio, from, to);
    const busy = this.taking === 'yes';
    return html`<div class="comparison">
      ${heading(this.headingLevel, say.title(from.version, to.version), 'comparison-title')}
      ${differences(compareCredentials(from, to), say, to.language)}
      <div class="note ${!lost || losesNothing(lost) ? 'good' : 'warn'}">
        <p>${!lost || losesNothing(lost) ? say.stays : say.loses(lost)}</p>
      </div>
      <p class="small">${say.confirmAgain}</p>
      ${this.taking === 'failed' ? html`<p class="note bad" role="alert">${say.failed}</p>` : nothing}
      <div class="choices">
        <button type="button" class="button main" aria-disabled=${busy ? 'true' : 'false'} @click=${this.#accept}>
          ${busy ? say.accepting : say.accept}
        </button>
        <button type="button" class="button quiet" @click=${this.#stay}>${say.stay}</button>
      </div>
    </div>`;
  }

  private done({ version, lost }: NonNullable<McCredentialRevision['accepted']>) {
    const { say } = this.messages;
    return html`<div class="note good">
      ${checkIcon()}
      <p id="accepted" tabindex="-1">
        ${say.accepted(version)}
        ${
          losesNothing(lost)
            ? say.stays
            : html`${say.setAside(lost)}
              <button type="button" class="link" @click=${() => this.dispatchEvent(new RequirementOpenEvent({ kind: 'set-aside' }))}>
                ${say.seeAside}
              </button>`
        }
      </p>
    </div>`;
  }

  #stay = (): void => {
    this.open = false;
    this.see?.focus();
  };

  #accept = async (): Promise<void> => {
    const offered = this.revised.value;
    const services = this.services.value;
    const whole = this.revised.store?.getState();
    if (!offered || !whole || !services || this.taking === 'yes') return;
    const accepted = {
      version: offered.credential.version,
      lost: lostPlaces(whole.portfolio, whole.credential, offered.credential),
    };
    this.taking = 'yes';
    try {
      await services.acceptRevision();
    } catch {
      this.taking = 'failed';
      return;
    }
    this.taking = 'no';
    this.open = false;
    this.accepted = accepted;
    await this.updateComplete;
    this.acceptedNote?.focus();
    this.dispatchEvent(new AnnounceEvent(this.messages.say.accepted(accepted.version)));
  };
}
