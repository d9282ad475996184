import { ContextConsumer } from '@lit/context';
import { html, LitElement, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { servicesContext } from '../../context/keys.js';
import { MessagesController } from '../../context/messages-controller.js';
import { StoreController } from '../../context/store-controller.js';
import { AnnounceEvent } from '../../events/announce.js';
import { RequirementOpenEvent } from '../../events/requirement-open.js';
import { findingMessages } from '../../locales/findings.js';
import { reviewMessages } from '../../locales/review.js';
import { progressOf, type RequirementSubject } from '../../model/requirement.js';
import { isEditable } from '../../model/stage.js';
import type { HandIn, PortfolioState } from '../../state/state.js';
import { base } from '../../theme/base.js';
import { tokens } from '../../theme/tokens.js';
import { heading } from '../heading.js';
import { PressHold } from '../press-hold.js';
import { saveFile } from '../save-file.js';
import { statusLine, statusNote } from './hand-in-status.js';
import type { McApplicantFields } from './applicant-fields.js';
import type { McAttestations } from './attestations.js';
import { remainingList } from './remaining-list.js';
import { styles } from './submission-review.styles.js';
import { adviceRows, blockingRows, requirementName, type RemainingRow } from './what-remains.js';
import { filesLine, textTable } from './what-is-sent.js';

/** What stands on the screen: the work to be checked, or the proof that it was handed in. */
type Shown = 'review' | 'receipt';

/**
 * The last screen: what is still missing and the way there, who hands it in, what is confirmed, handing in, and then
 * the receipt. Renders nothing outside of a form.
 *
 * @summary Check, confirm, hand in, keep the receipt.
 * @fires {RequirementOpenEvent} mc-requirement-open - Leads to what is missing elsewhere.
 * @fires {AnnounceEvent} mc-announce - How handing in went.
 * @csspart row - One thing that is missing or worth a look.
 * @csspart status - How handing in stands.
 * @csspart action - The area of the main button.
 */
export class McSubmissionReview extends LitElement {
  static override styles = [tokens, base, styles];

  /** Level of the title; its sections are one deeper. */
  @property({ type: Number }) headingLevel = 3;

  @state() private failed = false;
  @query('.title') private titleShown!: HTMLElement | null;
  @query('mc-applicant-fields') private applicantFields!: McApplicantFields | null;
  @query('mc-attestations') private attestations!: McAttestations | null;

  private messages = new MessagesController(this, reviewMessages);
  private findings = new MessagesController(this, findingMessages);
  private form = new StoreController(this, (whole) => whole);
  private hold = new PressHold(this);
  private services = new ContextConsumer(this, { context: servicesContext, subscribe: true });
  #shown: Shown | undefined;
  #told: HandIn | undefined;
  /** That it is on its way was said: how it ends is to be said too, wherever that is learned. */
  #owesResult = false;
  #isNew = false;
  #takesFocus = false;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // What happens elsewhere meanwhile is not news when it is seen here again.
    this.#shown = undefined;
    this.#told = undefined;
  }

  protected override shouldUpdate(): boolean {
    return !this.hasUpdated || !this.hold.isPressed;
  }

  protected override willUpdate(): void {
    const shown = this.form.value && shownOf(this.form.value);
    // The button that was pressed goes away with its screen; focus elsewhere on the page is left alone.
    this.#isNew = this.#shown !== undefined && shown !== this.#shown;
    this.#takesFocus = this.#isNew && !this.#isFocusElsewhere();
    this.#shown = shown;
  }

  override render() {
    const whole = this.form.value;
    if (!whole) return nothing;
    if (shownOf(whole) === 'receipt') {
      const { title } = this.messages.say;
      return html`<div class="page">
        ${heading(this.headingLevel, whole.receipts.at(-1)?.way === 'package' ? title.packed : title.done, 'title', undefined, true)}
        <mc-receipt .headingLevel=${this.headingLevel + 1}></mc-receipt>
      </div>`;
    }
    return this.review(whole);
  }

  private review(whole: PortfolioState) {
    const { say, format } = this.messages;
    const words = { review: say, finding: this.findings.say };
    const rows = blockingRows(whole, words);
    const advice = adviceRows(whole, words);
    const lists = { say, open: (row: RemainingRow) => this.#lead(row.subject) };
    const level = this.headingLevel + 1;
    return html`<div class="page">
      <div class="top">
        ${heading(this.headingLevel, this.#titleOf(whole, rows.length), 'title', undefined, true)}
        ${
          rows.length
            ? remainingList(rows, { ...lists, label: say.remaining })
            : whole.readOnly
              ? nothing
              : html`<p class="lead">${say.readyLead}</p>`
        }
        ${
          advice.length
            ? html`<details class="advice">
              <summary>${say.advice(advice.length)}</summary>
              <p class="small">${say.adviceLead}</p>
              ${remainingList(advice, { ...lists, label: say.advice(advice.length) })}
            </details>`
            : nothing
        }
      </div>
      <mc-applicant-fields .headingLevel=${level}></mc-applicant-fields>
      <mc-attestations .headingLevel=${level}></mc-attestations>
      <section aria-labelledby="sent">
        ${heading(level, say.sent.title, 'section-title', 'sent')}
        ${textTable(whole.credential, whole.portfolio, say)}
        <p class="small figures">${filesLine(
          whole.portfolio.artifacts.flatMap(({ file }) => file ?? []),
          say,
          format,
        )}</p>
      </section>
      ${this.status(whole)}
      <div class="action" part="action">${this.action(whole, rows)}</div>
    </div>`;
  }

  private status({ handIn, requirements, credential, affiliate }: PortfolioState) {
    const { say } = this.messages;
    const line = this.failed ? say.status.failed : statusLine(handIn, say, affiliate?.name);
    if (!line) return nothing;
    return statusNote(this.failed ? { state: 'idle' } : handIn, {
      line,
      words: { review: say, finding: this.findings.say },
      about: (finding) => {
        const requirement = requirements.find(({ id }) => id === finding.at);
        return (
          requirement && {
            name: requirementName(requirement, credential, say),
            lead: () => this.#lead(requirement.subject),
          }
        );
      },
    });
  }

  private action(whole: PortfolioState, [next]: readonly RemainingRow[]) {
    const { say } = this.messages;
    if (next) {
      return html`<button type="button" class="button main fix" @click=${() => this.#lead(next.subject)}>
        <span>${say.action.fixNext(next.name)}</span>
      </button>`;
    }
    const hasEndpoint = whole.remote.state !== 'none';
    const who = whole.affiliate?.name;
    const underway = whole.readOnly !== undefined;
    return html`<p class="small">${hasEndpoint ? (who ? say.action.to(who) : say.action.toUnknown) : say.action.package(who)}</p>
      <button type="button" class="button main" aria-disabled=${underway ? 'true' : 'false'} @click=${this.#handIn}>
        ${this.#actionWords(whole.handIn.state, hasEndpoint)}
      </button>`;
  }

  #actionWords(handIn: HandIn['state'], hasEndpoint: boolean): string {
    const { action } = this.messages.say;
    if (handIn === 'preparing' || handIn === 'sending' || handIn === 'waiting') return action[handIn];
    return hasEndpoint ? action.handIn : action.makePackage;
  }

  #titleOf(whole: PortfolioState, remaining: number): string {
    const { title } = this.messages.say;
    if (whole.readOnly === 'sending') return title.underway;
    return remaining ? title.remaining(remaining) : title.ready;
  }

  protected override updated(): void {
    if (this.#takesFocus) this.titleShown?.focus();
    const isResult = this.#owesResult && this.#shown === 'receipt';
    if (this.#isNew || isResult) this.dispatchEvent(new AnnounceEvent(this.#newsWords()));
    if (isResult) this.#owesResult = false;
    this.#isNew = this.#takesFocus = false;
    this.#announceStep();
  }

  /** That it is handed in, or open again. */
  #newsWords(): string {
    const { announce, receipt } = this.messages.say;
    const last = this.#shown === 'receipt' ? this.form.value?.receipts.at(-1) : undefined;
    if (!last) return receipt.opened;
    return last.way === 'package' ? announce.packed(last.receipt.number) : announce.done(last.receipt.number);
  }

  /** Says each step on the way once, as it happens. Preparing takes a moment only and is seen. */
  #announceStep(): void {
    const handIn = this.form.value?.handIn;
    const before = this.#told;
    this.#told = handIn;
    if (!handIn || !before || before === handIn || handIn.state === 'preparing') return;
    // The receipt is there: that it is sent once more, to be certain, is no news.
    if (this.#shown === 'receipt') return;
    const line = statusLine(handIn, this.messages.say, this.form.value?.affiliate?.name);
    if (!line) return;
    this.#owesResult = handIn.state === 'sending' || handIn.state === 'waiting';
    this.dispatchEvent(new AnnounceEvent(line));
    // Where the button stays in sight at the lower edge, its answer may be below.
    this.renderRoot.querySelector('.note')?.scrollIntoView({ block: 'nearest' });
  }

  #lead(subject: RequirementSubject): void {
    if (subject.kind === 'applicant') void this.applicantFields?.focusGap();
    else if (subject.kind === 'attestation') this.attestations?.focusStatement(subject.attestation);
    else this.dispatchEvent(new RequirementOpenEvent(subject));
  }

  #handIn = async (): Promise<void> => {
    const whole = this.form.store?.getState();
    const services = this.services.value;
    // A second press finds the work read only: it is handed in once.
    if (!services || !whole || whole.readOnly || !progressOf(whole.requirements).ready) return;
    this.failed = false;
    try {
      const made = await services.handIn();
      if (made.package) saveFile(made.package);
    } catch {
      this.failed = true;
      this.dispatchEvent(new AnnounceEvent(this.messages.say.status.failed));
    }
  };

  #isFocusElsewhere(): boolean {
    const { activeElement } = this.getRootNode() as Document | ShadowRoot;
    return activeElement !== null && activeElement !== this && activeElement !== document.body;
  }
}

/** Work that was handed in shows its receipt until it is opened again. */
const shownOf = ({ stage, receipts }: PortfolioState): Shown =>
  receipts.length > 0 && (stage === 'handed-over' || !isEditable(stage)) ? 'receipt' : 'review';
