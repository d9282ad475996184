import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import { MessagesController } from '../../context/messages-controller.js';
import { StoreController } from '../../context/store-controller.js';
import { RequirementOpenEvent } from '../../events/requirement-open.js';
import { evidenceMessages } from '../../locales/evidence.js';
import { findingMessages } from '../../locales/findings.js';
import { rubricMessages } from '../../locales/rubric.js';
import type { Credential, EvidencePart, Outcome } from '../../model/credential.js';
import { memoByIdentity } from '../../model/memo.js';
import type { Evidence, Portfolio } from '../../model/portfolio.js';
import type { Requirement } from '../../model/requirement.js';
import { evidenceTargets, outcomesOf, type EvidenceTarget } from '../../model/targets.js';
import { base } from '../../theme/base.js';
import { forwardIcon, stateIcon } from '../../theme/icons.js';
import { tokens } from '../../theme/tokens.js';
import { heading } from '../heading.js';
import { requiredLevel, requiredLevelStyles } from '../required-level.js';
import { distinctFindings, findingLine } from '../requirement-words.js';
import { detailReading } from './detail-reading.js';
import { styles } from './evidence-mapper.styles.js';
import { pointerStyles } from './pointer-card.js';

/**
 * Detail by detail: what shows it, where to look, and how that proves it. One detail is open for work at a time; the
 * others are read. Inside of a form it works on the portfolio; with `credential` and `portfolio` it is read only.
 *
 * @summary Maps each detail of an outcome to places in artifacts.
 * @fires {RequirementOpenEvent} mc-requirement-open - The person goes to a detail: the next one, or another one here.
 * @cssprop [--mc-evidence-mapper-next=inline-flex] - `none` hides the way to the next detail, where it stands elsewhere.
 * @csspart title - The title of the outcome or part.
 * @csspart detail - One detail.
 */
export class McEvidenceMapper extends LitElement {
  static override styles = [tokens, base, requiredLevelStyles, pointerStyles, styles];

  /** The evidence part; the first one unless given. */
  @property({ attribute: 'part-id' }) partId = '';
  /** The outcome to show; all of the part unless given. */
  @property() outcome = '';
  /** A detail to open and move focus to. */
  @property() current: string | undefined;
  /** Shown, read only, where there is no form. */
  @property({ attribute: false }) credential: Credential | undefined;
  @property({ attribute: false }) portfolio: Portfolio | undefined;
  /** Level of the title. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 3;

  @state() private opened: string | undefined;
  /** Details of which two versions were set aside since this is shown. */
  @state() private versions: ReadonlySet<string> = new Set();
  #place = '';

  private messages = new MessagesController(this, evidenceMessages);
  private findings = new MessagesController(this, findingMessages);
  private rubric = new MessagesController(this, rubricMessages);
  private liveCredential = new StoreController(this, (now) => now.credential);
  private liveEvidence = new StoreController(this, (now) => now.portfolio.evidence);
  private liveArtifacts = new StoreController(this, (now) => now.portfolio.artifacts);
  private setAside = new StoreController(this, (now) => now.portfolio.setAside);
  private requirements = new StoreController(this, (now) => now.requirements);
  private readOnly = new StoreController(this, (now) => now.readOnly);

  /** Focus goes to the title, so that a reader hears where they are. */
  override focus(options?: FocusOptions): void {
    this.shadowRoot?.querySelector<HTMLElement>('.title')?.focus(options);
  }

