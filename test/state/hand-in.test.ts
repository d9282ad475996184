import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { canonicalJson } from '../../src/model/digest.js';
import type { LivePortfolio } from '../../src/state/live-portfolio.js';
import type { Uploader } from '../../src/state/ports.js';
import { createDisk, type Disk } from './support/disk.js';
import { Endpoint, lasting, passing } from './support/endpoint.js';
import { begin, complete, everything, pause, Tabs, until, when, write } from './support/form.js';
import { provideLocks } from './support/locks.js';

const tabs = new Tabs();
/** Uploads that arrive at once. */
const quick = async (): Promise<Uploader> => ({
  upload: ({ bytes, onProgress }) => {
    onProgress(bytes.size, bytes.size);
    return { done: Promise.resolve(), pause: () => undefined };
  },
});
const open = (disk: Disk, id: string, endpoint: Endpoint) =>
  tabs.open(disk.tab(), id, { endpoint: 'https://example.org/mc', service: endpoint.service, uploader: quick });
const ready = (live: LivePortfolio) =>
  when(
    live,
    ({ requirements }) => !requirements.some(({ findings }) => findings.some(({ severity }) => severity === 'blocks')),
    'ready',
  );
const handInState = (live: LivePortfolio) => live.store.getState().handIn;

async function begun(endpoint = new Endpoint()) {
  const disk = createDisk();
  const id = await begin(disk.tab());
  const live = await open(disk, id, endpoint);
  await complete(live);
  await live.sync();
  await ready(live);
  return { disk, id, endpoint, live };
}

