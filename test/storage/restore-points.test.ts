import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { outlivedPoints, restorePointBytes, type DatedPoint } from '../../src/storage/restore-points.js';

const minute = 60_000;
const day = 24 * 60 * minute;
const now = Date.parse('2026-11-22T12:00:00Z');
const moment = (ms: number) => new Date(ms).toISOString();

/** Points so many milliseconds old, oldest first, as they are added. */
const points = (ages: number[], over: Partial<DatedPoint> = {}): DatedPoint[] =>
  [...ages]
    .sort((a, b) => b - a)
    .map((age, n) => ({ id: n + 1, at: moment(now - age), why: 'interval', bytes: 1, ...over }));

/** Ages in minutes of what is kept. */
function keptAges(all: DatedPoint[]): number[] {
  const outlived = new Set(outlivedPoints(all, moment(now)));
  return all
    .filter(({ id }) => !outlived.has(id))
    .map(({ at }) => (now - Date.parse(at)) / minute)
    .sort((a, b) => a - b);
}

describe('retention of restore points', () => {
  it('keeps the newest of each 10 minutes for a day', () => {
    const all = points(Array.from({ length: 60 }, (_, n) => n * minute));
    assert.deepEqual(keptAges(all), [0, 1, 11, 21, 31, 41, 51]);
  });

  it('keeps the newest of each day for 60 days', () => {
    const hourly = Array.from({ length: 24 * 90 }, (_, n) => n * 60 * minute);
    const kept = keptAges(points(hourly)).map((age) => age / 60);
    assert.equal(kept.filter((age) => age <= 24).length, 25);
    const older = kept.filter((age) => age > 24);
    // The day before yesterday's newest is from 23:00, 37 hours ago; yesterday's part beyond a day begins at 11:00.
    assert.deepEqual(older.slice(0, 3), [25, 37, 61]);
    assert.equal(older.at(-1), 37 + 24 * 58);
  });

  it('keeps every point before a large change, whatever its age', () => {
    const ages = [0, 1000, 2000, 90 * day, 90 * day + 1];
    assert.equal(keptAges(points(ages, { why: 'before-import' })).length, 5);
  });

  it('gives up the oldest regular points first when there is no room, then the oldest others', () => {
    const bytes = restorePointBytes / 4;
    const regular = points(
      [60, 50, 40].map((age) => age * minute),
      { bytes },
    );
    const special = points(
      [30, 20, 10].map((age) => age * minute),
      { bytes, why: 'before-change' },
    ).map((point) => ({ ...point, id: point.id + 3 }));
    assert.deepEqual(keptAges([...regular, ...special]), [10, 20, 30, 40]);
    const more = points(
      [5, 4].map((age) => age * minute),
      { bytes, why: 'handed-in' },
    ).map((point) => ({ ...point, id: point.id + 6 }));
    assert.deepEqual(keptAges([...regular, ...special, ...more]), [4, 5, 10, 20]);
  });

  const anyPoints = fc
    .array(
      fc.record({
        age: fc.integer({ min: -day, max: 100 * day }),
        why: fc.constantFrom<DatedPoint['why']>(
          'interval',
          'before-change',
          'before-import',
          'before-revision',
          'handed-in',
        ),
        bytes: fc.integer({ min: 1, max: restorePointBytes }),
      }),
      { maxLength: 40 },
    )
    .map((all) => all.map(({ age, ...rest }, n) => ({ id: n + 1, at: moment(now - age), ...rest })));

  it('never takes more than the room there is, and always keeps the newest', () => {
    fc.assert(
      fc.property(anyPoints, (all) => {
        const newest = all.at(-1);
        const outlived = new Set(outlivedPoints(all, newest?.at ?? moment(now)));
        const kept = all.filter(({ id }) => !outlived.has(id));
        assert.ok(kept.reduce((sum, { bytes }) => sum + bytes, 0) <= restorePointBytes);
        assert.ok(!newest || kept.includes(newest));
      }),
    );
  });

  it('comes to rest: what was kept is kept again', () => {
    fc.assert(
      fc.property(anyPoints, (all) => {
        const at = all.at(-1)?.at ?? moment(now);
        const outlived = new Set(outlivedPoints(all, at));
        assert.deepEqual(
          outlivedPoints(
            all.filter(({ id }) => !outlived.has(id)),
            at,
          ),
          [],
        );
      }),
    );
  });
});
