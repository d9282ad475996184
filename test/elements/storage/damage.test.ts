import { expect } from '@open-wc/testing';
import type { DamagedEntry } from '../../../src/state/ports.js';
import { openDeviceStorage } from '../../../src/storage/indexeddb.js';
import { credential, explain, newDraft, rejects } from '../../contracts/storage.js';
import { freshDatabase, withDatabase } from './database.js';
import sample from '../../storage/samples/v1.json' with { type: 'json' };

const noon = '2026-11-22T12:00:00Z';

/** A draft with three entries, and a way to spoil what lies on disk. */
async function draftOnDisk() {
  const name = freshDatabase();
  const storage = await openDeviceStorage({ name });
  await storage.create(newDraft('d1'));
  const draft = storage.open('d1');
  const keys = await draft.append(['c1', 'c2', 'c3'].map((id) => explain(id)));
  return {
    name,
    storage,
    draft,
    keys,
    put: (store: string, row: unknown, key?: IDBValidKey) => withDatabase(name, (db) => db.put(store, row, key)),
    get: (store: string, key: IDBValidKey) => withDatabase(name, (db) => db.get(store, key)),
    reopened: async () => (await openDeviceStorage({ name })).open('d1'),
  };
}

const whats = (damaged: DamagedEntry[]) => damaged.map(({ key }) => key);

describe('damage on disk', () => {
  it('keeps every entry that can be read, and the others as they are, through compaction', async () => {
    const { keys, put, get, reopened } = await draftOnDisk();
    const spoilt = { key: keys[1]!, draft: 'd1', v: 1, change: { kind: 'evidence-explain', text: 'half a ch' } };
    await put('journal', spoilt);
    const draft = await reopened();
    const content = await draft.load();
    expect(content.entries.map(({ change }) => change.id)).to.deep.equal(['c1', 'c3']);
    expect(content.damaged.map(({ key, raw }) => ({ key, raw }))).to.deep.equal([{ key: keys[1]!, raw: spoilt }]);

    await draft.compact(keys[2]!, content.portfolio);
    const after = await (await reopened()).load();
    expect(after.entries).to.deep.equal([]);
    expect(after.snapshotKey).to.equal(keys[2]!);
    expect(whats(after.damaged)).to.deep.equal([keys[1]!]);

    await draft.rewrite(content.portfolio, [explain('c4')], content.record, keys[2]!);
    expect(await get('journal', keys[1]!)).to.deep.equal(spoilt);
    expect((await (await reopened()).load()).entries.map(({ change }) => change.id)).to.deep.equal(['c4']);
  });

  it('passes over a damaged entry that comes from another tab', async () => {
    const { keys, draft, put } = await draftOnDisk();
    await draft.load();
    await put('journal', { draft: 'd1', v: 1, change: 'nonsense' });
    const [last] = await draft.append([explain('c4')]);
    expect(await draft.since(keys[2]!)).to.deep.equal([{ key: last!, change: explain('c4') }]);
  });

  it('falls back from a damaged snapshot to the newest readable restore point, and goes on from there', async () => {
    const { name, draft, keys, put, reopened, storage } = await draftOnDisk();
    const { portfolio } = await draft.load();
    const says = (explanation: string) => ({
      ...portfolio,
      evidence: [{ id: 'e1', detail: 'o1', explanation, pointers: [] }],
    });
    await draft.addRestorePoint(says('first point'), '2026-11-22T10:00:00Z', 'interval', keys[0]!);
    await draft.addRestorePoint(says('second point'), '2026-11-22T11:00:00Z', 'interval', keys[1]!);
    await draft.addRestorePoint(says('third point'), noon, 'interval');
    const [newest] = await draft.restorePoints();
    await put('pointBodies', { id: newest!.id, draft: 'd1', v: 1, content: { format: 'mc-portfolio/1' } });
    const spoilt = { draft: 'd1', v: 1, content: { ...portfolio, narratives: 'gone' } };
    await put('snapshots', spoilt);

    const mended = await reopened();
    const content = await mended.load();
    expect(content.portfolio.evidence[0]!.explanation).to.equal('second point');
    expect(
      content.entries.map(({ change }) => change.id),
      'what the point does not hold',
    ).to.deep.equal(['c3']);
    expect(content.damaged).to.deep.equal([{ key: 'snapshot', raw: spoilt, reason: 'narratives: expected Array' }]);

    await mended.compact(keys[2]!, says('mended'));
    const after = await (await reopened()).load();
    expect(after.portfolio.evidence[0]!.explanation).to.equal('mended');
    expect(
      after.damaged.map(({ key, raw }) => ({ key, raw })),
      'never deleted',
    ).to.deep.equal([{ key: 'snapshot', raw: spoilt }]);

    // It is moved aside once, not with every snapshot that follows.
    const [key] = await mended.append([explain('c4')]);
    await mended.compact(key!, says('again'));
    expect(whats((await (await reopened()).load()).damaged)).to.deep.equal(['snapshot']);
    await storage.remove('d1');
    expect(await withDatabase(name, (db) => db.count('damaged'))).to.equal(0);
  });

  it('begins from nothing where neither snapshot nor restore point can be read, and keeps the entries', async () => {
    const { put, reopened } = await draftOnDisk();
    await put('snapshots', { draft: 'd1', v: 1 });
    const content = await (await reopened()).load();
    expect(content.portfolio).to.deep.equal(newDraft('d1').portfolio);
    expect(content.entries.length).to.equal(3);
    expect(whats(content.damaged)).to.deep.equal(['snapshot']);
  });

  it('takes the offered credential where the kept one cannot be read', async () => {
    const { put, reopened } = await draftOnDisk();
    const { digest } = newDraft('d1').summary.credential;
    await put('credentials', { draft: 'd1', digest, v: 1, content: { title: 'half' } });
    await rejects((await reopened()).load(), 'failed');
    const content = await (await reopened()).load(credential);
    expect(content.credential).to.deep.equal(credential);
    expect(whats(content.damaged)).to.deep.equal(['credential']);
    expect(content.entries.length).to.equal(3);
  });

  it('moves a damaged applicant or record aside before another takes its place', async () => {
    const { put, reopened } = await draftOnDisk();
    await put('applicants', { draft: 'd1', v: 1, content: { name: 7 } });
    await put('records', { draft: 'd1', v: 1, content: { uploads: null } });
    const draft = await reopened();
    const content = await draft.load();
    expect(content.applicant.name).to.equal('');
    expect(content.record).to.deep.equal({ uploads: {}, receipts: [], events: [] });
    expect(whats(content.damaged)).to.have.members(['applicant', 'record']);
    await draft.saveApplicant({ ...content.applicant, name: 'Ann' });
    await draft.updateRecord((record) => ({ ...record, copiedAt: noon }));
    const after = await (await reopened()).load();
    expect(after.applicant.name).to.equal('Ann');
    expect(after.record.copiedAt).to.equal(noon);
    expect(after.damaged.map(({ raw }) => (raw as { content: unknown }).content)).to.have.deep.members([
      { name: 7 },
      { uploads: null },
    ]);
  });

  it('refuses to make a snapshot that could not be read again', async () => {
    const { draft, keys, reopened } = await draftOnDisk();
    const { portfolio } = await draft.load();
    await rejects(draft.compact(keys[2]!, { ...portfolio, narratives: 'no' as never }), 'failed');
    expect((await (await reopened()).load()).entries.length).to.equal(3);
  });

  it('keeps bytes that only a damaged entry names', async () => {
    const { name, put } = await draftOnDisk();
    const storage = await openDeviceStorage({ name, now: () => Date.now() + 1e9 });
    await (await openDeviceStorage({ name })).putFile('f1', 'd1', new Blob(['abc']));
    await put('journal', { draft: 'd1', v: 1, change: { kind: 'artifact-replace', file: { id: 'f1' } } });
    await storage.sweepFiles();
    expect(await (await storage.getFile('f1'))?.text()).to.equal('abc');
  });
});

