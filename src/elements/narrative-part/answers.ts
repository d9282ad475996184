import type { NarrativePart, Prompt } from '../../model/credential.js';
import type { NarrativeText } from '../../model/portfolio.js';
import type { RequirementState } from '../../model/requirement.js';
import { blockText } from '../../model/rich-text.js';
import { countBlock, countText, isQuestionItself } from '../../model/text-count.js';

/** How far a prompt is answered. A help to the writer: no requirement hangs on it. */
export interface Answer {
  prompt: Prompt;
  state: RequirementState;
  /** Words under the prompt's heading, or of its own text. */
  words: number;
  /** The heading, where the writer gave it words of their own. */
  title?: string | undefined;
}

/** Words from which an answer is shown as given, where the credential sets no minimum for the prompt. */
export const enoughWords = 50;

/** The prompts that ask for something, in order, with what is written for each. */
export function answersOf(part: NarrativePart, narratives: readonly NarrativeText[]): Answer[] {
  const own = narratives.filter((text) => text.part === part.id);
  const asked = part.prompts.filter(({ kind }) => kind !== 'may');
  if (part.layout === 'per-prompt') {
    return asked.map((prompt) => {
      const text = own.find((narrative) => narrative.prompt === prompt.id);
      return answer(prompt, countText(text, part).words, false);
    });
  }
  const sections = wordsUnderHeadings(
    own.find(({ prompt }) => prompt === undefined),
    part,
  );
  return asked.map((prompt) => {
    const section = sections.get(prompt.id);
    return { ...answer(prompt, section?.words ?? 0, section !== undefined), title: section?.title };
  });
}

function answer(prompt: Prompt, words: number, begun: boolean): Answer {
  const enough = words > 0 && words >= (prompt.words?.min ?? enoughWords);
  return { prompt, words, state: enough ? 'done' : begun || words > 0 ? 'doing' : 'todo' };
}

/** Words between the headings of a text that carry a prompt, by prompt. What stands before the first belongs to none. */
export function wordsUnderHeadings(
  text: NarrativeText | undefined,
  part: NarrativePart,
): Map<string, { words: number; title: string | undefined }> {
  const sections = new Map<string, { words: number; title: string | undefined }>();
  let section: { words: number; title: string | undefined } | undefined;
  for (const block of text?.text.content ?? []) {
    if (block.type === 'heading' && block.prompt !== undefined) {
      const title = isQuestionItself(block, part) ? undefined : blockText(block);
      section = sections.get(block.prompt) ?? { words: 0, title };
      sections.set(block.prompt, section);
    } else if (section) section.words += countBlock(block);
  }
  return sections;
}

/** Keeps the earlier list while it says the same, so that what shows it is woken by a word and not by a letter. */
export const keepSame = (before: Answer[] | undefined, after: Answer[]): Answer[] =>
  before?.length === after.length &&
  before.every((one, n) => {
    const other = after[n]!;
    return (
      one.prompt === other.prompt && one.words === other.words && one.state === other.state && one.title === other.title
    );
  })
    ? before
    : after;
