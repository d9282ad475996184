import assert from 'node:assert/strict';
import { afterEach, describe, it, mock } from 'node:test';
import fc from 'fast-check';
import { canonicalJson } from '../../src/model/digest.js';
import type { Portfolio } from '../../src/model/portfolio.js';
import type { LivePortfolio } from '../../src/state/live-portfolio.js';
import type { DeviceRecord, DraftStorage } from '../../src/state/ports.js';
import { createMemoryStorage } from '../../src/storage/memory.js';
import type { Stroke } from '../model/support/writing.js';
import { createDisk } from './support/disk.js';
import { Endpoint, lasting, passing } from './support/endpoint.js';
import { begin, everything, pause, Tabs, text, when, work, write, writeText } from './support/form.js';

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

/** A second device with the same access, as if the draft and its secret had been carried over. */
async function secondDevice(first: DraftStorage, id: string): Promise<DraftStorage> {
  const draft = first.open(id);
  const { summary, credential, portfolio, applicant, record, snapshotKey } = await draft.load();
  draft.close();
  const storage = createMemoryStorage();
  // The journal begins at the snapshot there, which is what the endpoint began with.
  assert.equal(record.remote?.syncedKey, snapshotKey);
  await storage.create({ summary, credential, portfolio, applicant, record: { ...record, remote: { ...record.remote!, syncedKey: 0 } } });
  return storage;
}

const same = (a: Portfolio, b: Portfolio, what: string) => assert.equal(canonicalJson(a), canonicalJson(b), what);
const settled = async (live: LivePortfolio) => {
  for (let n = 0; n < 4; n += 1) {
    await live.sync();
    await live.flush();
  }
};

