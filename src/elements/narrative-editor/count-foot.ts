import { html, nothing, type TemplateResult } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import type { Format } from '../../locales/format.js';
import type { NarrativeMessages } from '../../locales/narrative.js';
import type { NarrativePart, WordLimits } from '../../model/credential.js';
import type { NarrativeText } from '../../model/portfolio.js';
import { blockText } from '../../model/rich-text.js';
import { countBlock, isQuestionItself } from '../../model/text-count.js';
import { countWords, wordProfile } from '../../model/words.js';
import { checkIcon, warnIcon } from '../../theme/icons.js';
import { paragraphsOf } from './splices.js';
import { wordLevel } from './word-level.js';

/** A paragraph in the table that explains the count. */
export interface CountRow {
  begins: string;
  words: number;
  counted: boolean;
}

const beginning = (text: string) => {
  const line = text.trim().replace(/\s+/g, ' ');
  const characters = Array.from(line.slice(0, 160));
  return characters.length > 60 ? `${characters.slice(0, 58).join('').trimEnd()}…` : line;
};

/** The words of a narrative, block by block. */
export const rowsOfNarrative = (text: NarrativeText | undefined, part: NarrativePart | undefined): CountRow[] =>
  (text?.text.content ?? []).map((block) => ({
    begins: beginning(blockText(block)),
    words: countBlock(block),
    counted: !isQuestionItself(block, part),
  }));

/** The words of a plain text, paragraph by paragraph. */
export const rowsOfPlainText = (text: string): CountRow[] =>
  paragraphsOf(text).map((paragraph) => ({
    begins: beginning(paragraph.text),
    words: countWords(paragraph.text),
    counted: true,
  }));

export interface FootOptions {
  say: NarrativeMessages;
  format: Format;
  words: number;
  questionWords: number;
  limits: WordLimits;
  /** The rows of the explanation, where it is open. */
  rows: CountRow[] | undefined;
  toggle: () => void;
}

/** How many words, how far that is, and on request why. */
export function countFoot(options: FootOptions): TemplateResult {
  const { say, format, words, limits, rows } = options;
  const { min, max } = limits;
  const level = wordLevel(words, limits);
  const sentence = {
    below: () => say.below(words, (min ?? 0) - words),
    reached: () => say.reached(words, max),
    free: () => say.within(words, max),
    over: () => say.over(words, words - (max ?? 0)),
  }[level]();
  const icon = level === 'reached' ? checkIcon() : level === 'over' ? warnIcon() : nothing;
  return html`<div class="foot" part="count">
    <p class="count figures ${level}">${icon}<span>${emphasised(sentence, format.number(words))}</span></p>
    <button class="button quiet compact why" type="button" aria-expanded=${rows ? 'true' : 'false'} @click=${options.toggle}>${say.why}</button>
    ${
      min
        ? html`<progress class=${classMap({ done: level === 'reached', over: level === 'over' })} max=${min}
          .value=${Math.min(words, min)} aria-label=${say.progress}></progress>`
        : nothing
    }
    ${rows ? explanation(options, rows) : nothing}
  </div>`;
}

/** The sentence with its figure set off, wherever the language puts it. */
function emphasised(sentence: string, figure: string): unknown {
  const at = sentence.indexOf(figure);
  if (at < 0) return sentence;
  return html`${sentence.slice(0, at)}<strong>${figure}</strong>${sentence.slice(at + figure.length)}`;
}

function explanation({ say, format, questionWords }: FootOptions, rows: CountRow[]): TemplateResult {
  return html`<div class="explanation">
    <p>${say.whyRules}</p>
    <p>${say.whyProfile}: <code>${wordProfile}</code>. ${say.whyQuestions(questionWords)}</p>
    ${
      rows.length
        ? html`<div class="scroll" tabindex="0" role="region" aria-label=${say.whyTable}>
          <table class="figures">
            <caption class="only-heard">${say.whyTable}</caption>
            <thead><tr><th scope="col">${say.paragraph}</th><th scope="col" class="number">${say.wordsColumn}</th></tr></thead>
            <tbody>${rows.map(
              (row) => html`<tr>
                <td dir="auto">${row.begins}${row.counted ? nothing : html` <span class="small">(${say.notCounted})</span>`}</td>
                <td class="number">${row.counted ? format.number(row.words) : '–'}</td>
              </tr>`,
            )}</tbody>
          </table>
        </div>`
        : nothing
    }
  </div>`;
}
