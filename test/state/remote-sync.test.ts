import assert from 'node:assert/strict';
import { afterEach, describe, it, mock } from 'node:test';
import { canonicalJson } from '../../src/model/digest.js';
import type { Portfolio } from '../../src/model/portfolio.js';
import type { LivePortfolio } from '../../src/state/live-portfolio.js';
import type { DraftStorage } from '../../src/state/ports.js';
import { createMemoryStorage } from '../../src/storage/memory.js';
import { createDisk } from './support/disk.js';
import { Endpoint, lasting, passing } from './support/endpoint.js';
import { begin, everything, pause, Tabs, when, write } from './support/form.js';

const address = 'https://example.org/mc';
const tabs = new Tabs();

const open = (storage: DraftStorage, id: string, endpoint: Endpoint, at = address) =>
  tabs.open(storage, id, { endpoint: at, service: endpoint.service });

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
      assert.equal(
        new Set(changes.map((change) => change.id)).size,
        changes.length,
        `no change twice, dying at ${dieAt}`,
      );
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
    for (const [reason, status] of [
      ['unauthorised', 401],
      ['frozen', 409],
      ['too-large', 413],
    ] as const) {
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
      endpoint: address,
      service: () => Promise.reject(new TypeError('failed to fetch')),
    });
    write(live);
    await live.flush();
    await assert.rejects(live.sync(), { reason: 'unreachable' });
    await when(live, ({ remote }) => remote.state === 'waiting', 'waiting');
  });
});

const pause0 = () => new Promise<void>((resolve) => setImmediate(resolve));
