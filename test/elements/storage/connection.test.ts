import { expect } from '@open-wc/testing';
import { openDB } from 'idb';
import { openDeviceStorage } from '../../../src/storage/indexeddb.js';
import { explain, newDraft, rejects } from '../../contracts/storage.js';
import { freshDatabase, withDatabase } from './database.js';

describe('the connection to IndexedDB', () => {
  it('lets a newer page add stores, and goes on beside it', async () => {
    const name = freshDatabase();
    const storage = await openDeviceStorage({ name });
    await storage.create(newDraft('d1'));
    const draft = storage.open('d1');
    const newer = await openDB(name, 2, { upgrade: (db) => void db.createObjectStore('of tomorrow') });
    await draft.append([explain('c1')]);
    expect((await draft.load()).entries.length).to.equal(1);
    newer.close();
    const again = await openDeviceStorage({ name });
    expect((await again.drafts({})).length).to.equal(1);
    expect(await withDatabase(name, async (db) => db.version)).to.equal(2);
  });

  it('deletes no bytes where a newer page may name them in ways unknown here', async () => {
    const name = freshDatabase();
    const storage = await openDeviceStorage({ name, now: () => Date.now() - 1e9 });
    await storage.putFile('f1', 'd1', new Blob(['abc']));
    (await openDB(name, 2, { upgrade: (db) => void db.createObjectStore('of tomorrow') })).close();
    await (await openDeviceStorage({ name })).sweepFiles();
    expect(await storage.getFile('f1')).to.be.instanceOf(Blob);
  });

  it('lets go when the site data are deleted, and says that the draft is gone', async () => {
    const name = freshDatabase();
    const storage = await openDeviceStorage({ name });
    await storage.create(newDraft('d1'));
    const draft = storage.open('d1');
    await new Promise((resolve, reject) => {
      const request = indexedDB.deleteDatabase(name);
      request.onsuccess = resolve;
      request.onblocked = reject;
    });
    await rejects(draft.append([explain('c1')]), 'removed');
    await storage.create(newDraft('d1'));
    await draft.append([explain('c1')]);
    expect((await draft.load()).entries.length).to.equal(1);
  });

  it('opens again when the browser closed the connection under it', async () => {
    const name = freshDatabase();
    const close = IDBDatabase.prototype.close;
    const begin = IDBDatabase.prototype.transaction;
    const storage = await openDeviceStorage({ name });
    await storage.create(newDraft('d1'));
    // Closes the real connection at its next use, without telling its owner: what follows is the browser's own answer.
    IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...args: Parameters<typeof begin>) {
      IDBDatabase.prototype.transaction = begin;
      close.call(this);
      return begin.apply(this, args);
    };
    await storage.open('d1').append([explain('c1')]);
    expect((await storage.open('d1').load()).entries.length).to.equal(1);
  });

  it('gives up an opening that another page blocks, and lets go when it comes after all', async () => {
    const name = freshDatabase();
    const stubborn = await openDB(name, 1);
    const deletion = indexedDB.deleteDatabase(name);
    await new Promise((resolve) => (deletion.onblocked = resolve));
    await rejects(openDeviceStorage({ name, patience: 100 }), 'unavailable');
    stubborn.close();
    await new Promise((resolve) => (deletion.onsuccess = resolve));
    // Once opened, the late connection must not block the next deletion.
    const storage = await openDeviceStorage({ name });
    expect(await storage.device()).to.be.a('string');
  });

  it('asks for an append and its commit in one task, and leaves nothing where the draft is gone', async () => {
    const name = freshDatabase();
    const storage = await openDeviceStorage({ name });
    await storage.create(newDraft('d1'));
    const draft = storage.open('d1');
    const commit = IDBTransaction.prototype.commit;
    let commits = 0;
    IDBTransaction.prototype.commit = function (this: IDBTransaction) {
      commits += 1;
      commit.call(this);
    };
    try {
      const appended = draft.append([explain('c1')]);
      expect(commits).to.equal(1);
      await appended;
    } finally {
      IDBTransaction.prototype.commit = commit;
    }
    await withDatabase(name, (db) => db.delete('drafts', 'd1'));
    await rejects(draft.append([explain('c2')]), 'removed');
    await rejects(draft.saveApplicant(newDraft('d1').applicant), 'removed');
    expect(await withDatabase(name, (db) => db.count('journal'))).to.equal(0);
    expect(await withDatabase(name, (db) => db.count('applicants'))).to.equal(0);
  });

  it('undoes all of an append when one change cannot be kept', async () => {
    const storage = await openDeviceStorage({ name: freshDatabase() });
    await storage.create(newDraft('d1'));
    const draft = storage.open('d1');
    const impossible = { ...explain('c2'), text: (() => 'a function') as never };
    await rejects(draft.append([explain('c1'), impossible]), 'failed');
    expect((await draft.load()).entries).to.deep.equal([]);
  });

  it('keeps bytes in chunks where the browser refuses Blobs', async () => {
    const name = freshDatabase();
    const storage = await openDeviceStorage({ name });
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (this: IDBObjectStore, row: { whole?: Blob }, ...rest: [IDBValidKey?]) {
      // As in private windows of WebKit: the transaction is aborted.
      if (row?.whole) this.transaction.abort();
      return put.call(this, row, ...rest);
    } as typeof put;
    try {
      const bytes = new Uint8Array(17_000_000).map((_, n) => n % 253);
      await storage.putFile('f1', 'd1', new Blob([bytes], { type: 'image/png' }));
      await storage.putFile('f2', 'd1', new Blob(['small']));
      const kept = (await (await openDeviceStorage({ name })).getFile('f1'))!;
      expect([kept.size, kept.type]).to.deep.equal([17_000_000, 'image/png']);
      const read = new Uint8Array(await kept.arrayBuffer());
      expect(read.every((byte, n) => byte === bytes[n])).to.equal(true);
      expect(await withDatabase(name, (db) => db.count('chunks'))).to.equal(4);
      await storage.remove('d1');
      expect(await withDatabase(name, (db) => db.count('chunks'))).to.equal(0);
    } finally {
      IDBObjectStore.prototype.put = put;
    }
  });

  it('does not take half a file for a file, and sweeps it after a day', async () => {
    const name = freshDatabase();
    const storage = await openDeviceStorage({ name });
    await withDatabase(name, async (db) => {
      const row = { id: 'f1', type: '', size: 10, at: Date.now(), chunks: 2, arriving: 'd1' };
      await db.put('files', row);
      await db.put('chunks', { file: 'f1', place: 0, bytes: new ArrayBuffer(5) });
    });
    expect(await storage.getFile('f1')).to.equal(undefined);
    expect(await storage.storedFiles('d1')).to.deep.equal([]);
    await (await openDeviceStorage({ name, now: () => Date.now() + 1e9 })).sweepFiles();
    expect(await withDatabase(name, (db) => db.count('chunks'))).to.equal(0);
  });
});
