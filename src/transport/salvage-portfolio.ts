import type { CredentialPin } from '../model/base.js';
import { parsePortfolio } from '../model/parse.js';
import { emptyPortfolio, portfolioFormat, type Portfolio } from '../model/portfolio.js';

/** What could be kept of a portfolio, and by list what could not. */
export interface Salvaged {
  portfolio: Portfolio;
  leftOut: Record<string, unknown[]>;
}

const lists = ['narratives', 'artifacts', 'evidence', 'attestations', 'selfAssessments', 'setAside'] as const;
type List = (typeof lists)[number];
type Item = Record<string, unknown>;
/** The pieces of an item, where one wrong piece need not cost the whole: blocks of a text, places that show it. */
const pieces: Partial<Record<List, { of: (item: Item) => unknown; with: (item: Item, kept: unknown[]) => Item }>> = {
  narratives: {
    of: ({ text }) => (isObject(text) ? text['content'] : undefined),
    with: (item, content) => ({ ...item, text: { ...(item['text'] as Item), content } }),
  },
  evidence: { of: (item) => item['pointers'], with: (item, pointers) => ({ ...item, pointers }) },
};

/**
 * Keeps each item of a portfolio that is as it should be by itself. `known`: id and pin as the rest of the package has
 * them, for where the portfolio's own cannot be read. Nothing, if the text is no JSON, is of another format, or holds
 * no item that could be kept.
 */
export function salvagePortfolio(
  text: string,
  known: { id?: string | undefined; pin?: CredentialPin | undefined },
): Salvaged | undefined {
  const value = objectIn(text);
  if (!value || isOtherFormat(value['format'])) return undefined;
  const shell = shellOf(value, known);
  if (!shell) return undefined;
  const leftOut: Record<string, unknown[]> = {};
  const kept = lists.map((list) => {
    const found = value[list];
    const items: unknown[] = Array.isArray(found) ? found : [];
    const dropped: unknown[] = Array.isArray(found) || found === undefined ? [] : [found];
    const good = items.flatMap((item) => keepItem(shell, list, item, dropped));
    if (dropped.length) leftOut[list] = dropped;
    return [list, good] as const;
  });
  if (kept.every(([, items]) => items.length === 0)) return undefined;
  const parsed = parsePortfolio({ ...shell, ...Object.fromEntries(kept) });
  return parsed.ok ? { portfolio: parsed.value, leftOut } : undefined;
}

/** A format of ours with another number is another version's work: it is not guessed at. */
const isOtherFormat = (format: unknown): boolean =>
  typeof format !== 'string' || (format !== portfolioFormat && !/portfolio\/1$/i.test(format));

function shellOf(value: Record<string, unknown>, known: Parameters<typeof salvagePortfolio>[1]): Portfolio | undefined {
  const ids = [value['id'], known.id];
  const pins = [known.pin, value['credential']];
  for (const id of ids) {
    for (const credential of pins) {
      const parsed = parsePortfolio({ ...emptyPortfolio('', {} as CredentialPin), id, credential });
      if (parsed.ok) return parsed.value;
    }
  }
  return undefined;
}

function keepItem(shell: Portfolio, list: List, item: unknown, dropped: unknown[]): unknown[] {
  const fits = (one: unknown) => parsePortfolio({ ...shell, [list]: [one] }).ok;
  if (fits(item)) return [item];
  dropped.push(item);
  const parts = pieces[list];
  const all = isObject(item) ? parts?.of(item) : undefined;
  if (!parts || !isObject(item) || !Array.isArray(all)) return [];
  const rest = parts.with(
    item,
    all.filter((piece: unknown) => fits(parts.with(item, [piece]))),
  );
  return fits(rest) ? [rest] : [];
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function objectIn(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
