import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { MessagesController } from '../../context/messages-controller.js';
import { StoreController } from '../../context/store-controller.js';
import { RequirementOpenEvent } from '../../events/requirement-open.js';
import { rubricMessages } from '../../locales/rubric.js';
import type { Level, Rubric } from '../../model/credential.js';
import type { SelfAssessment } from '../../model/portfolio.js';
import { base } from '../../theme/base.js';
import { flagIcon } from '../../theme/icons.js';
import { tokens } from '../../theme/tokens.js';
import { lowestMeeting } from '../required-level.js';
import { warnOnce } from '../warn.js';
import { ownWords } from '../own-words.js';
import { passRule } from './pass-rule.js';
import { rubricGroups, type RubricGroup, type RubricRow } from './rubric-groups.js';
import { styles } from './rubric-viewer.styles.js';

/** A reason is kept when typing rests. Shorter than the 300 ms of typing that a killed browser may cost. */
const restOfTyping = 250;

/**
 * A rubric to be read, or to place oneself in. One table: a grid where there is room, a card for each criterion where
 * there is not. In a form it takes the rubric and the person's marks from there and writes them back; alone it works
 * from `rubric` and `marks`.
 *
 * @summary The rubric, to read and to assess oneself by.
 * @fires change - Standing alone: `marks` has changed by the person.
 * @fires {RequirementOpenEvent} mc-requirement-open - The person wants to go where a criterion is not met yet.
 * @csspart table - The table.
 * @csspart level - One level of one criterion.
 */
export class McRubricViewer extends LitElement {
  static override styles = [tokens, base, styles];

  /** Shown in place of the form's rubric. */
  @property({ attribute: false }) rubric: Rubric | undefined;

  /** Ids of the criteria to show; all unless given. */
  @property({ attribute: false }) criteria: readonly string[] | undefined;

  /** `read`, or `self-assess` with a choice in each row. */
  @property() mode: 'read' | 'self-assess' = 'read';

  /** What the person chose, standing alone. A new array after each change. */
  @property({ attribute: false }) marks: readonly SelfAssessment[] = [];

  private messages = new MessagesController(this, rubricMessages);
  private credential = new StoreController(this, (state) => state.credential);
  private kept = new StoreController(this, (state) => state.portfolio.selfAssessments);
  private readOnly = new StoreController(this, (state) => state.readOnly !== undefined);

