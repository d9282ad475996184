import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { keptVersion, migrate, migrations, type KeptKind } from '../../src/storage/migrations.js';
import { readDraft, readEntries, readPortfolio, type KeptDraft, type KeptValue } from '../../src/storage/read-kept.js';

/** What a version wrote, one file a version: everything of one draft as it lay on disk. */
interface Sample {
  v: number;
  row: KeptDraft['row'];
  documents: { kind: Exclude<KeptKind, 'change'>; content: unknown }[];
  changes: unknown[];
}

const folder = new URL('samples/', import.meta.url);
const samples = readdirSync(folder).map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Sample);

describe('what earlier versions kept', () => {
  it('has a sample of every version', () => {
    assert.deepEqual(
      samples.map(({ v }) => v).sort(),
      Array.from({ length: keptVersion }, (_, n) => n + 1),
    );
    assert.equal(migrations.length, keptVersion - 1);
  });

  for (const { v, row, documents, changes } of samples) {
    it(`reads all of version ${v}`, async () => {
      const kept = (kind: KeptKind): KeptValue => ({
        v,
        content: documents.find((each) => each.kind === kind)!.content,
      });
      const rows = changes.map((change, n) => ({ key: n + 1, draft: row.id, v, change }));
      const { content, unreadable } = await readDraft({
        row,
        snapshot: kept('portfolio'),
        credentials: [{ ...kept('credential'), digest: row.summary.credential.digest }],
        applicant: kept('applicant'),
        record: kept('record'),
        entries: rows,
        damaged: [],
        restorePoints: async function* () {},
      });
      assert.deepEqual([content.damaged, unreadable, content.newerVersion], [[], [], false]);
      assert.equal(content.entries.length, changes.length);
      assert.equal(content.portfolio.id, row.id);
      if (v === keptVersion) {
        assert.deepEqual(
          content.entries.map(({ change }) => change),
          changes,
          'unknown fields are kept',
        );
        assert.deepEqual(content.portfolio, kept('portfolio').content);
      }
      assert.deepEqual(readPortfolio(kept('portfolio')), content.portfolio);
    });
  }
});

describe('the chain of migrations', () => {
  it('leaves the present version as it is', () => {
    const value = { any: 'thing' };
    assert.deepEqual(migrate('change', keptVersion, value), { state: 'read', value });
  });

  it('knows a newer version from no version', () => {
    assert.deepEqual(migrate('change', keptVersion + 1, {}), { state: 'newer' });
    for (const v of [0, -1, 1.5, '1', undefined, NaN]) {
      assert.deepEqual(migrate('change', v, {}), { state: 'unknown-version' });
    }
  });

  it('goes through every step from where a value stands, and through no other', () => {
    const chain = [
      { change: (old: unknown) => `${String(old)} > 2` },
      { portfolio: () => 'of no concern to changes' },
      { change: (old: unknown) => `${String(old)} > 4` },
    ];
    assert.deepEqual(migrate('change', 1, '1', chain), { state: 'read', value: '1 > 2 > 4' });
    assert.deepEqual(migrate('change', 3, '3', chain), { state: 'read', value: '3 > 4' });
    assert.deepEqual(migrate('change', 4, '4', chain), { state: 'read', value: '4' });
    assert.deepEqual(migrate('change', 5, '5', chain), { state: 'newer' });
  });

  it('gives back a falsy result of a step as it is', () => {
    assert.deepEqual(migrate('record', 1, {}, [{ record: () => null }]), { state: 'read', value: null });
  });
});

describe('entries that cannot be read', () => {
  const [sample] = samples;
  const row = (key: number, change: unknown, v: unknown = keptVersion) => ({
    key,
    draft: 'd1',
    v: v as number,
    change,
  });
  const good = sample!.changes[0];

  it('are told apart, and the rest is kept in order', () => {
    const rows = [
      row(1, good),
      row(2, null),
      row(3, { kind: 'unheard-of' }),
      row(4, { ...(good as object), id: 5 }),
      row(5, good, keptVersion + 1),
      row(6, good, 'x'),
      row(7, good),
    ];
    const read = readEntries(rows);
    assert.deepEqual(
      read.entries.map(({ key }) => key),
      [1, 7],
    );
    assert.deepEqual(
      read.damaged.map(({ key }) => key),
      [2, 3, 4, 6],
    );
    assert.ok(read.damaged.every(({ raw, reason }) => rows.includes(raw as (typeof rows)[0]) && reason.length > 0));
    assert.equal(read.newerVersion, true);
  });

  it('are described without what was written in them', () => {
    const { damaged } = readEntries([row(1, { kind: 'evidence-explain', id: 'c', at: 'a secret', detail: 7 })]);
    assert.match(damaged[0]!.reason, /^at: expected/);
    assert.doesNotMatch(damaged[0]!.reason, /secret/);
  });
});