describe('handing in to an endpoint', () => {
  afterEach(() => tabs.close());

  it('freezes the work, keeps the receipt, and opens read only from then on', async () => {
    const { disk, id, endpoint, live } = await begun();
    await live.services.handIn();
    const { handIn, stage, readOnly, receipts } = live.store.getState();
    assert.deepEqual([handIn.state, stage, readOnly, receipts.length], ['done', 'submitted', 'stage', 1]);
    const [submission] = endpoint.submissions(id);
    assert.equal(submission!.attempt, 1);
    assert.equal(handIn.receipt!.submission, submission!.id);
    assert.equal(canonicalJson(submission!.portfolio), canonicalJson(live.store.getState().portfolio));
    assert.equal(write(live), undefined);
    await live.close();
    const again = await open(disk, id, endpoint);
    assert.equal(again.store.getState().readOnly, 'stage');
    assert.equal(again.store.getState().receipts[0]!.receipt.number, handIn.receipt!.number);
  });

  it('does not begin before everything is there', async () => {
    const disk = createDisk();
    const live = await open(disk, await begin(disk.tab()), new Endpoint());
    await assert.rejects(live.services.handIn(), /not ready/);
    assert.equal(handInState(live).state, 'idle');
  });

  it('happens once however often the button is pressed', async () => {
    const { id, endpoint, live } = await begun();
    endpoint.before = () => pause(10);
    const word = write(live);
    const presses = [live.services.handIn(), live.services.handIn(), live.services.handIn()];
    assert.equal(live.store.getState().readOnly, 'sending');
    assert.equal(write(live), undefined, 'nothing is typed into what is being frozen');
    await Promise.all(presses);
    assert.equal(endpoint.submissions(id).length, 1);
    assert.equal(endpoint.steps.filter((step) => step === 'submit').length, 1);
    assert.ok(everything(endpoint.submissions(id)[0]!.portfolio).includes(word));
  });

  for (const locks of [true, false]) {
    it(`happens once when two tabs press at once, ${locks ? 'with' : 'without'} locks`, async () => {
      const remove = locks ? provideLocks() : () => undefined;
      try {
        const { disk, id, endpoint, live } = await begun();
        const other = await open(disk, id, endpoint);
        await other.sync();
        await ready(other);
        endpoint.before = () => pause(5);
        await Promise.all([live.services.handIn(), other.services.handIn()]);
        assert.equal(endpoint.submissions(id).length, 1);
        for (const tab of [live, other]) {
          await when(tab, ({ handIn, stage }) => handIn.state === 'done' && stage === 'submitted', 'done in both');
          assert.equal(tab.store.getState().receipts.length, 1);
        }
      } finally {
        remove();
      }
    });
  }

  it('closes the other tab for typing while it is on its way, and sees it through there when this one dies', async () => {
    const { disk, id, endpoint, live } = await begun();
    const other = await open(disk, id, endpoint);
    await other.sync();
    let reached = false;
    endpoint.before = (step) => {
      if (step !== 'submit') return undefined;
      if (reached) return undefined;
      reached = true;
      return new Promise(() => undefined);
    };
    void live.services.handIn();
    await until(() => reached, 'on its way');
    await when(other, ({ readOnly }) => readOnly !== undefined, 'read only there');
    tabs.kill(live);
    await when(other, ({ stage }) => stage === 'submitted', 'seen through');
    assert.equal(endpoint.submissions(id).length, 1);
  });

  it('arrives once wherever the page dies', async () => {
    const run = async (dieAt: number): Promise<number> => {
      const { disk, id, endpoint, live } = await begun();
      let step = 0;
      const maybeDie = () => {
        step += 1;
        return dieAt > 0 && step >= dieAt ? new Promise<void>(() => undefined) : undefined;
      };
      Object.assign(disk, { before: maybeDie, after: maybeDie });
      Object.assign(endpoint, { before: maybeDie, after: maybeDie });
      void live.services.handIn();
      await pause(dieAt ? 15 : 50);
      tabs.kill(live);
      const count = step;
      const idle = () => undefined;
      Object.assign(disk, { before: idle, after: idle });
      Object.assign(endpoint, { before: idle, after: idle });
      const next = await open(disk, id, endpoint);
      await next.sync();
      await pause(5);
      if (!next.store.getState().readOnly) await next.services.handIn();
      await when(next, ({ stage }) => stage === 'submitted', `submitted, dying at ${dieAt}`);
      assert.equal(endpoint.submissions(id).length, 1, `once, dying at ${dieAt}`);
      assert.equal(next.store.getState().receipts.length, 1);
      await tabs.close();
      return count;
    };
    const all = await run(0);
    assert.ok(all > 8, `${all} steps`);
    for (let dieAt = 1; dieAt <= all; dieAt += 1) await run(dieAt);
  });

  it('says why when the endpoint cannot be reached before anything was sent, and lets the work go on', async () => {
    const { endpoint, live } = await begun();
    endpoint.before = () => {
      throw passing('offline');
    };
    await live.services.handIn();
    assert.equal(handInState(live).state, 'idle');
    assert.equal((handInState(live).problem as { reason: string }).reason, 'offline');
    assert.equal(live.store.getState().readOnly, undefined);
  });

  it('says so when it was handed in elsewhere', async () => {
    const { endpoint, live } = await begun();
    write(live);
    endpoint.before = () => {
      throw lasting('frozen', 409);
    };
    await live.services.handIn();
    assert.equal((handInState(live).problem as { reason: string }).reason, 'frozen');
    assert.equal(live.store.getState().remote.state, 'stopped');
  });

  it('waits with everything closed while its fate is unknown, and comes back on line at once', async () => {
    const { id, endpoint, live } = await begun();
    const page = new EventTarget();
    const own = Object.getOwnPropertyDescriptor(globalThis, 'addEventListener');
    Object.defineProperty(globalThis, 'addEventListener', {
      configurable: true,
      value: page.addEventListener.bind(page),
    });
    await live.close();
    const { disk: otherDisk, id: otherId, live: fresh } = await begun(endpoint);
    assert.ok(otherDisk && otherId !== id);
    if (own) Object.defineProperty(globalThis, 'addEventListener', own);
    else delete (globalThis as { addEventListener?: unknown }).addEventListener;
    endpoint.after = (step) => {
      if (step === 'submit') throw passing('timeout');
    };
    await fresh.services.handIn();
    assert.equal(handInState(fresh).state, 'waiting');
    assert.equal(fresh.store.getState().readOnly, 'sending');
    assert.equal(write(fresh), undefined);
    endpoint.after = () => undefined;
    page.dispatchEvent(new Event('online'));
    await when(fresh, ({ stage }) => stage === 'submitted', 'submitted');
    assert.equal(endpoint.submissions(otherId).length, 1);
  });

  it('opens the work again when the receiver refuses, with what it found', async () => {
    const { id, endpoint, live } = await begun();
    const findings = [{ code: 'artifact.bytes-differ', severity: 'blocks', at: 'artifacts/p-evidence', params: {} }];
    endpoint.before = (step) => {
      if (step === 'submit') throw lasting('refused', 422, findings);
    };
    await live.services.handIn();
    assert.equal(handInState(live).state, 'refused');
    assert.deepEqual(handInState(live).findings, findings);
    assert.ok(write(live), 'it can be mended');
    endpoint.before = () => undefined;
    await live.services.handIn();
    assert.equal(handInState(live).state, 'done');
    assert.equal(endpoint.submissions(id)[0]!.attempt, 1);
  });

  it('heals a copy that differs from the work here, so that the next press is taken', async () => {
    const { id, endpoint, live } = await begun();
    const kept = endpoint.kept.get(id)!;
    // All changes are there, and yet the evidence is not; nobody noticed.
    kept.begun = { ...endpoint.portfolio(id), evidence: [] };
    kept.changes = kept.changes.map(({ id: change, at }) => ({
      id: change,
      at,
      kind: 'set-aside-settle',
      setAside: 'none',
    }));
    await live.services.handIn();
    assert.equal(handInState(live).state, 'refused');
    await live.sync();
    assert.equal(canonicalJson(endpoint.portfolio(id)), canonicalJson(live.store.getState().portfolio));
    assert.equal(live.store.getState().portfolio.evidence.length, 1);
    await ready(live);
    await live.services.handIn();
    assert.equal(handInState(live).state, 'done');
  });
});