  /** Reasons still being typed, by criterion. */
  #typed = new Map<string, string>();
  #rest: ReturnType<typeof setTimeout> | undefined;
  #listening: AbortController | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#listening = new AbortController();
    const options = { signal: this.#listening.signal, capture: true };
    document.addEventListener('visibilitychange', this.#keepTyped, options);
    window.addEventListener('pagehide', this.#keepTyped, options);
  }

  override disconnectedCallback(): void {
    this.#keepTyped();
    this.#listening?.abort();
    super.disconnectedCallback();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('mode') && this.mode !== 'read' && this.mode !== 'self-assess') {
      warnOnce(
        `rubric-viewer.mode.${String(this.mode)}`,
        `<mc-rubric-viewer mode="${String(this.mode)}"> is not known; "read" is used.`,
      );
    }
  }

  override render() {
    const rubric = this.rubric ?? this.credential.value?.rubric;
    if (!rubric) return nothing;
    const { say } = this.messages;
    const required = lowestMeeting(rubric);
    const groups = rubricGroups(rubric, this.criteria, this.rubric ? undefined : this.credential.value, say);
    if (groups.length === 0) return html`<p class="small">${say.empty}</p>`;
    return html`
      <table role="table" part="table" class=${classMap({ assess: this.mode === 'self-assess' })}>
        <caption>${rubric.title ? this.#theirs(rubric.title) : say.rubric}</caption>
        <thead>
          <tr role="row">
            <th role="columnheader" scope="col">${say.criterion}</th>
            ${rubric.levels.map(
              (level) =>
                html`<th role="columnheader" scope="col">${this.#theirs(level.title)}${level === required ? this.#flag() : nothing}</th>`,
            )}
          </tr>
        </thead>
        ${repeat(
          groups,
          ({ rows }) => rows[0]?.criterion.id,
          (group) => this.#group(group, rubric, required),
        )}
      </table>
      <p class="pass">${passRule(rubric, say)}</p>
      ${this.mode === 'self-assess' ? this.#notThereYet(groups, rubric) : nothing}
    `;
  }

  /** A rubric given alone names no language: it is that of its place. */
  get #language(): string | undefined {
    return this.rubric ? undefined : this.credential.value?.language;
  }

  #theirs(words: string) {
    return ownWords(words, this.#language);
  }

  #flag() {
    return html` <span class="flag">${flagIcon()}${this.messages.say.required}</span>`;
  }

  #group({ title, rows }: RubricGroup, rubric: Rubric, required: Level | undefined) {
    const head = html`<tr role="row" class="group">
      <th role="rowheader" scope="rowgroup" colspan=${rubric.levels.length + 1}><bdi>${title}</bdi></th>
    </tr>`;
    return html`<tbody>
      ${title ? head : nothing}
      ${repeat(
        rows,
        ({ criterion }) => criterion.id,
        (row) => this.#row(row, rubric, required),
      )}
    </tbody>`;
  }

  #row(row: RubricRow, rubric: Rubric, required: Level | undefined) {
    const { criterion } = row;
    const mark = this.#mark(criterion.id);
    const assess = this.mode === 'self-assess';
    return html`<tr role="row" class="criterion">
        <th role="rowheader" scope="row" id="c${row.at}">${this.#theirs(nameOf(row))}</th>
        ${rubric.levels.map((level, step) => this.#level(row, level, `${row.at}-${step}`, level === required, mark))}
      </tr>
      ${assess && mark?.level ? this.#why(row, mark, rubric.levels.length) : nothing}`;
  }

  #level(
    { criterion, at }: RubricRow,
    level: Level,
    id: string,
    isRequired: boolean,
    mark: SelfAssessment | undefined,
  ) {
    const { say } = this.messages;
    const words = criterion.levels.find((entry) => entry.level === level.id)?.description;
    const chosen = mark?.level === level.id;
    const name = html`<span class="level-name" id="n-${id}">${this.#theirs(level.title)}${isRequired ? this.#flag() : nothing}</span>`;
    const description = words
      ? html`<bdi id="d-${id}" lang=${this.#language ?? nothing}>${words}</bdi>`
      : html`<bdi id="d-${id}"><span class="only-heard">${say.noDescription}</span>–</bdi>`;
    if (this.mode !== 'self-assess') {
      return html`<td role="cell" part="level" class=${classMap({ level: true, required: isRequired })}>${name}${description}</td>`;
    }
    return html`<td role="cell" part="level" class=${classMap({ level: true, required: isRequired, chosen })}>
      <label>
        <input
          type="radio"
          name="level-${criterion.id}"
          aria-labelledby="c${at} n-${id} d-${id}"
          .checked=${live(chosen)}
          ?disabled=${this.readOnly.value ?? false}
          @change=${() => this.#put(criterion.id, { level: level.id })}
        />
        ${name}${description}
      </label>
    </td>`;
  }

  #why(row: RubricRow, mark: SelfAssessment, columns: number) {
    const { say } = this.messages;
    const { id } = row.criterion;
    return html`<tr role="row" class="why">
      <td role="cell" class="beside"></td>
      <td role="cell" colspan=${columns}>
        <div class="why-head">
          <label for="w${row.at}">${say.why}</label>
          <button type="button" class="link" aria-label=${say.clearFor(nameOf(row))} ?disabled=${this.readOnly.value ?? false}
            @click=${() => this.#clear(id)}>${say.clear}</button>
        </div>
        <textarea id="w${row.at}" class="input" rows="2" aria-label=${say.whyFor(nameOf(row))}
          .value=${live(this.#typed.get(id) ?? mark.why ?? '')} ?readonly=${this.readOnly.value ?? false}
          @input=${(event: Event) => this.#type(id, (event.target as HTMLTextAreaElement).value)}
          @change=${this.#keepTyped}></textarea>
      </td>
    </tr>`;
  }

  #notThereYet(groups: RubricGroup[], rubric: Rubric) {
    const { say } = this.messages;
    const enough = new Set(rubric.levels.filter(({ meets }) => meets).map(({ id }) => id));
    const below = groups
      .flatMap(({ rows }) => rows)
      .filter(({ criterion }) => {
        const level = this.#mark(criterion.id)?.level;
        return level !== undefined && !enough.has(level);
      });
    if (below.length === 0) return nothing;
    return html`<div class="note warn">
      <p>
        ${say.notThereYet(below.map((row) => row.code ?? row.criterion.title))}
        ${below.map(({ subject, code, criterion }) =>
          subject
            ? html` <button type="button" class="link" @click=${() => this.dispatchEvent(new RequirementOpenEvent(subject))}>
                ${say.open(code ?? criterion.title)}</button>`
            : nothing,
        )}
      </p>
    </div>`;
  }

  #mark(criterion: string): SelfAssessment | undefined {
    const marks = this.#alone ? this.marks : (this.kept.value ?? []);
    return marks.find((mark) => mark.criterion === criterion);
  }

  get #alone(): boolean {
    return this.rubric !== undefined || !this.kept.store;
  }

  #type(criterion: string, why: string): void {
    this.#typed.set(criterion, why);
    clearTimeout(this.#rest);
    this.#rest = setTimeout(this.#keepTyped, restOfTyping);
  }

  #keepTyped = (): void => {
    clearTimeout(this.#rest);
    for (const [criterion, why] of [...this.#typed]) this.#put(criterion, { why });
  };

  #put(criterion: string, fields: Pick<SelfAssessment, 'level' | 'why'>): void {
    const before = this.#mark(criterion);
    const why = this.#typed.get(criterion) ?? before?.why;
    this.#typed.delete(criterion);
    const mark: SelfAssessment = { criterion, level: before?.level, why, ...fields };
    if (before?.level === mark.level && (before?.why ?? '') === (mark.why ?? '')) return;
    if (!this.#alone) {
      this.kept.store?.apply({ kind: 'self-assess', ...mark });
      return;
    }
    this.marks = [
      ...this.marks.filter((entry) => entry.criterion !== criterion),
      ...(mark.level || mark.why ? [mark] : []),
    ];
    this.dispatchEvent(new Event('change', { bubbles: true }));
  }

  /** The button goes with the choice, so focus goes to the first level of the row. */
  #clear(criterion: string): void {
    this.#put(criterion, { level: undefined, why: undefined });
    this.renderRoot.querySelector<HTMLInputElement>(`input[name="${CSS.escape(`level-${criterion}`)}"]`)?.focus();
  }
}

const nameOf = ({ code, criterion }: RubricRow): string => (code ? `${code} ${criterion.title}` : criterion.title);
