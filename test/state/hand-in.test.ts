import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { canonicalJson } from '../../src/model/digest.js';
import type { LivePortfolio } from '../../src/state/live-portfolio.js';
import type { Uploader } from '../../src/state/ports.js';
import { createHttpService } from '../../src/transport/http-service.js';
import { readPackage } from '../../src/transport/package.js';
import { start, type Running } from '../receiver/setup.js';
import { createDisk, type Disk } from './support/disk.js';
import { Endpoint, lasting, passing } from './support/endpoint.js';
import { begin, complete, credential, digest, everything, pause, Tabs, text, until, when, work, write } from './support/form.js';
import { createLine, type Line, type Trouble } from './support/line.js';
import { provideLocks } from './support/locks.js';
import { tusUploader } from './support/uploads.js';

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
  when(live, ({ requirements }) => !requirements.some(({ findings }) => findings.some(({ severity }) => severity === 'blocks')), 'ready');
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
    Object.defineProperty(globalThis, 'addEventListener', { configurable: true, value: page.addEventListener.bind(page) });
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
    // A change of ours is missing there, and nobody noticed.
    kept.changes[0] = { ...kept.changes[0]!, kind: 'self-assess', criterion: 'k', why: 'another' } as never;
    await live.services.handIn();
    assert.equal(handInState(live).state, 'refused');
    await live.sync();
    await pause(20);
    await live.sync();
    assert.equal(canonicalJson(endpoint.portfolio(id)), canonicalJson(live.store.getState().portfolio));
    assert.match(text(live), /We listen first/);
    await live.services.handIn();
    assert.equal(handInState(live).state, 'done');
  });
});

describe('handing in to the receiver, over a bad line', () => {
  let running: Running;
  let line: Line;
  before(async () => {
    running = await start({ credentials: new Map([[digest, credential]]) });
  });
  after(() => running.stop());
  beforeEach(async () => {
    line = await createLine(running.origin);
  });
  afterEach(async () => {
    await tabs.close();
    line.close();
  });

  const openAt = (disk: Disk, id: string) => tabs.open(disk.tab(), id, {
    endpoint: `${line.origin}/mc`, service: async (access) => createHttpService(access), uploader: tusUploader(),
  });
  const received = async (id: string) => (await running.receiver.database.query<{ id: string; document: string }>(
    'select id, document from submissions where portfolio = $1', [id])).map(({ document }) => JSON.parse(document));

  const page: Trouble = { kind: 'answer', status: 200, type: 'text/html', body: '<h1>Sign in to the school network</h1>' };
  const troubles: Record<string, Trouble> = {
    'the request is cut': { kind: 'cut' },
    'the answer is lost': { kind: 'lose' },
    'it comes late': { kind: 'delay', ms: 200 },
    'a page answers': page,
    'a proxy fails': { kind: 'answer', status: 502, type: 'text/html', body: '<h1>Bad gateway</h1>' },
    'it is too much at once': { kind: 'answer', status: 429, type: 'application/problem+json', body: '{"title":"Slower"}', headers: { 'Retry-After': '1' } },
  };
  for (const [name, trouble] of Object.entries(troubles)) {
    it(`arrives once, byte for byte, when ${name} at every first try`, async () => {
      const disk = createDisk();
      const id = await begin(disk.tab());
      const tried = new Set<string>();
      line.trouble = (asked) => {
        // Uploads have their own way to go on; this is about the work and the hand-in.
        if (asked.url!.includes('/files')) return undefined;
        const what = `${asked.method} ${asked.url!.replace(/submissions\/.*/, 'submissions')}`;
        if (tried.has(what)) return undefined;
        tried.add(what);
        return trouble;
      };
      const live = await openAt(disk, id);
      await complete(live);
      await when(live, ({ remote }) => remote.state === 'synced', 'synced');
      await ready(live);
      await live.services.handIn();
      await when(live, ({ stage }) => stage === 'submitted', 'submitted');
      const { portfolio, receipts } = live.store.getState();
      const all = await received(id);
      assert.equal(all.length, 1);
      assert.equal(canonicalJson(all[0].portfolio), canonicalJson(portfolio));
      assert.equal(receipts.length, 1);
      const file = portfolio.artifacts[0]!.file!;
      const answer = await fetch(`${running.origin}/mc/portfolios/${id}/files/${file.id}`, {
        headers: { Authorization: `Bearer ${(await disk.tab().open(id).load()).record.remote!.secret}` },
      });
      const bytes = Buffer.from(await (await live.services.readFile(file.id))!.arrayBuffer());
      assert.equal(((await answer.json()) as { sha256: string }).sha256, createHash('sha256').update(bytes).digest('hex'));
      assert.ok(tried.size >= 3, [...tried].join(', '));
    });
  }

  it('resumes at the next start with what was frozen, when the page died before the answer', async () => {
    const disk = createDisk();
    const id = await begin(disk.tab());
    const live = await openAt(disk, id);
    await complete(live);
    await live.sync();
    await ready(live);
    line.trouble = (asked) => (asked.url!.includes('/submissions/') ? { kind: 'lose' } : undefined);
    await live.services.handIn();
    assert.equal(handInState(live).state, 'waiting');
    tabs.kill(live);
    line.trouble = () => undefined;
    const next = await openAt(disk, id);
    assert.equal(next.store.getState().readOnly, 'sending', 'closed from the first moment');
    await when(next, ({ stage }) => stage === 'submitted', 'submitted');
    assert.equal((await received(id)).length, 1);
    assert.equal(next.store.getState().receipts[0]!.receipt.submission, (await received(id))[0].id);
  });
});

