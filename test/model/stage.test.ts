import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { isEditable, stageMoves, stageOf, stages, type Stage, type StageEvent } from '../../src/model/stage.js';
import { at } from './support/writing.js';

type Kind = StageEvent['kind'];
const kinds: Kind[] = [
  'hand-over',
  'submit',
  'check',
  'begin-review',
  'return',
  'decide-not-yet',
  'award',
  'withdraw',
  'hold',
  'resume',
  'appeal',
  'expire',
  'revise',
];
const events = (...list: Kind[]): StageEvent[] => list.map((kind, n) => ({ id: `e${n}`, kind, at }));
const anyEvents = fc.array(fc.constantFrom(...kinds), { maxLength: 20 }).map((list) => events(...list));
const final: Stage[] = ['awarded', 'withdrawn', 'expired'];

/** The shortest way to every stage, found by walking the table. */
const ways = new Map<Stage, Kind[]>([['draft', []]]);
for (const [stage, way] of ways) {
  for (const [kind, to] of Object.entries(stageMoves[stage])) if (!ways.has(to)) ways.set(to, [...way, kind as Kind]);
}

describe('stages', () => {
  it('can all be reached, and the way there leads there', () => {
    assert.deepEqual([...ways.keys()].sort(), [...stages].sort());
    for (const [stage, way] of ways) assert.equal(stageOf(events(...way)), stage);
  });

  it('change by the legal moves of the table and by no other event', () => {
    for (const [stage, way] of ways) {
      for (const kind of kinds.filter((one) => one !== 'resume')) {
        assert.equal(stageOf(events(...way, kind)), stageMoves[stage][kind] ?? stage, `${stage} by ${kind}`);
      }
    }
  });

  it('step by step, whatever the events', () => {
    fc.assert(
      fc.property(anyEvents, (list) => {
        for (let n = 1; n <= list.length; n += 1) {
          const [before, after] = [stageOf(list.slice(0, n - 1)), stageOf(list.slice(0, n))];
          const kind = list[n - 1]!.kind;
          if (kind === 'resume') assert.equal(after === before, before !== 'on-hold');
          else assert.equal(after, stageMoves[before][kind] ?? before);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('awarded, withdrawn and expired are final', () => {
    fc.assert(
      fc.property(fc.constantFrom(...final), anyEvents, (stage, after) => {
        assert.equal(stageOf([...events(...ways.get(stage)!), ...after]), stage);
      }),
    );
  });

  it('come back after a hold to what they were', () => {
    for (const [stage, way] of ways) {
      if (stageMoves[stage].hold) assert.equal(stageOf(events(...way, 'hold', 'award', 'submit', 'resume')), stage);
    }
    assert.equal(stageOf(events('submit', 'hold', 'resume', 'begin-review', 'hold', 'resume')), 'in-review');
  });

  it('let work be edited only where no service is reading it', () => {
    assert.deepEqual(stages.filter(isEditable), ['draft', 'handed-over', 'returned', 'not-yet']);
  });
});
