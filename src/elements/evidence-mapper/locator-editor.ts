import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { MessagesController } from '../../context/messages-controller.js';
import { evidenceMessages } from '../../locales/evidence.js';
import { innerPlaces, type Locator, type LocatorKind } from '../../model/locator.js';
import type { Artifact } from '../../model/portfolio.js';
import { base } from '../../theme/base.js';
import { closeIcon, plusIcon } from '../../theme/icons.js';
import { tokens } from '../../theme/tokens.js';
import { typed } from '../typed.js';
import { styles } from './locator-editor.styles.js';
import { clock, locatorWords } from './locator-words.js';
import { emptyRow, kindsFor, readRow, rowOf, type PlaceFault, type PlaceRow } from './place-row.js';

/**
 * Where to look in one artifact: any number of places, typed as people write them, each answered by what was
 * understood. What is understood is handed on at once.
 *
 * @summary The fields for the places in an artifact; rendered by the evidence mapper.
 */
export class McLocatorEditor extends LitElement {
  static override styles = [tokens, base, styles];

  @property({ attribute: false }) artifact: Artifact | undefined;
  @property({ attribute: false }) locators: readonly Locator[] = [];
  /** The credential asks for a place: the whole of an artifact is offered only where that is one. */
  @property({ type: Boolean }) required = false;
  @property({ attribute: false }) change: (locators: Locator[]) => void = () => undefined;

