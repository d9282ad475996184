import type { NarrativeChange } from './change.js';
import { narrativeAt, type NarrativeText, type Portfolio, type SetAside, type TextPlace } from './portfolio.js';
import { blockText, emptyText, type Block } from './rich-text.js';
import { sameJson } from './same-json.js';

/**
 * Puts and removes blocks of one text. Where a block was touched since the writer saw it, the version that gives way
 * is set aside; where it is written on by the one whose version was set aside, that entry has lived on and goes.
 */
export function applyNarrative(portfolio: Portfolio, change: NarrativeChange): Portfolio {
  const before = narrativeAt(portfolio, change) ?? emptyNarrative(change);
  const given: SetAside[] = [];
  const seen = { ...before.seen };
  let touched = false;
  let blocks = before.text.content;

  const isSeen = (id: string) => seen[id] === undefined || seen[id] === change.base[id] || seen[id] === change.id;
  const giveWay = (block: Block) => {
    if (!isSeen(block.id) && blockText(block).trim() !== '') given.push(otherVersion(block, seen[block.id], change));
  };

  for (const id of change.remove) {
    const at = blocks.findIndex((block) => block.id === id);
    const block = blocks[at];
    if (!block) continue;
    giveWay(block);
    blocks = blocks.toSpliced(at, 1);
    delete seen[id];
    touched = true;
  }
  for (const { block, after } of change.put) {
    // The same change come twice finds its work done.
    if (before.seen[block.id] === change.id) continue;
    const at = blocks.findIndex(({ id }) => id === block.id);
    const existing = blocks[at];
    const same = existing !== undefined && sameJson(existing, block);
    if (existing && !same) giveWay(existing);
    blocks = place(blocks, same ? existing : block, at, after);
    // A block that is only moved stays what others saw.
    if (same && isSeen(block.id)) continue;
    seen[block.id] = change.id;
    touched = true;
  }

  const setAside = setAsideAfter(portfolio.setAside, change, given);
  if (!touched && blocks === before.text.content) {
    return setAside === portfolio.setAside ? portfolio : { ...portfolio, setAside };
  }
  const text: NarrativeText = { ...before, text: { ...before.text, content: blocks }, seen };
  return { ...withNarrative(portfolio, before, text), setAside };
}

/** A place at which nothing was written yet. */
export const emptyNarrative = ({ part, prompt }: TextPlace): NarrativeText => ({
  part,
  ...(prompt !== undefined && { prompt }),
  text: emptyText,
  seen: {},
});

/** Puts a text where the one before it stood, or adds it. */
export function withNarrative(portfolio: Portfolio, before: NarrativeText, text: NarrativeText): Portfolio {
  const at = portfolio.narratives.indexOf(before);
  return { ...portfolio, narratives: at < 0 ? [...portfolio.narratives, text] : portfolio.narratives.with(at, text) };
}

const otherVersion = (block: Block, seen: string | undefined, change: NarrativeChange): SetAside => ({
  id: `${change.id}/${block.id}`,
  reason: 'two-versions',
  where: { part: change.part, ...(change.prompt !== undefined && { prompt: change.prompt }), block: block.id },
  content: { kind: 'block', block },
  ...(seen !== undefined && { seen }),
  at: change.at,
  ...(change.device && { device: change.device }),
});

/** `at`: where the block stands now, or -1. A place that is gone means the end: nothing is dropped. */
function place(blocks: Block[], block: Block, at: number, after: string | null | undefined): Block[] {
  if (at >= 0 && (after === undefined || after === (blocks[at - 1]?.id ?? null))) {
    return blocks[at] === block ? blocks : blocks.with(at, block);
  }
  const others = at >= 0 ? blocks.toSpliced(at, 1) : blocks;
  if (after === null) return [block, ...others];
  const anchor = after === undefined ? -1 : others.findIndex(({ id }) => id === after);
  if (anchor >= 0) return others.toSpliced(anchor + 1, 0, block);
  return at >= 0 ? blocks.with(at, block) : [...others, block];
}

/** Adds what gave way, and drops what its own writer has since written on or taken out. */
function setAsideAfter(setAside: SetAside[], change: NarrativeChange, given: SetAside[]): SetAside[] {
  const touched = new Set([...change.put.map(({ block }) => block.id), ...change.remove]);
  const isSuperseded = ({ content, where, seen }: SetAside) =>
    content.kind === 'block' &&
    where.part === change.part &&
    where.prompt === change.prompt &&
    seen !== undefined &&
    seen === change.base[content.block.id] &&
    touched.has(content.block.id);
  const kept = setAside.some(isSuperseded) ? setAside.filter((entry) => !isSuperseded(entry)) : setAside;
  return given.length ? [...kept, ...given] : kept;
}
