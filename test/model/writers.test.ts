import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { apply, applyAll } from '../../src/model/apply.js';
import type { Change } from '../../src/model/change.js';
import { narrativeAt, type Portfolio } from '../../src/model/portfolio.js';
import { blockText } from '../../src/model/rich-text.js';
import { begun, made, paragraph, part, strike, type Stroke } from './support/writing.js';

const stroke: fc.Arbitrary<Stroke> = fc.record({
  what: fc.constantFrom('type', 'type', 'split', 'merge', 'insert', 'delete', 'explain'),
  where: fc.nat(6),
});
const strokes = fc.array(stroke, { minLength: 1, maxLength: 8 });

/** What one writer does who sees nothing of the others. */
function writeAlone(name: string, work: Stroke[]): { changes: Change[]; view: Portfolio } {
  let view = begun();
  const changes = work.flatMap((one, n) => {
    const change = strike(view, one, `${name}${n}`);
    if (change) view = apply(view, change);
    return change ?? [];
  });
  return { changes, view };
}

/** Every text that can still be read: in place or set aside. */
function readable(portfolio: Portfolio): Set<string> {
  const texts = portfolio.narratives.flatMap(({ text }) => text.content.map(blockText));
  const explanations = portfolio.evidence.map(({ explanation }) => explanation);
  const aside = portfolio.setAside.map(({ content }) =>
    content.kind === 'block' ? blockText(content.block) : content.kind === 'text' ? content.text : '',
  );
  return new Set([...texts, ...explanations, ...aside]);
}

/** Merges lists into one that keeps the order of each: `turns` says whose change is next. */
function merge(lists: Change[][], turns: number[]): Change[] {
  const rest = lists.map((list) => [...list]);
  const order: Change[] = [];
  for (let n = 0; rest.some((list) => list.length); n += 1) {
    const waiting = rest.filter((list) => list.length);
    order.push(waiting[(turns[n] ?? n) % waiting.length]!.shift()!);
  }
  return order;
}

/** The versions that nothing later replaced or removed knowingly, that is with them in its `base`. */
function liveVersions(log: Change[]): string[] {
  return log.flatMap((change, n) => {
    const later = log.slice(n + 1);
    if (change.kind === 'evidence-explain') {
      return later.some((next) => next.kind === 'evidence-explain' && next.base === change.id) ? [] : [change.text];
    }
    if (change.kind !== 'narrative') return [];
    return change.put.flatMap(({ block }) => {
      const known = later.some(
        (next) =>
          next.kind === 'narrative' &&
          next.base[block.id] === change.id &&
          (next.remove.includes(block.id) || next.put.some((put) => put.block.id === block.id)),
      );
      return known ? [] : [blockText(block)];
    });
  });
}

const nothingLost = (merged: Portfolio, log: Change[]) => {
  const kept = readable(merged);
  for (const text of liveVersions(log)) assert.ok(kept.has(text), `lost: ${text}`);
};

