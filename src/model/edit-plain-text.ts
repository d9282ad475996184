import type { NarrativeChange } from './change.js';
import type { Prompt } from './credential.js';
import type { NarrativeText } from './portfolio.js';
import { blockText, type Block, type Inline } from './rich-text.js';

/** A text as it stands in a plain text field: blocks set apart by an empty line. */
export const plainTextOf = (text: NarrativeText | undefined): string =>
  writtenBlocks(text).map(plainBlock).join('\n\n');

/** Blocks without words are not seen in plain text, and stay where they are. */
const writtenBlocks = (text: NarrativeText | undefined): Block[] =>
  (text?.text.content ?? []).filter((block) => blockText(block).trim() !== '');

const emptyLines = /\n(?:[^\S\n]*\n)+/;

/** A block's words; empty lines inside it would read as the end of the block. */
const plainBlock = (block: Block): string => withoutEmptyLines(blockText(block));

const withoutEmptyLines = (words: string): string =>
  words
    .split('\n')
    .filter((line) => line.trim() !== '')
    .join('\n');

/**
 * The least change that makes a text read as `edited`: blocks whose words stayed keep their object, an edited block
 * keeps its id. A block that repeats a question word for word becomes the heading of its answer.
 */
export function editPlainText(
  text: NarrativeText | undefined,
  edited: string,
  prompts: readonly Prompt[],
  newId: () => string,
): Pick<NarrativeChange, 'put' | 'remove' | 'base'> | undefined {
  const before = writtenBlocks(text);
  const after = edited
    .replace(/\r\n?/g, '\n')
    .split(emptyLines)
    .map(withoutEmptyLines)
    .filter((words) => words !== '');
  let start = 0;
  while (start < before.length && start < after.length && same(before[start], after[start])) start += 1;
  let end = 0;
  while (
    end < before.length - start &&
    end < after.length - start &&
    same(before[before.length - 1 - end], after[after.length - 1 - end])
  )
    end += 1;

  const old = before.slice(start, before.length - end);
  const fresh = after.slice(start, after.length - end);
  if (old.length === 0 && fresh.length === 0) return undefined;
  const put: NarrativeChange['put'] = [];
  let previous = before[start - 1]?.id ?? null;
  fresh.forEach((words, n) => {
    const known = old[n];
    const block = known && same(known, words) ? known : blockOf(words, known, known?.id ?? newId(), prompts);
    if (block !== known) put.push(known ? { block } : { block, after: previous });
    previous = block.id;
  });
  const remove = old.slice(fresh.length).map(({ id }) => id);
  const base: Record<string, string> = {};
  for (const id of [...put.map(({ block }) => block.id), ...remove]) {
    const seen = text?.seen[id];
    if (seen !== undefined) base[id] = seen;
  }
  return { put, remove, base };
}

const same = (block: Block | undefined, words: string | undefined) =>
  block !== undefined && plainBlock(block) === words;

function blockOf(words: string, known: Block | undefined, id: string, prompts: readonly Prompt[]): Block {
  const content = words
    .split('\n')
    .flatMap((line, n): Inline[] => [
      ...(n > 0 ? [{ type: 'hard-break' as const }] : []),
      ...(line ? [{ type: 'text' as const, text: line }] : []),
    ]);
  const prompt = prompts.find(({ text }) => text.trim() === words.trim());
  if (prompt) return { type: 'heading', id, level: 1, prompt: prompt.id, content };
  if (known?.type === 'paragraph' || (known?.type === 'heading' && !words.includes('\n'))) return { ...known, content };
  return { type: 'paragraph', id, content };
}
