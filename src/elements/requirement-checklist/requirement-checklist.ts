import { html, LitElement, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import { MessagesController } from '../../context/messages-controller.js';
import { StoreController } from '../../context/store-controller.js';
import { RequirementOpenEvent } from '../../events/requirement-open.js';
import { checklistMessages } from '../../locales/checklist.js';
import { findingMessages } from '../../locales/findings.js';
import type { Credential } from '../../model/credential.js';
import { progressOf, type Progress, type Requirement } from '../../model/requirement.js';
import { isEditable, type Stage } from '../../model/stage.js';
import { base } from '../../theme/base.js';
import { infoIcon, stateIcon } from '../../theme/icons.js';
import { tokens } from '../../theme/tokens.js';
import { heading } from '../heading.js';
import { ownWords } from '../own-words.js';
import { outlineOf, type OutlineGroup, type OutlineRow } from '../outline.js';
import { styles } from './requirement-checklist.styles.js';
import { rowLine, rowState, type Whole } from './row-state.js';

/** A portfolio judged elsewhere, to be shown outside of a form. */
export interface RequirementReport {
  credential: Credential;
  requirements: readonly Requirement[];
}

/**
 * Every requirement with its state and what is missing, as the navigation of the form. Takes credential and
 * requirements from the form it stands in, or from `report`.
 *
 * @summary What is asked, how far it is, and the way there.
 * @fires {RequirementOpenEvent} mc-requirement-open - A row was pressed; `subject` says where it leads.
 * @csspart row - A row's button.
 * @csspart caption - The caption of a part.
 */
export class McRequirementChecklist extends LitElement {
  static override styles = [tokens, base, styles];

  /** Shown in place of what the form says. Without it, and outside of a form, nothing is rendered. */
  @property({ attribute: false }) report: RequirementReport | undefined;

  /** Where the person is: a requirement's id, a part's id, `outcome/<part>/<outcome>`, `start` or `finish`. */
  @property() current = '';

  /** Level of the captions. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 3;

  private messages = new MessagesController(this, checklistMessages);
  private findings = new MessagesController(this, findingMessages);
  private credential = new StoreController(this, (state) => state.credential);
  private requirements = new StoreController(this, (state) => state.requirements);
  private stage = new StoreController(this, (state) => state.stage);

  private get shown(): Credential | undefined {
    return this.report?.credential ?? this.credential.value;
  }

  override render() {
    const credential = this.shown;
    const requirements = this.report?.requirements ?? this.requirements.value;
    if (!credential || !requirements) return nothing;
    const progress = progressOf(requirements);
    const whole = { ready: progress.ready, handedIn: wasHandedIn(this.stage.value) };
    const byId = new Map(requirements.map((requirement) => [requirement.id, requirement]));
    return html`<nav aria-label=${this.messages.say.nav}>
      ${this.summary(progress)}
      ${repeat(
        outlineOf(credential),
        ({ id }) => id,
        (group) => this.group(group, byId, whole),
      )}
    </nav>`;
  }

  private summary({ details, texts, ready }: Progress) {
    const { say } = this.messages;
    const lines = [
      details.all > 0 && say.details(details.done, details.all),
      texts.all > 0 && say.texts(texts.done, texts.all),
    ].filter((line) => line !== false);
    return html`<p class="summary figures">
      ${lines.map((line, at) => (at === 0 ? html`<strong>${line}</strong>` : html`<span>${line}</span>`))}
      ${ready ? html`<span class="ready">${say.everything}</span>` : nothing}
    </p>`;
  }

  private group(group: OutlineGroup, byId: ReadonlyMap<string, Requirement>, whole: Whole) {
    const rows = group.rows
      .map((row) => ({ row, about: row.needs.flatMap((id) => byId.get(id) ?? []) }))
      .filter(
        ({ row, about }) => about.length > 0 || (!this.report && (row.kind === 'start' || row.kind === 'finish')),
      );
    if (rows.length === 0) return nothing;
    const current = currentRow(group, this.current);
    const caption = this.caption(group);
    const captionId = `caption-${group.part?.number ?? 'end'}`;
    return html`<div class="group">
      ${caption && guard([caption, this.headingLevel], () => heading(this.headingLevel, caption, 'caption', captionId))}
      <ul aria-labelledby=${caption ? captionId : nothing}>
        ${repeat(
          rows,
          ({ row }) => row.id,
          ({ row, about }) => {
            // One keystroke makes one new requirement: every other row is passed over here.
            const shown = row.kind === 'finish' ? [whole.ready, whole.handedIn] : [];
            return guard([row, row === current, this.messages.say, this.findings.say, ...shown, ...about], () =>
              this.row(row, about, whole, row === current),
            );
          },
        )}
      </ul>
    </div>`;
  }

  private caption({ id, part }: OutlineGroup): string | undefined {
    const { say } = this.messages;
    if (!part) return id === 'finish' ? say.finishing : undefined;
    const { number, title, purpose } = part;
    return say.part(number, title ?? (purpose === 'overview' || purpose === 'reflection' ? say[purpose] : undefined));
  }

  private row(row: OutlineRow, about: readonly Requirement[], whole: Whole, isCurrent: boolean) {
    const { say } = this.messages;
    const state = row.kind === 'start' ? undefined : rowState(row, about, whole);
    const line = rowLine(row, about, whole, say, this.findings.say);
    return html`<li>
      <button type="button" class="row" part="row" aria-current=${isCurrent ? 'true' : nothing} @click=${() => this.open(row)}>
        ${state ? stateIcon(state) : infoIcon()}
        <span class="words">
          <span class="name">${row.title === undefined ? say.titles[row.kind] : ownWords(`${row.code ? `${row.code} ` : ''}${row.title}`, this.shown?.language)}</span>
          ${state ? html`<span class="only-heard">(${say.states[state]})</span>` : nothing}
          ${line ? html`<span class="line figures">${line}</span>` : nothing}
        </span>
      </button>
    </li>`;
  }

  private open({ subject }: OutlineRow): void {
    this.dispatchEvent(new RequirementOpenEvent(subject));
  }
}

const wasHandedIn = (stage: Stage | undefined): boolean =>
  stage !== undefined && (stage === 'handed-over' || !isEditable(stage));

/** The row for a place; the first of its part when only the part is known. */
function currentRow({ id, rows }: OutlineGroup, current: string): OutlineRow | undefined {
  return (
    rows.find((row) => row.id === current || row.needs.includes(current)) ?? (id === current ? rows[0] : undefined)
  );
}
