/** Replaces `text` for what stands between two offsets of a plain text. */
export interface Splice {
  from: number;
  to: number;
  text: string;
}

/** What sets paragraphs apart: a line end and at least one empty line. */
const gap = /\n(?:[^\S\n]*\n)+/g;

/** The paragraphs of a plain text with their places; empty ones do not count. */
export function paragraphsOf(text: string): Splice[] {
  const found: Splice[] = [];
  const add = (from: number, to: number) => {
    const words = text.slice(from, to);
    if (words.trim() === '') return;
    // A line that is only just begun is no part of the paragraph yet: the portfolio does not keep it either.
    const start = from + (/^(?:[^\S\n]*\n)*/.exec(words)?.[0].length ?? 0);
    const trimmed = text.slice(start, to).replace(/(?:\n[^\S\n]*)+$/, '');
    found.push({ from: start, to: start + trimmed.length, text: trimmed });
  };
  let from = 0;
  for (const match of text.matchAll(gap)) {
    add(from, match.index);
    from = match.index + match[0].length;
  }
  add(from, text.length);
  return found;
}

/**
 * The least splices that make the paragraphs of `present` read as those of `next`, in order. Empty lines that somebody
 * is just typing stay: only what was really changed elsewhere is touched.
 */
export function splicesBetween(present: string, next: string): Splice[] {
  const before = paragraphsOf(present);
  const after = paragraphsOf(next).map(({ text }) => text);
  let start = 0;
  while (start < before.length && start < after.length && before[start]!.text === after[start]) start += 1;
  let end = 0;
  while (
    end < before.length - start &&
    end < after.length - start &&
    before[before.length - 1 - end]!.text === after[after.length - 1 - end]
  )
    end += 1;
  const old = before.slice(start, before.length - end);
  const fresh = after.slice(start, after.length - end);
  if (old.length === fresh.length) {
    return old.flatMap((paragraph, n) => (paragraph.text === fresh[n] ? [] : [narrowed(paragraph, fresh[n]!)]));
  }
  const previous = before[start - 1];
  const following = before[before.length - end];
  const words = fresh.join('\n\n');
  if (old.length === 0) {
    if (previous) return [{ from: previous.to, to: previous.to, text: `\n\n${words}` }];
    return following
      ? [{ from: following.from, to: following.from, text: `${words}\n\n` }]
      : [{ from: 0, to: present.length, text: words }];
  }
  const [first, last] = [old[0]!, old.at(-1)!];
  if (fresh.length > 0)
    return [narrowed({ from: first.from, to: last.to, text: present.slice(first.from, last.to) }, words)];
  return [
    following
      ? { from: first.from, to: following.from, text: '' }
      : { from: previous?.to ?? first.from, to: last.to, text: '' },
  ];
}

/** Leaves alone what both begin and end with, so that a caret there does not move. */
function narrowed({ from, to, text: old }: Splice, text: string): Splice {
  const least = Math.min(old.length, text.length);
  let start = 0;
  while (start < least && old[start] === text[start]) start += 1;
  let end = 0;
  while (end < least - start && old[old.length - 1 - end] === text[text.length - 1 - end]) end += 1;
  return { from: from + start, to: to - end, text: text.slice(start, text.length - end) };
}

/**
 * The splice that puts a paragraph of its own beside the one that holds `caret`: before it if the caret is at its
 * beginning, else after it. Without a caret it goes to the end. `caret` of the result is where writing goes on.
 */
export function paragraphSplice(present: string, words: string, caret?: number): Splice & { caret: number } {
  const paragraphs = paragraphsOf(present);
  const at = caret ?? present.length;
  const next = paragraphs.findIndex(({ from }) => from >= at);
  const previous = paragraphs.at(next < 0 ? paragraphs.length - 1 : next - 1);
  const before = next === 0 ? undefined : previous;
  const following = next < 0 ? undefined : paragraphs[next];
  const from = before?.to ?? 0;
  const to = following?.from ?? present.length;
  const text = `${before ? '\n\n' : ''}${words}\n\n${following ? '\n\n' : ''}`;
  return { from, to, text, caret: from + text.length - (following ? 2 : 0) };
}