describe('other versions of the library', () => {
  it('says that an entry is newer, goes on appending, and never compacts', async () => {
    const { keys, put, reopened, name } = await draftOnDisk();
    const before = await reopened();
    await before.load();
    await put('journal', { draft: 'd1', v: 2, change: { kind: 'of tomorrow' } });
    await rejects(before.since(keys[2]!), 'newer-version');
    const draft = await reopened();
    const content = await draft.load();
    expect(content.newerVersion).to.equal(true);
    expect(content.damaged).to.deep.equal([]);
    expect(content.entries.length).to.equal(3);
    for (const each of [before, draft]) {
      await each.compact(keys[2]!, content.portfolio);
      await rejects(each.rewrite(content.portfolio, [], content.record, keys[2]!), 'newer-version');
    }
    await draft.append([explain('c4')]);
    expect(await withDatabase(name, (db) => db.count('journal'))).to.equal(5);
  });

  it('says that a snapshot is newer', async () => {
    const { put, reopened } = await draftOnDisk();
    await put('snapshots', { draft: 'd1', v: 2, content: {} });
    await rejects((await reopened()).load(), 'newer-version');
  });

  it('reads what version 1 kept', async () => {
    const name = freshDatabase();
    await openDeviceStorage({ name });
    const document = (kind: string) => sample.documents.find((each) => each.kind === kind)!.content;
    const { v, row } = sample;
    await withDatabase(name, async (db) => {
      await db.put('drafts', row);
      await db.put('snapshots', { draft: row.id, v, content: document('portfolio') });
      await db.put('applicants', { draft: row.id, v, content: document('applicant') });
      await db.put('records', { draft: row.id, v, content: document('record') });
      const { digest } = row.summary.credential;
      await db.put('credentials', { draft: row.id, digest, v, content: document('credential') });
      for (const change of sample.changes) await db.add('journal', { draft: row.id, v, change });
    });
    const content = await (await openDeviceStorage({ name })).open(row.id).load();
    expect(content.damaged).to.deep.equal([]);
    expect(content.entries.map(({ change }) => change)).to.deep.equal(sample.changes);
  });
});
