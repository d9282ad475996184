import type { NarrativePart } from './credential.js';
import type { NarrativeText } from './portfolio.js';
import { blockText, type Block } from './rich-text.js';
import { countWords } from './words.js';

const counted = new WeakMap<Block, number>();

/** Words of one block. Remembered with the block, which never changes. */
export function countBlock(block: Block): number {
  let words = counted.get(block);
  if (words === undefined) {
    words = countWords(blockText(block));
    counted.set(block, words);
  }
  return words;
}

/** Whether a heading is still the question's own words: those are the issuer's, and do not count. */
export const isQuestionItself = (block: Block, part: NarrativePart | undefined): boolean =>
  block.type === 'heading' &&
  block.prompt !== undefined &&
  part?.prompts.find(({ id }) => id === block.prompt)?.text.trim() === blockText(block).trim();

export interface TextCount {
  /** Words that count towards the minimum. */
  words: number;
  /** Words of headings that repeat a question, which do not. */
  questionWords: number;
}

const totals = new WeakMap<NarrativeText, { part: NarrativePart | undefined; count: TextCount }>();

/** Counts a narrative by the profile `mc-words/1`. */
export function countText(text: NarrativeText | undefined, part: NarrativePart | undefined): TextCount {
  if (!text) return { words: 0, questionWords: 0 };
  const known = totals.get(text);
  if (known && known.part === part) return known.count;
  const count = { words: 0, questionWords: 0 };
  for (const block of text.text.content) {
    if (isQuestionItself(block, part)) count.questionWords += countBlock(block);
    else count.words += countBlock(block);
  }
  totals.set(text, { part, count });
  return count;
}