  /** Opens a detail that is shown here and moves focus to it. */
  openDetail(id: string): void {
    this.opened = id;
    void this.updateComplete.then(() => {
      const statement = this.shadowRoot?.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"] .statement`);
      statement?.focus({ preventScroll: true });
      statement?.closest('li')?.scrollIntoView({ block: 'nearest' });
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.noticeVersions();
    const shown = this.shown;
    const place = this.requirements.value ? `${this.evidencePart?.id ?? ''}/${this.outcome}` : '';
    const wanted = shown.some(({ id }) => id === this.current) ? this.current : undefined;
    if (wanted && (changed.has('current') || place !== this.#place)) this.openDetail(wanted);
    else if (place !== this.#place || (this.opened && !shown.some(({ id }) => id === this.opened))) {
      this.opened = shown.find(({ id }) => this.requirementOf(id)?.state !== 'done')?.id;
    }
    this.#place = place;
  }

  override render() {
    const credential = this.shownCredential;
    const part = this.evidencePart;
    if (!credential || !part) return nothing;
    const outcomes = outcomesOf(credential, part);
    const one = outcomes.find(({ id }) => id === this.outcome);
    return html`${this.head(credential, part, one)}
      ${
        one
          ? this.list(credential, part, one, this.headingLevel + 1)
          : outcomes.map(
              (outcome) => html`<section>
            ${
              outcome.details.length > 0
                ? heading(
                    this.headingLevel + 1,
                    html`<span class="code">${outcome.code}</span> ${outcome.title ?? outcome.statement}`,
                    'outcome',
                  )
                : nothing
            }
            ${this.list(credential, part, outcome, this.headingLevel + (outcome.details.length > 0 ? 2 : 1))}
          </section>`,
            )
      }
      ${this.nextButton()}`;
  }

  private get shownCredential(): Credential | undefined {
    return this.liveCredential.value ?? this.credential;
  }

  private get evidencePart(): EvidencePart | undefined {
    const parts = this.shownCredential?.parts.filter((part) => part.kind === 'evidence');
    return this.partId ? parts?.find(({ id }) => id === this.partId) : parts?.[0];
  }

  /** Every detail of the part, in order. */
  private get targets(): readonly EvidenceTarget[] {
    const credential = this.shownCredential;
    const part = this.evidencePart;
    return credential && part ? targetsOf(part, credential) : [];
  }

  private get shown(): readonly EvidenceTarget[] {
    return this.outcome ? this.targets.filter(({ outcome }) => outcome.id === this.outcome) : this.targets;
  }

  private get locked(): boolean {
    return this.requirements.value === undefined || this.readOnly.value !== undefined;
  }

  private requirementOf(detail: string): Requirement | undefined {
    const requirements = this.requirements.value;
    return requirements && byId(requirements).get(`detail/${this.evidencePart?.id}/${detail}`);
  }

  private head(credential: Credential, part: EvidencePart, outcome: Outcome | undefined) {
    const { say } = this.messages;
    const title = outcome ? (outcome.title ?? outcome.statement) : part.title;
    // An outcome without details says its statement where it is proved.
    const lead = outcome
      ? outcome.title && outcome.details.length > 0
        ? outcome.statement
        : undefined
      : part.instructions;
    return html`<div class="head">
      <p class="kicker">${say.kicker(credential.parts.indexOf(part) + 1, credential.parts.length, outcome?.code)}</p>
      ${heading(this.headingLevel, html`<span part="title" lang=${credential.language}>${title}</span>`, 'title', undefined, true)}
      ${lead ? html`<p class="lead" lang=${credential.language}>${lead}</p>` : nothing}
    </div>`;
  }

  private list(credential: Credential, part: EvidencePart, outcome: Outcome, level: number) {
    const targets = this.targets.filter((target) => target.outcome === outcome);
    const evidence = byDetail(this.liveEvidence.value ?? this.portfolio?.evidence ?? none);
    const artifacts = this.liveArtifacts.value ?? this.portfolio?.artifacts ?? [];
    const opened = this.locked ? undefined : this.opened;
    return html`<ul class="details">
      ${repeat(
        targets,
        ({ id }) => id,
        (target) => {
          const own = evidence.get(target.id);
          const requirement = this.requirementOf(target.id);
          const isOpen = target.id === opened;
          const words = [this.messages.say, this.findings.say, this.rubric.say];
          // One keystroke makes one new evidence and requirement: every other detail is passed over here.
          return html`<li class=${classMap({ detail: true, open: isOpen, 'keep-clear': true })} part="detail" data-id=${target.id}>
            ${guard(
              [
                credential,
                target,
                requirement,
                own,
                artifacts,
                isOpen,
                this.locked,
                level,
                this.versions.has(target.id),
                ...words,
              ],
              () => this.detail(credential, part, target, own, requirement, isOpen, level),
            )}
          </li>`;
        },
      )}
    </ul>`;
  }

  private detail(
    credential: Credential,
    part: EvidencePart,
    target: EvidenceTarget,
    evidence: Evidence | undefined,
    requirement: Requirement | undefined,
    isOpen: boolean,
    level: number,
  ) {
    const { say } = this.messages;
    const artifacts = this.liveArtifacts.value ?? this.portfolio?.artifacts ?? [];
    const state = requirement?.state;
    return html`<span class="code figures" aria-hidden="true"><bdi>${target.code}</bdi></span>
      <div class="body">
        <div class="ask">
          ${heading(level, html`<bdi lang=${credential.language}><span class="only-heard">${target.code} </span>${target.statement}</bdi>`, 'statement', undefined, true)}
          ${requiredLevel(credential, { detail: target.id }, this.rubric.say.requiredLevel)}
        </div>
        ${state ? html`<span class="state">${stateIcon(state)}<span class="only-heard">${say.states[state]}</span></span>` : nothing}
        ${this.versions.has(target.id) ? html`<mc-set-aside class="wide" .detail=${target.id} .headingLevel=${level + 1}></mc-set-aside>` : nothing}
        <div class="wide work">
          ${
            isOpen
              ? html`<mc-evidence-detail .target=${target} .rules=${part} .evidence=${evidence} .artifacts=${artifacts}
                .language=${credential.language}></mc-evidence-detail>`
              : detailReading(evidence, part, artifacts, say)
          }
          ${this.foot(target, requirement, isOpen)}
        </div>
      </div>`;
  }

  /** What is still missing, and the way to work on it. */
  private foot(target: EvidenceTarget, requirement: Requirement | undefined, isOpen: boolean) {
    if (!requirement) return nothing;
    const { say } = this.messages;
    const { state } = requirement;
    // While it is open, the figures of the explanation stand at its field.
    const findings =
      state === 'todo' ? [] : distinctFindings(requirement).filter(({ code }) => !isOpen || !code.startsWith('words.'));
    const missing = findings.map((finding) => findingLine(finding, this.findings.say));
    const words =
      state === 'todo' && !isOpen ? say.states.todo : missing.length > 0 ? say.toDo(missing.join(' · ')) : '';
    const button = { todo: say.begin, doing: say.goOn, done: say.edit }[state];
    if (isOpen && !words) return nothing;
    return html`<p class="foot">
      ${words ? html`<span class="missing small">${words}</span>` : nothing}
      ${
        isOpen || this.locked
          ? nothing
          : html`<button class="button quiet compact" type="button" @click=${() => this.goTo(target)}>
            ${button}<span class="only-heard"> ${say.forDetail(target.code)}</span></button>`
      }
    </p>`;
  }

  private nextButton() {
    const next = this.locked ? undefined : this.next;
    if (!next) return nothing;
    return html`<button class="button next" type="button" @click=${() => this.goTo(next)}>
      <span>${this.messages.say.next(`${next.code} ${next.title ?? next.statement}`)}</span>${forwardIcon()}
    </button>`;
  }

  /** The next detail that is not done, after the open one or the last one shown; then from the beginning. */
  private get next(): EvidenceTarget | undefined {
    const { targets } = this;
    const from = this.opened ?? this.shown.at(-1)?.id;
    const at = targets.findIndex(({ id }) => id === from);
    return [...targets.slice(at + 1), ...targets.slice(0, Math.max(0, at))].find(
      ({ id }) => this.requirementOf(id)?.state !== 'done',
    );
  }

  private goTo({ id, outcome }: EvidenceTarget): void {
    const event = new RequirementOpenEvent({
      kind: 'detail',
      part: this.evidencePart?.id ?? '',
      outcome: outcome.id,
      detail: id,
    });
    this.dispatchEvent(event);
    if (!event.defaultPrevented && this.shown.some((target) => target.id === id)) this.openDetail(id);
  }

  private noticeVersions(): void {
    const aside =
      this.setAside.value?.flatMap(({ reason, where }) => (reason === 'two-versions' ? (where.detail ?? []) : [])) ??
      [];
    const fresh = aside.filter((detail) => !this.versions.has(detail));
    if (fresh.length === 0) return;
    this.versions = new Set([...this.versions, ...fresh]);
    // Rare, so it is loaded when there is something to choose; until then the checklist says that there is.
    import('../set-aside/mc-set-aside.js').catch(() => (this.versions = new Set()));
  }
}

const none: Evidence[] = [];
const targetsOf = memoByIdentity((part: EvidencePart, credential: Credential) =>
  evidenceTargets(outcomesOf(credential, part)),
);
const byDetail = memoByIdentity((evidence: Evidence[]) => new Map(evidence.map((entry) => [entry.detail, entry])));
const byId = memoByIdentity(
  (requirements: readonly Requirement[]) => new Map(requirements.map((requirement) => [requirement.id, requirement])),
);