describe('the copy at the endpoint', () => {
  afterEach(async () => {
    mock.timers.reset();
    await tabs.close();
  });

  it('is made by itself, and follows', async () => {
    const endpoint = new Endpoint();
    const storage = createMemoryStorage();
    const id = await begin(storage);
    const live = await open(storage, id, endpoint);
    write(live);
    await live.sync();
    same(endpoint.portfolio(id), live.store.getState().portfolio, 'created');
    write(live);
    await live.sync();
    same(endpoint.portfolio(id), live.store.getState().portfolio, 'followed');
    assert.equal(live.store.getState().remote.state, 'synced');
    assert.ok(live.store.getState().remote.at);
    assert.deepEqual(endpoint.steps.filter((step) => step === 'create').length, 1);
  });

  it('has everything when a run has ended, also what was written while another was under way', async () => {
    const endpoint = new Endpoint();
    const storage = createMemoryStorage();
    const id = await begin(storage);
    const live = await open(storage, id, endpoint);
    await live.sync();
    endpoint.before = () => pause(20);
    write(live);
    const first = live.sync();
    await pause(10);
    const word = write(live);
    await live.sync();
    assert.ok(everything(endpoint.portfolio(id)).includes(word));
    await first;
  });

  it('is made once when two tabs begin at once, without locks', async () => {
    for (const wait of [0, 3, 15, 40]) {
      const endpoint = new Endpoint();
      const disk = createDisk();
      const id = await begin(disk.tab());
      const [one, two] = [await open(disk.tab(), id, endpoint), await open(disk.tab(), id, endpoint)];
      let slower: unknown;
      // One of the two is always a little later than the other, who goes on writing.
      disk.before = (method, draft) => {
        slower ??= draft;
        return method === 'since' && draft === slower ? pause(wait) : undefined;
      };
      const words = [one, two].map(write);
      const syncing = Promise.all([two, one].map((live) => live.sync().catch(() => undefined)));
      for (let n = 0; n < 10; n += 1) {
        words.push(write(n % 2 ? one : two));
        await pause(6);
      }
      await syncing;
      await Promise.all([one.flush(), two.flush()]);
      for (const live of [one, two, one, two]) await live.sync();
      const there = endpoint.portfolio(id);
      for (const word of words) assert.equal(everything(there).split(word).length, 2, `${word} once`);
      for (const live of [one, two]) same(live.store.getState().portfolio, there, 'the same');
      assert.equal(endpoint.steps.includes('read'), false, 'nothing had to be mended');
      await tabs.close();
    }
  });

  it('is sent in batches', async () => {
    const endpoint = new Endpoint();
    const storage = createMemoryStorage();
    const id = await begin(storage);
    const live = await open(storage, id, endpoint);
    await live.sync();
    endpoint.steps = [];
    for (let n = 0; n < 450; n += 1) live.store.apply({ kind: 'self-assess', criterion: 'k', why: `w${n}` });
    await live.sync();
    assert.deepEqual(endpoint.steps, ['send', 'send', 'send']);
    same(endpoint.portfolio(id), live.store.getState().portfolio, 'whole');
  });

  it('lets the journal be compacted once it has everything', async () => {
    const endpoint = new Endpoint();
    const disk = createDisk();
    const id = await begin(disk.tab());
    const live = await open(disk.tab(), id, endpoint);
    await live.sync();
    for (let n = 0; n < 600; n += 1) live.store.apply({ kind: 'self-assess', criterion: 'k', why: `w${n}` });
    await live.flush();
    assert.equal(disk.steps.includes('compact'), false, 'not yet sent');
    await live.sync();
    assert.equal(disk.steps.includes('compact'), true);
    await live.sync();
    same(endpoint.portfolio(id), live.store.getState().portfolio, 'the same after it');
  });

  it('is not doubled, nor short of anything, when the page dies between any two steps of its making', async () => {
    // First without a fault, to learn how many steps there are.
    const steps = async (dieAt: number): Promise<number> => {
      const endpoint = new Endpoint();
      const disk = createDisk();
      const id = await begin(disk.tab());
      let step = 0;
      const maybeDie = () => {
        step += 1;
        if (step === dieAt) throw new Error('the page died');
        // Nothing runs in a dead page.
        if (dieAt > 0 && step > dieAt) return new Promise<void>(() => undefined);
        return undefined;
      };
      const first = await open(disk.tab(), id, endpoint);
      const word = write(first);
      await first.flush();
      Object.assign(endpoint, { before: maybeDie, after: maybeDie });
      Object.assign(disk, { before: maybeDie, after: maybeDie });
      void first.sync().catch(() => undefined);
      await pause(dieAt ? 25 : 100);
      const count = step;
      tabs.kill(first);
      const idle = () => undefined;
      Object.assign(endpoint, { before: idle, after: idle });
      Object.assign(disk, { before: idle, after: idle });
      // The dead page is left as it is; another is opened on what it left.
      const second = await open(disk.tab(), id, endpoint);
      const later = write(second);
      await settled(second);
      assert.ok(everything(endpoint.portfolio(id)).includes(later), `what came later, dying at ${dieAt}`);
      const { changes } = endpoint.kept.get(id)!;
      assert.equal(new Set(changes.map((change) => change.id)).size, changes.length, `no change twice, dying at ${dieAt}`);
      assert.equal(everything(endpoint.portfolio(id)).split(word).length, 2, `the word once, dying at ${dieAt}`);
      same(endpoint.portfolio(id), second.store.getState().portfolio, `the same, dying at ${dieAt}`);
      return count;
    };
    const all = await steps(0);
    assert.ok(all > 10, `${all} steps`);
    for (let dieAt = 1; dieAt <= all; dieAt += 1) await steps(dieAt);
  });

  it('gets a change once when the answer to it was lost', async () => {
    const endpoint = new Endpoint();
    const storage = createMemoryStorage();
    const id = await begin(storage);
    const live = await open(storage, id, endpoint);
    await live.sync();
    write(live);
    let lost = 0;
    endpoint.after = (step) => {
      if (step === 'send' && lost++ === 0) throw passing();
    };
    await assert.rejects(live.sync(), { reason: 'unreachable' });
    assert.equal(live.store.getState().remote.state, 'waiting');
    write(live);
    await live.sync();
    assert.equal(endpoint.kept.get(id)!.changes.length, 2);
    same(endpoint.portfolio(id), live.store.getState().portfolio, 'the same');
    assert.equal(endpoint.steps.includes('read'), false, 'nothing had to be read back');
  });

  it('brings in what another device wrote, and sets aside what both wrote at once', async () => {
    const endpoint = new Endpoint();
    const storage = createMemoryStorage();
    const id = await begin(storage);
    const one = await open(storage, id, endpoint);
    writeText(one, 'A paragraph.');
    await one.sync();
    const two = await open(await secondDevice(storage, id), id, endpoint);
    await two.sync();
    assert.equal(text(two), text(one));
    const there = work(two, { what: 'explain', where: 0 })!;
    await two.sync();
    await one.sync();
    assert.ok(everything(one.store.getState().portfolio).includes(there));
    const [a, b] = [work(one, { what: 'type', where: 0 })!, work(two, { what: 'type', where: 0 })!];
    await one.sync();
    await two.sync();
    await one.sync();
    for (const live of [one, two]) {
      const { portfolio, requirements } = live.store.getState();
      for (const word of [a, b]) assert.ok(everything(portfolio).includes(word));
      assert.equal(portfolio.setAside.length, 1);
      assert.ok(requirements.some(({ findings }) => findings.some(({ code }) => code === 'draft.two-versions')));
    }
    same(one.store.getState().portfolio, two.store.getState().portfolio, 'both see the same');
  });

  it('loses no word that was typed on either device, however they take turns and whatever gets lost', async () => {
    type Command = { device: 0 | 1; do: Stroke | 'sync' | 'lose' | 'cut' | 'reload' | 'tab' };
    const stroke = fc.record({
      what: fc.constantFrom<Stroke['what'][]>('type', 'merge', 'insert', 'explain'), where: fc.nat(4),
    });
    const command: fc.Arbitrary<Command> = fc.record({
      device: fc.constantFrom(0, 1),
      do: fc.oneof({ weight: 4, arbitrary: stroke }, { weight: 4, arbitrary: fc.constantFrom('sync', 'sync', 'lose', 'cut', 'reload', 'tab') }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(command, { minLength: 4, maxLength: 30 }), async (commands) => {
        const endpoint = new Endpoint();
        const storage = createMemoryStorage();
        const id = await begin(storage);
        const first = await open(storage, id, endpoint);
        await first.sync();
        const storages = [storage, await secondDevice(storage, id)];
        const devices: LivePortfolio[] = [first, await open(storages[1]!, id, endpoint)];
        const others: LivePortfolio[] = [];
        const words: string[] = [];
        for (const { device, do: what } of commands) {
          const live = devices[device]!;
          const syncWith = async (when: 'before' | 'after') => {
            let left = 1;
            endpoint[when] = (step) => {
              if (step === 'send' && left-- > 0) throw passing();
            };
            await live.sync().catch(() => undefined);
            endpoint[when] = () => undefined;
          };
          if (what === 'sync') await live.sync();
          else if (what === 'lose') await syncWith('after');
          else if (what === 'cut') await syncWith('before');
          else if (what === 'tab') {
            others.push(live);
            devices[device] = await open(storages[device]!, id, endpoint);
          }
          else if (what === 'reload') {
            await live.close();
            devices[device] = await open(storages[device]!, id, endpoint);
          } else {
            const word = work(live, what);
            if (word) words.push(word);
          }
        }
        for (const live of others) await live.flush();
        for (let n = 0; n < 3; n += 1) for (const live of devices) await live.sync();
        const there = endpoint.portfolio(id);
        for (const live of devices) same(live.store.getState().portfolio, there, 'as the endpoint has it');
        for (const word of words) assert.ok(everything(there).includes(word), `${word} is somewhere`);
        const { changes } = endpoint.kept.get(id)!;
        assert.equal(new Set(changes.map((change) => change.id)).size, changes.length, 'no change twice');
        await tabs.close();
      }),
      { numRuns: 60 },
    );
  });

  it('waits longer each time it is not reached, as long as the server asks, and no longer once it is', async () => {
    mock.timers.enable({ apis: ['setTimeout'] });
    const turns = async () => {
      for (let n = 0; n < 30; n += 1) await new Promise((resolve) => setImmediate(resolve));
    };
    const endpoint = new Endpoint();
    const storage = createMemoryStorage();
    const live = await open(storage, await begin(storage), endpoint);
    await live.sync();
    let problem = passing('too-many', 60);
    endpoint.before = () => {
      throw problem;
    };
    await assert.rejects(live.sync());
    assert.equal(live.store.getState().remote.problem?.reason, 'too-many');
    const asked = endpoint.steps.length;
    for (let n = 0; n < 11; n += 1) {
      // Typing does not make it come sooner.
      write(live);
      mock.timers.tick(5_000);
      await turns();
    }
    assert.equal(endpoint.steps.length, asked, 'not before the minute is over');
    problem = passing();
    mock.timers.tick(5_001);
    await turns();
    assert.equal(endpoint.steps.length, asked + 1);
    endpoint.before = () => undefined;
    mock.timers.tick(300_000);
    await turns();
    assert.equal(live.store.getState().remote.state, 'synced');
  });

  it('stops with the right word where trying again is of no use', async () => {
    for (const [reason, status] of [['unauthorised', 401], ['frozen', 409], ['too-large', 413]] as const) {
      const endpoint = new Endpoint();
      const storage = createMemoryStorage();
      const live = await open(storage, await begin(storage), endpoint);
      await live.sync();
      // The run that opening a form brings has been.
      await pause(10);
      await live.sync();
      mock.timers.enable({ apis: ['setTimeout'] });
      write(live);
      endpoint.before = () => {
        throw lasting(reason, status);
      };
      await assert.rejects(live.sync(), { reason });
      const { remote } = live.store.getState();
      assert.equal(remote.state, 'stopped');
      assert.equal(remote.problem?.reason, reason);
      assert.ok(remote.at, 'and says when it was last in order');
      const asked = endpoint.steps.length;
      write(live);
      mock.timers.tick(3_600_000);
      await pause0();
      assert.equal(endpoint.steps.length, asked, 'is left alone');
      mock.timers.reset();
      await live.close();
    }
  });

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

  it('gives up for a while when an endpoint always says that others came first', async () => {
    const endpoint = new Endpoint();
    const storage = createMemoryStorage();
    const id = await begin(storage);
    const live = await tabs.open(storage, id, {
      endpoint: address,
      service: async (access) => ({
        ...(await endpoint.service(access)),
        send: async (_id, revision) => {
          endpoint.steps.push('send');
          return { revision, missed: [] };
        },
      }),
    });
    await assert.rejects(live.sync(), { reason: 'server', passing: true });
    assert.ok(endpoint.steps.filter((step) => step === 'send').length <= 20);
  });

  it('opens the form even where the part that talks to the endpoint cannot be loaded', async () => {
    const storage = createMemoryStorage();
    const live = await tabs.open(storage, await begin(storage), {
      endpoint: address, service: () => Promise.reject(new TypeError('failed to fetch')),
    });
    write(live);
    await live.flush();
    await assert.rejects(live.sync(), { reason: 'unreachable' });
    await when(live, ({ remote }) => remote.state === 'waiting', 'waiting');
  });
});

const pause0 = () => new Promise<void>((resolve) => setImmediate(resolve));