describe('handing over a package', () => {
  afterEach(() => tabs.close());

  async function local() {
    const disk = createDisk();
    const id = await begin(disk.tab());
    const live = await tabs.open(disk.tab(), id);
    await complete(live);
    await ready(live);
    return { disk, id, live };
  }

  it('holds the work and the bytes, and is the same when it is made again', async () => {
    const { live } = await local();
    const made = await live.services.handIn();
    const content = await readPackage(made.package!.blob);
    const { portfolio, receipts, stage } = live.store.getState();
    assert.equal(stage, 'handed-over');
    assert.equal(canonicalJson(content.submission!.portfolio), canonicalJson(portfolio));
    assert.equal(content.submission!.id, receipts[0]!.receipt.submission);
    const [file] = content.files;
    assert.equal(await (await file!.open()).text(), 'Minutes of a meeting, line by line.');
    const again = await live.services.packageAgain();
    assert.deepEqual((await readPackage(again!.blob)).submission, content.submission);
  });

  it('is opened again, and the next is the second attempt', async () => {
    const { live } = await local();
    await live.services.handIn();
    assert.equal(write(live), undefined);
    await live.services.reviseWork();
    assert.equal(await live.services.packageAgain(), undefined);
    const word = work(live, { what: 'explain', where: 0 })!;
    const made = await live.services.handIn();
    const { submission } = await readPackage(made.package!.blob);
    assert.equal(submission!.attempt, 2);
    assert.ok(everything(submission!.portfolio).includes(word));
    assert.equal(live.store.getState().receipts.length, 2);
  });

  it('is one package when it is asked for twice, or by two tabs', async () => {
    const { disk, id, live } = await local();
    const other = await tabs.open(disk.tab(), id);
    await ready(other);
    const made = await Promise.all([live.services.handIn(), live.services.handIn(), other.services.handIn()]);
    assert.equal(made[1]!.package, undefined, 'the second press makes nothing');
    const contents = await Promise.all([made[0]!, made[2]!].map(async (one) => (await readPackage(one.package!.blob)).submission!.id));
    assert.equal(new Set(contents).size, 1);
    await when(other, ({ receipts, stage }) => receipts.length === 1 && stage === 'handed-over', 'one receipt');
  });

  it('leaves the work open when the package could not be made', async () => {
    const { disk, live } = await local();
    const real = disk.before;
    disk.before = (method) => {
      if (method === 'updateRecord') throw new Error('the disk is gone');
    };
    await live.services.handIn();
    assert.equal((handInState(live).problem as { reason: string }).reason, 'failed');
    disk.before = real;
    assert.ok(write(live));
  });
});
