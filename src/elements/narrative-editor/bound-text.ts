import type { NarrativePart } from '../../model/credential.js';
import { editPlainText, plainTextOf } from '../../model/edit-plain-text.js';
import { narrativeAt, type NarrativeText, type TextPlace } from '../../model/portfolio.js';
import { newId } from '../../state/ids.js';
import type { PortfolioStore } from '../../state/store.js';
import { splicesBetween } from './splices.js';

/** The part of a text field that is needed here. */
export type Area = Pick<
  HTMLTextAreaElement,
  'value' | 'setRangeText' | 'selectionStart' | 'selectionEnd' | 'setSelectionRange'
>;

/** Keeps a plain text field and one narrative of the portfolio the same, whoever writes. */
export class BoundText {
  /** What the field shows: edits are told against it, so that whatever came meanwhile is merged, not overwritten. */
  #shown: NarrativeText | undefined;

  constructor(
    readonly store: PortfolioStore,
    readonly place: TextPlace,
  ) {
    this.#shown = this.current;
  }

  get current(): NarrativeText | undefined {
    return narrativeAt(this.store.getState().portfolio, this.place);
  }

  get part(): NarrativePart | undefined {
    const part = this.store.getState().credential.parts.find(({ id }) => id === this.place.part);
    return part?.kind === 'narrative' ? part : undefined;
  }

  get plain(): string {
    return plainTextOf(this.current);
  }

  /** Writes the whole text into an empty field. */
  fill(area: Area): void {
    this.#shown = this.current;
    area.value = plainTextOf(this.#shown);
  }

  /** Takes what stands in the field into the portfolio. */
  push(value: string): void {
    // A question can become a heading only where one text answers several.
    const prompts = this.place.prompt === undefined ? (this.part?.prompts ?? []) : [];
    const edit = editPlainText(this.#shown, value, prompts, newId);
    if (!edit) return;
    const alone = this.current === this.#shown;
    const { part, prompt } = this.place;
    this.store.apply({ kind: 'narrative', part, ...(prompt !== undefined && { prompt }), ...edit });
    if (alone) this.#shown = this.current;
  }

  /**
   * Takes what was written elsewhere into the field: only the words that differ, so that caret, scroll and empty lines
   * stay. What stands in the field must have been pushed before. Answers whether there was anything.
   */
  takeIn(area: Area): boolean {
    const next = this.current;
    if (next === this.#shown) return false;
    const splices = splicesBetween(area.value, plainTextOf(next));
    const marked = selectedIn(area);
    for (const { from, to, text } of splices.toReversed()) area.setRangeText(text, from, to, 'preserve');
    // Browsers mark what replaces words around the caret: the next letter typed would delete what somebody else wrote.
    if (selectedIn(area) !== marked) area.setSelectionRange(area.selectionEnd, area.selectionEnd);
    this.#shown = next;
    return splices.length > 0;
  }
}

const selectedIn = ({ value, selectionStart, selectionEnd }: Area): string => value.slice(selectionStart, selectionEnd);
