import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { canonicalJson } from '../../src/model/digest.js';
import type { LivePortfolio } from '../../src/state/live-portfolio.js';
import { createHttpService } from '../../src/transport/http-service.js';
import { start, type Running } from '../receiver/setup.js';
import { createDisk, type Disk } from './support/disk.js';
import { begin, complete, credential, digest, Tabs, when } from './support/form.js';
import { createLine, type Line, type Trouble } from './support/line.js';
import { tusUploader } from './support/uploads.js';

const tabs = new Tabs();
const ready = (live: LivePortfolio) =>
  when(
    live,
    ({ requirements }) => !requirements.some(({ findings }) => findings.some(({ severity }) => severity === 'blocks')),
    'ready',
  );
const handInState = (live: LivePortfolio) => live.store.getState().handIn;

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

  const openAt = (disk: Disk, id: string) =>
    tabs.open(disk.tab(), id, {
      endpoint: `${line.origin}/mc`,
      service: async (access) => createHttpService(access),
      uploader: tusUploader(),
    });
  const received = async (id: string) =>
    (
      await running.receiver.database.query<{ id: string; document: string }>(
        'select id, document from submissions where portfolio = $1',
        [id],
      )
    ).map(({ document }) => JSON.parse(document));

  const page: Trouble = {
    kind: 'answer',
    status: 200,
    type: 'text/html',
    body: '<h1>Sign in to the school network</h1>',
  };
  const troubles: Record<string, Trouble> = {
    'the request is cut': { kind: 'cut' },
    'the answer is lost': { kind: 'lose' },
    'it comes late': { kind: 'delay', ms: 200 },
    'a page answers': page,
    'a proxy fails': { kind: 'answer', status: 502, type: 'text/html', body: '<h1>Bad gateway</h1>' },
    'it is too much at once': {
      kind: 'answer',
      status: 429,
      type: 'application/problem+json',
      body: '{"title":"Slower"}',
      headers: { 'Retry-After': '1' },
    },
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
      assert.equal(
        ((await answer.json()) as { sha256: string }).sha256,
        createHash('sha256').update(bytes).digest('hex'),
      );
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