describe('several writers', () => {
  for (const writers of [2, 3]) {
    it(`${writers} who do not see each other lose nothing, in any order`, () => {
      fc.assert(
        fc.property(
          fc.array(strokes, { minLength: writers, maxLength: writers }),
          fc.array(fc.nat(5)),
          (works, turns) => {
            const done = works.map((work, n) => writeAlone('xyz'.charAt(n), work));
            const log = merge(
              done.map(({ changes }) => changes),
              turns,
            );
            const merged = applyAll(begun(), log);
            nothingLost(merged, log);
            // What each sees at the end of their own writing is there as they wrote it.
            const kept = readable(merged);
            done.forEach(({ view }, n) => {
              const text = narrativeAt(view, { part })!;
              for (const block of text.text.content) {
                if (text.seen[block.id]?.startsWith('xyz'.charAt(n)))
                  assert.ok(kept.has(blockText(block)), blockText(block));
              }
            });
          },
        ),
        { numRuns: 500 },
      );
    });

    it(`${writers} leave at most ${writers - 1} other versions of a place, however long they write`, () => {
      fc.assert(
        fc.property(
          fc.array(strokes, { minLength: writers, maxLength: writers }),
          fc.array(fc.nat(5)),
          (works, turns) => {
            const log = merge(
              works.map((work, n) => writeAlone('xyz'.charAt(n), work).changes),
              turns,
            );
            const merged = applyAll(begun(), log);
            const places = merged.setAside.map(({ where }) => where.block ?? where.detail);
            for (const place of places) {
              assert.ok(
                places.filter((other) => other === place).length < writers,
                `${String(place)}: ${places.length}`,
              );
            }
            assert.equal(new Set(merged.setAside.map(({ id }) => id)).size, merged.setAside.length);
          },
        ),
        { numRuns: 500 },
      );
    });
  }

  it('who now and then see each other lose nothing', () => {
    const event = fc.record({
      who: fc.nat(2),
      what: fc.constantFrom('write', 'write', 'flush', 'flush', 'look'),
      stroke,
    });
    fc.assert(
      fc.property(fc.array(event, { maxLength: 40 }), (events) => {
        const log: Change[] = [];
        const tabs = [0, 1, 2].map(() => ({ view: begun(), pending: [] as Change[] }));
        const flush = (tab: (typeof tabs)[number]) => {
          const change = tab.pending.shift();
          if (change) log.push(change);
        };
        events.forEach((one, n) => {
          const tab = tabs[one.who]!;
          if (one.what === 'flush') flush(tab);
          if (one.what === 'look') tab.view = applyAll(applyAll(begun(), log), tab.pending);
          if (one.what !== 'write') return;
          const change = strike(tab.view, one.stroke, `t${one.who}n${n}`);
          if (!change) return;
          tab.view = apply(tab.view, change);
          tab.pending.push(change);
        });
        for (const tab of tabs) while (tab.pending.length) flush(tab);
        nothingLost(applyAll(begun(), log), log);
      }),
      { numRuns: 1000 },
    );
  });

  it('keep what one edits and the other takes out, whichever comes first', () => {
    const [edit, take] = [
      writeAlone('a', [{ what: 'type', where: 1 }]),
      writeAlone('b', [{ what: 'delete', where: 1 }]),
    ];
    for (const log of [
      [...edit.changes, ...take.changes],
      [...take.changes, ...edit.changes],
    ]) {
      assert.ok(readable(applyAll(begun(), log)).has('Paragraph two. a0'));
    }
  });

  it('who type over each other a hundred times leave one other version', () => {
    const work: Stroke[] = Array.from({ length: 100 }, () => ({ what: 'type', where: 0 }));
    const log = merge([writeAlone('a', work).changes, writeAlone('b', work).changes], []);
    const merged = applyAll(begun(), log);
    assert.equal(merged.setAside.length, 1);
    assert.equal(merged.setAside[0]?.reason, 'two-versions');
  });

  it('set nothing aside when they write in different paragraphs', () => {
    const log = merge(
      [writeAlone('a', [{ what: 'type', where: 0 }]).changes, writeAlone('b', [{ what: 'type', where: 2 }]).changes],
      [],
    );
    assert.deepEqual(applyAll(begun(), log).setAside, []);
  });

  it('keep the other version when its writer goes on elsewhere', () => {
    const [x, y] = ['x', 'y'].map((name) => writeAlone(name, [{ what: 'type', where: 0 }]).changes[0]!);
    const elsewhere = made('x1', {
      kind: 'narrative',
      part,
      put: [{ block: paragraph('two', 'Else.') }],
      remove: [],
      base: { one: x!.id, two: 'c0' },
    });
    assert.equal(applyAll(begun(), [x!, y!, elsewhere]).setAside.length, 1);
  });

  it('put a new paragraph at the end when the one before it is gone', () => {
    const insert = made('x', {
      kind: 'narrative',
      part,
      put: [{ block: paragraph('new', 'New.'), after: 'two' }],
      remove: [],
      base: {},
    });
    const remove = made('y', { kind: 'narrative', part, put: [], remove: ['two'], base: { two: 'c0' } });
    const text = narrativeAt(applyAll(begun(), [remove, insert]), { part })!.text.content.map(({ id }) => id);
    assert.deepEqual(text, ['one', 'three', 'four', 'new']);
  });
});