  @state() private rows: readonly PlaceRow[] = [];
  #key = 0;
  private messages = new MessagesController(this, evidenceMessages);

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!this.artifact || !(changed.has('locators') || changed.has('artifact'))) return;
    // The same places in other words: what is being typed stays as it is.
    if (this.rows.length > 0 && JSON.stringify(this.read()) === JSON.stringify(this.locators)) return;
    const rows = this.locators.map((locator) => rowOf(this.#key++, locator));
    this.rows = rows.length > 0 ? rows : [emptyRow(this.#key++, this.kinds[0] ?? 'other')];
  }

  override render() {
    if (!this.artifact) return nothing;
    const { say } = this.messages;
    const several = this.rows.length > 1;
    return html`<ul>
        ${repeat(
          this.rows,
          ({ key }) => key,
          (row) => html`<li>${this.row(row, several)}</li>`,
        )}
      </ul>
      <button class="button quiet compact another" type="button" @click=${this.addRow}>${plusIcon()}${say.anotherPlace}</button>`;
  }

  /** Moves focus to the first field. */
  override focus(options?: FocusOptions): void {
    (
      this.shadowRoot?.querySelector<HTMLElement>('li input') ??
      this.shadowRoot?.querySelector<HTMLElement>('li select')
    )?.focus(options);
  }

  private get kinds(): LocatorKind[] {
    const kinds = this.artifact ? kindsFor(this.artifact, this.required) : [];
    // What was chosen under another rule can still be read and changed.
    return [
      ...kinds,
      ...this.locators
        .map(({ kind }) => kind)
        .filter((kind, at, all) => !kinds.includes(kind) && all.indexOf(kind) === at),
    ];
  }

  private row(row: PlaceRow, several: boolean) {
    const { say } = this.messages;
    const { kinds } = this;
    const { key, kind } = row;
    const echo = this.echo(row);
    return html`<div class="place ${kind}">
        ${
          kinds.length > 1
            ? html`<div class="field kind">
              <label for="kind-${key}">${say.whereKind}</label>
              <select class="input" id="kind-${key}" @change=${(event: Event) => this.setKind(row, (event.target as HTMLSelectElement).value as LocatorKind)}>
                ${kinds.map((each) => html`<option .value=${each} .selected=${each === kind}>${say.kinds[each]}</option>`)}
              </select>
            </div>`
            : nothing
        }
        ${this.fields(row, echo.wrong)}
        ${
          several
            ? html`<button class="remove" type="button" aria-label=${say.removePlace} @click=${() => this.removeRow(row)}>${closeIcon()}</button>`
            : nothing
        }
      </div>
      <p class="echo ${echo.wrong ? 'wrong' : ''}" id="echo-${key}">${echo.words}</p>`;
  }

  private fields(row: PlaceRow, wrong: boolean) {
    const { say } = this.messages;
    const { key, kind } = row;
    if (kind === 'whole') return nothing;
    if (kind === 'region') return html`${this.box(row)}${this.pageField(row)}`;
    return html`<div class="field words">
        <label for="text-${key}">${say.field[kind]}</label>
        <input class="input" id="text-${key}" dir="auto" autocomplete="off" placeholder=${say.example[kind] || nothing}
          aria-describedby="echo-${key}" aria-invalid=${wrong ? 'true' : nothing}
          ${typed(row.text, (text) => this.setRow({ ...row, text }))} />
      </div>
      ${kind === 'quote' ? this.pageField(row) : nothing}`;
  }

  private box(row: PlaceRow) {
    const { say } = this.messages;
    return html`<fieldset class="box" aria-describedby="echo-${row.key}">
      <legend class="hint">${say.areaHint}</legend>
      ${say.box.map(
        (name, at) => html`<div class="field">
          <label for="box-${row.key}-${at}">${name}</label>
          <input class="input figures" id="box-${row.key}-${at}" inputmode="decimal" autocomplete="off" placeholder=${say.percent}
            ${typed(row.box[at] ?? '', (side) => this.setRow({ ...row, box: row.box.map((other, n) => (n === at ? side : other)) }))} />
        </div>`,
      )}
    </fieldset>`;
  }

  private pageField(row: PlaceRow) {
    const { say } = this.messages;
    const pages = this.artifact?.file && innerPlaces(this.artifact.file.type).includes('page');
    if (!pages) return nothing;
    return html`<div class="field page">
      <label for="page-${row.key}">${say.onPage}</label>
      <input class="input figures" id="page-${row.key}" inputmode="numeric" autocomplete="off"
        ${typed(row.page, (page) => this.setRow({ ...row, page }))} />
    </div>`;
  }

  /** What was understood, or kindly why not. */
  private echo(row: PlaceRow): { words: string; wrong: boolean } {
    const { artifact } = this;
    if (!artifact) return { words: '', wrong: false };
    const { say } = this.messages;
    const { locators, fault } = readRow(row, artifact, this.kinds);
    if (!fault)
      return {
        words: row.kind === 'whole' ? '' : say.understood(locators.map((locator) => locatorWords(locator, say))),
        wrong: false,
      };
    return { words: this.faultWords(fault, row), wrong: fault.code !== 'locator.empty' };
  }

  private faultWords(fault: PlaceFault, row: PlaceRow): string {
    const { say } = this.messages;
    const { pages, duration } = this.artifact?.file ?? {};
    switch (fault.code) {
      case 'wrong-kind':
        return say.wrongKind(fault.text, fault.kind);
      case 'box-missing':
        return say.boxMissing;
      case 'out-of-range':
        if (row.kind === 'time' && duration !== undefined) return say.outOfTime(clock(Math.ceil(duration)));
        return row.kind !== 'region' && pages !== undefined ? say.outOfPages(pages) : say.outOfPicture;
      default: {
        const words = say.fault[fault.code];
        return typeof words === 'function' ? words(fault.text) : (words ?? '');
      }
    }
  }

  private read(): Locator[] {
    const { artifact } = this;
    return artifact ? this.rows.flatMap((row) => readRow(row, artifact, this.kinds).locators) : [];
  }

  private setRow(row: PlaceRow): void {
    this.setRows(this.rows.map((other) => (other.key === row.key ? row : other)));
  }

  private setKind(row: PlaceRow, kind: LocatorKind): void {
    const [first] = this.artifact ? readRow(row, this.artifact, this.kinds).locators : [];
    this.setRow({
      ...emptyRow(row.key, kind),
      // Words go on being words, and a page stays the page of what is on it.
      text: isWords(row.kind) && isWords(kind) ? row.text : '',
      page: first?.kind === 'page' ? String(first.page) : row.page,
    });
  }

  private addRow = () => {
    const row = emptyRow(this.#key++, this.kinds.find((kind) => kind !== 'whole') ?? 'other');
    this.setRows([...this.rows, row]);
    void this.updateComplete.then(() => this.shadowRoot?.querySelector<HTMLElement>('li:last-child input')?.focus());
  };

  private removeRow(row: PlaceRow): void {
    const at = this.rows.indexOf(row);
    this.setRows(this.rows.filter((other) => other !== row));
    void this.updateComplete.then(() => {
      const places = [...(this.shadowRoot?.querySelectorAll('li') ?? [])];
      const next = places[at] ?? places.at(-1);
      (next?.querySelector<HTMLElement>('input') ?? next?.querySelector<HTMLElement>('select'))?.focus();
    });
  }

  private setRows(rows: readonly PlaceRow[]): void {
    this.rows = rows;
    const locators = this.read();
    if (JSON.stringify(locators) !== JSON.stringify(this.locators)) this.change(locators);
  }
}

const isWords = (kind: LocatorKind): boolean => kind === 'quote' || kind === 'section' || kind === 'other';
