import { apply } from '../../../src/model/apply.js';
import type { Change, ChangeDraft } from '../../../src/model/change.js';
import { editPlainText, plainTextOf } from '../../../src/model/edit-plain-text.js';
import { emptyPortfolio, narrativeAt, type Portfolio } from '../../../src/model/portfolio.js';
import type { Block } from '../../../src/model/rich-text.js';

export const at = '2026-11-22T14:03:00Z';
export const pin = { id: 'https://example.org/c', version: '1', digest: 'a'.repeat(64) };
export const part = 'p-overview';

/** A change with its origin. */
export const made = (id: string, draft: ChangeDraft): Change => ({ ...draft, id, at }) as Change;

export const paragraph = (id: string, text: string): Block => ({
  type: 'paragraph',
  id,
  content: text ? [{ type: 'text', text }] : [],
});

/** A portfolio in which a few paragraphs and an explanation are written. */
export function begun(): Portfolio {
  const first = made('c0', {
    kind: 'narrative',
    part,
    base: {},
    remove: [],
    put: ['one', 'two', 'three', 'four'].map((word, n, all) => ({
      block: paragraph(word, `Paragraph ${word}.`),
      after: all[n - 1] ?? null,
    })),
  });
  const second = made('c1', { kind: 'evidence-explain', evidence: 'e1', detail: 'd1', text: 'It shows.' });
  return [first, second].reduce(apply, emptyPortfolio('pf', pin));
}

/** One stroke of work in a plain text field, on the paragraph at `where`. */
export interface Stroke {
  what: 'type' | 'split' | 'merge' | 'insert' | 'delete' | 'explain';
  where: number;
}

/** The change that a writer makes of what stands before them. `token` makes their words unlike all others. */
export function strike(view: Portfolio, { what, where }: Stroke, token: string): Change | undefined {
  if (what === 'explain') {
    const seen = view.evidence.find(({ detail }) => detail === 'd1');
    return made(token, {
      kind: 'evidence-explain',
      evidence: 'e1',
      detail: 'd1',
      text: `${seen?.explanation ?? ''} ${token}`,
      ...(seen?.seen && { base: seen.seen }),
    });
  }
  const text = narrativeAt(view, { part });
  const lines = plainTextOf(text).split('\n\n').filter(Boolean);
  const n = lines.length ? where % lines.length : 0;
  const line = lines[n] ?? '';
  if (what === 'type') lines[n] = `${line} ${token}`;
  if (what === 'split') lines.splice(n, 1, `${line.slice(0, 9)} ${token}`, `${token} ${line.slice(9)}`);
  if (what === 'merge') lines.splice(n, 2, `${line} ${token} ${lines[n + 1] ?? ''}`.trim());
  if (what === 'insert') lines.splice(n, 0, `New ${token}`);
  if (what === 'delete') lines.splice(n, 1);
  let fresh = 0;
  const edit = editPlainText(text, lines.join('\n\n'), [], () => `${token}-${(fresh += 1)}`);
  return edit && made(token, { kind: 'narrative', part, ...edit });
}

/** Freezes a value all the way down: whoever writes into it throws. */
export function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}
