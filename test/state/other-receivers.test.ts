import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { canonicalJson } from '../../src/model/digest.js';
import type { Portfolio } from '../../src/model/portfolio.js';
import type { DeviceRecord, DraftStorage } from '../../src/state/ports.js';
import { createMemoryStorage } from '../../src/storage/memory.js';
import { createDisk } from './support/disk.js';
import { Endpoint, lasting } from './support/endpoint.js';
import { begin, everything, Tabs, work, write } from './support/form.js';

const address = 'https://example.org/mc';
const tabs = new Tabs();

const open = (storage: DraftStorage, id: string, endpoint: Endpoint, at = address) =>
  tabs.open(storage, id, { endpoint: at, service: endpoint.service });

async function recordOf(storage: DraftStorage, id: string): Promise<DeviceRecord> {
  const draft = storage.open(id);
  const record = await draft.updateRecord((current) => current);
  draft.close();
  return record;
}

const same = (a: Portfolio, b: Portfolio, what: string) => assert.equal(canonicalJson(a), canonicalJson(b), what);

describe('the copy at the endpoint, when the endpoint is not what it was', () => {
  afterEach(() => tabs.close());

  it('goes on at another address of the same receiver, and is made anew at another receiver', async () => {
    const [old, fresh] = [new Endpoint(), new Endpoint()];
    const storage = createMemoryStorage();
    const id = await begin(storage);
    const first = await open(storage, id, old);
    write(first);
    await first.sync();
    await first.close();
    const moved = await open(storage, id, old, 'https://example.org/other/mc');
    write(moved);
    await moved.sync();
    assert.equal(old.steps.filter((step) => step === 'create').length, 1, 'the same copy');
    same(old.portfolio(id), moved.store.getState().portfolio, 'followed');
    await moved.close();
    const elsewhere = await open(storage, id, fresh, 'https://example.com/mc');
    write(elsewhere);
    await elsewhere.sync();
    same(fresh.portfolio(id), elsewhere.store.getState().portfolio, 'made anew');
    assert.equal((await recordOf(storage, id)).remote?.endpoint, 'https://example.com/mc');
  });

  it('is made anew where the receiver has lost it, and left alone where it was taken out on purpose', async () => {
    const endpoint = new Endpoint();
    const storage = createMemoryStorage();
    const id = await begin(storage);
    const live = await open(storage, id, endpoint);
    write(live);
    await live.sync();
    endpoint.kept.clear();
    write(live);
    await live.sync();
    same(endpoint.portfolio(id), live.store.getState().portfolio, 'made anew');
    endpoint.before = (step) => {
      if (step === 'send') throw lasting('not-found', 410);
    };
    endpoint.steps = [];
    await assert.rejects(live.sync(), { reason: 'not-found' });
    assert.deepEqual(endpoint.steps, ['send']);
    assert.equal(live.store.getState().remote.state, 'stopped');
  });

  it('is reunited with the work here when the receiver has gone back to a backup', async () => {
    const endpoint = new Endpoint();
    const storage = createMemoryStorage();
    const id = await begin(storage);
    const live = await open(storage, id, endpoint);
    const words = [write(live)];
    await live.sync();
    const backup = structuredClone(endpoint.kept.get(id)!);
    words.push(write(live), work(live, { what: 'explain', where: 0 })!);
    await live.sync();
    endpoint.kept.set(id, backup);
    words.push(write(live));
    await live.sync();
    same(endpoint.portfolio(id), live.store.getState().portfolio, 'the same again');
    for (const word of words) assert.ok(everything(endpoint.portfolio(id)).includes(word));
    assert.ok((await live.services.restorePoints()).length, 'and an earlier version was kept');
  });

  it('never runs in circles when the journal no longer goes back to what the endpoint has', async () => {
    const endpoint = new Endpoint();
    const disk = createDisk();
    const id = await begin(disk.tab());
    const first = await open(disk.tab(), id, endpoint);
    const words = [write(first)];
    await first.sync();
    words.push(write(first));
    await first.flush();
    await first.close();
    // Taken into a snapshot by something that did not know of the endpoint.
    const draft = disk.tab().open(id);
    const { entries } = await draft.load();
    const { portfolio } = first.store.getState();
    await draft.compact(entries.at(-1)!.key, portfolio);
    draft.close();
    disk.steps = [];
    const second = await open(disk.tab(), id, endpoint);
    words.push(write(second));
    await second.sync();
    assert.ok(disk.steps.length < 100, `${disk.steps.length} steps`);
    same(endpoint.portfolio(id), second.store.getState().portfolio, 'reunited');
    for (const word of words) assert.ok(everything(endpoint.portfolio(id)).includes(word));
  });
});
