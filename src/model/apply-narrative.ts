import type { NarrativeChange } from './change.js';
import { narrativeAt, type NarrativeText, type Portfolio, type SetAside } from './portfolio.js';
import { blockText, emptyText, type Block } from './rich-text.js';

/**
 * Puts and removes blocks of one text. Where a block was touched since the writer saw it, the version that gives way
 * is set aside; where it is written on by the one whose version was set aside, that entry has lived on and goes.
 */
export function applyNarrative(portfolio: Portfolio, change: NarrativeChange): Portfolio {
  const before: NarrativeText = narrativeAt(portfolio, change) ?? {
    part: change.part,
    ...(change.prompt !== undefined && { prompt: change.prompt }),
    text: emptyText,
    seen: {},
  };
  const given: SetAside[] = [];
  const seen = { ...before.seen };
  let blocks = before.text.content;

  const giveWay = (block: Block) => {
    const last = seen[block.id];
    if (last === undefined || last === change.base[block.id] || last === change.id) return;
    if (blockText(block).trim() === '') return;
    given.push({
      id: `${change.id}/${block.id}`,
      reason: 'two-versions',
      where: { part: change.part, ...(change.prompt !== undefined && { prompt: change.prompt }), block: block.id },
      content: { kind: 'block', block },
      seen: last,
      at: change.at,
      ...(change.device && { device: change.device }),
    });
  };

  for (const id of change.remove) {
    const at = blocks.findIndex((block) => block.id === id);
    const block = blocks[at];
    if (!block) continue;
    giveWay(block);
    blocks = blocks.toSpliced(at, 1);
    delete seen[id];
  }
  for (const { block, after } of change.put) {
    const at = blocks.findIndex(({ id }) => id === block.id);
    const existing = blocks[at];
    if (existing && seen[block.id] === change.id) continue;
    if (existing && !sameBlock(existing, block)) giveWay(existing);
    blocks = place(blocks, block, at, after);
    seen[block.id] = change.id;
  }

  const text: NarrativeText = { ...before, text: { ...before.text, content: blocks }, seen };
  const at = portfolio.narratives.indexOf(before);
  const narratives = at < 0 ? [...portfolio.narratives, text] : portfolio.narratives.with(at, text);
  const setAside = [...withoutSuperseded(portfolio.setAside, change), ...given];
  return { ...portfolio, narratives, setAside: setAside.length || portfolio.setAside.length ? setAside : portfolio.setAside };
}

/** `at`: where the block stands now, or -1. A place that is gone means the end: nothing is dropped. */
function place(blocks: Block[], block: Block, at: number, after: string | null | undefined): Block[] {
  if (at >= 0 && (after === undefined || after === (blocks[at - 1]?.id ?? null))) return blocks.with(at, block);
  const others = at >= 0 ? blocks.toSpliced(at, 1) : blocks;
  if (after === null) return [block, ...others];
  const anchor = after === undefined ? -1 : others.findIndex(({ id }) => id === after);
  if (anchor >= 0) return others.toSpliced(anchor + 1, 0, block);
  return at >= 0 ? blocks.with(at, block) : [...others, block];
}

function withoutSuperseded(setAside: SetAside[], change: NarrativeChange): SetAside[] {
  const lives = (entry: SetAside) =>
    entry.content.kind === 'block' &&
    entry.where.part === change.part &&
    entry.where.prompt === change.prompt &&
    entry.seen !== undefined &&
    change.base[entry.content.block.id] === entry.seen &&
    change.put.some(({ block }) => block.id === entry.where.block);
  return setAside.some(lives) ? setAside.filter((entry) => !lives(entry)) : setAside;
}

const sameBlock = (one: Block, other: Block) => one === other || JSON.stringify(one) === JSON.stringify(other);
