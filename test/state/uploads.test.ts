import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import type { LivePortfolio } from '../../src/state/live-portfolio.js';
import { ServiceProblem } from '../../src/state/ports.js';
import type { FileStatus } from '../../src/state/state.js';
import { start, type Running } from '../receiver/setup.js';
import { createDisk } from './support/disk.js';
import { Endpoint, passing } from './support/endpoint.js';
import { begin, credential, digest, evidencePart, pause, Tabs, until, when } from './support/form.js';
import { createLine } from './support/line.js';
import { provideLocks } from './support/locks.js';
import { createHeldUploads, tusUploader } from './support/uploads.js';
import { hashBlob } from '../../src/transport/hash.js';
import { createHttpService } from '../../src/transport/http-service.js';

const tabs = new Tabs();
const plain = (name: string, content = `${name}: a few words.`) => new File([content], name, { type: 'text/plain' });
const add = (live: LivePortfolio, ...files: File[]) => live.services.addFiles(evidencePart, files);
const artifacts = (live: LivePortfolio) => live.store.getState().portfolio.artifacts;
const status = (live: LivePortfolio, n = 0): FileStatus | undefined =>
  live.store.getState().files[artifacts(live)[n]!.file!.id];
const codes = (live: LivePortfolio) =>
  live.store.getState().requirements.flatMap(({ findings }) => findings.map(({ code }) => code));

describe('uploads', () => {
  let removeLocks: () => void;
  before(() => {
    removeLocks = provideLocks();
  });
  after(() => removeLocks());
  afterEach(() => tabs.close());

  const connect = (
    disk: ReturnType<typeof createDisk>,
    id: string,
    endpoint: Endpoint,
    uploader: () => Promise<never> | Promise<object>,
  ) =>
    tabs.open(disk.tab(), id, {
      endpoint: 'https://example.org/mc',
      service: endpoint.service,
      uploader: uploader as never,
    });

  it('begin when the endpoint knows the portfolio, two at a time, with the digest that is known', async () => {
    const disk = createDisk();
    const id = await begin(disk.tab());
    const endpoint = new Endpoint();
    endpoint.before = () => {
      throw passing();
    };
    const { asked, uploader } = createHeldUploads();
    const live = await connect(disk, id, endpoint, uploader);
    await add(live, plain('1.txt'), plain('2.txt'), plain('3.txt'));
    await until(() => artifacts(live).every(({ file }) => file?.sha256), 'measured');
    await live.sync().catch(() => undefined);
    assert.equal(asked.length, 0);
    endpoint.before = () => undefined;
    await live.sync();
    await until(() => asked.length === 2, 'two');
    await pause(20);
    assert.equal(asked.length, 2);
    assert.equal(status(live, 2)!.upload, 'waiting');
    assert.equal(asked[0]!.sha256, artifacts(live)[0]!.file!.sha256);
    asked[0]!.arrive();
    await until(() => asked.length === 3, 'the third');
    assert.deepEqual(status(live)!, {
      kept: 'stored',
      upload: 'checked',
      sent: artifacts(live)[0]!.file!.size,
      problem: undefined,
    });
    assert.ok(codes(live).includes('artifact.upload-incomplete'));
    asked[1]!.arrive();
    asked[2]!.arrive();
    await until(() => !codes(live).includes('artifact.upload-incomplete'), 'all are there');
  });

  it('show progress that only grows, and say what they wait for', async () => {
    const disk = createDisk();
    const { asked, uploader } = createHeldUploads();
    const live = await connect(disk, await begin(disk.tab()), new Endpoint(), uploader);
    await add(live, plain('1.txt', 'x'.repeat(1000)));
    await until(() => asked.length === 1, 'asked');
    const seen: number[] = [];
    live.store.subscribe(() => seen.push(status(live)!.sent));
    const [upload] = asked;
    upload!.onProgress(600, 1000);
    upload!.onWaiting(passing('offline'));
    assert.equal(status(live)!.upload, 'waiting');
    assert.equal((status(live)!.problem as ServiceProblem).reason, 'offline');
    upload!.onProgress(300, 1000);
    upload!.onProgress(1000, 1000);
    assert.equal(status(live)!.upload, 'arrived');
    upload!.arrive();
    await until(() => status(live)!.upload === 'checked', 'checked');
    assert.deepEqual(
      seen,
      [...seen].sort((a, b) => a - b),
    );
  });

  it('that fail for good wait for the person, those that can pass for the next sync', async () => {
    const disk = createDisk();
    const { asked, uploader } = createHeldUploads();
    const live = await connect(disk, await begin(disk.tab()), new Endpoint(), uploader);
    await add(live, plain('1.txt'));
    await until(() => asked.length === 1, 'asked');
    asked[0]!.fail(new ServiceProblem('too-large', false));
    await until(() => status(live)!.upload === 'failed', 'failed');
    assert.equal((status(live)!.problem as ServiceProblem).reason, 'too-large');
    await live.sync();
    assert.equal(asked.length, 1);
    live.services.retryUpload(artifacts(live)[0]!.file!.id);
    await until(() => asked.length === 2, 'asked again');
    asked[1]!.fail(passing());
    await until(() => status(live)!.problem, 'waits');
    assert.equal(status(live)!.upload, 'waiting');
    await live.sync();
    await until(() => asked.length === 3, 'by itself');
  });

  it('wait for a line to load what they need, and go when it is back', async () => {
    const line = new EventTarget();
    const listen = globalThis.addEventListener;
    globalThis.addEventListener = line.addEventListener.bind(line) as typeof listen;
    try {
      const disk = createDisk();
      const { asked, uploader } = createHeldUploads();
      let offline = true;
      const live = await tabs.open(disk.tab(), await begin(disk.tab()), {
        endpoint: 'https://example.org/mc',
        service: new Endpoint().service,
        uploader,
        hash: async (bytes) => {
          if (offline) throw new TypeError('Failed to fetch dynamically imported module');
          return hashBlob(bytes);
        },
      });
      await live.sync();
      const seen: FileStatus[] = [];
      live.store.subscribe(() => artifacts(live).length && seen.push(status(live)!));
      await add(live, plain('1.txt'));
      await until(() => status(live)?.upload === 'waiting' && status(live)!.problem, 'waits');
      assert.equal((status(live)!.problem as ServiceProblem).reason, 'unreachable');
      assert.equal(status(live)!.kept, 'stored');
      assert.ok(!codes(live).includes('artifact.bytes-missing'));
      offline = false;
      line.dispatchEvent(new Event('online'));
      // Sooner than any wait would end.
      await until(() => asked.length === 1, 'sent', 400);
      asked[0]!.arrive();
      await until(() => status(live)!.upload === 'checked', 'checked');
      assert.ok(artifacts(live)[0]!.file!.sha256);
      assert.ok(seen.every(({ kept, upload }) => kept !== 'missing' && upload !== 'failed'));
    } finally {
      globalThis.addEventListener = listen;
    }
  });

  it('stop when the artifact is taken out, and when the form is closed', async () => {
    const disk = createDisk();
    const { asked, uploader } = createHeldUploads();
    const live = await connect(disk, await begin(disk.tab()), new Endpoint(), uploader);
    await add(live, plain('1.txt'), plain('2.txt'));
    await until(() => asked.length === 2, 'asked');
    const [artifact] = artifacts(live);
    live.store.apply({ kind: 'artifact-remove', artifact: artifact!.id });
    await until(() => asked[0]!.paused, 'paused');
    live.store.apply({ kind: 'artifact-add', artifact: artifact! });
    await until(() => asked.length === 3, 'goes on when it is back');
    await live.close();
    await until(() => asked.slice(1).every(({ paused }) => paused), 'paused');
  });

  it('go on after a reload where the record says', async () => {
    const disk = createDisk();
    const id = await begin(disk.tab());
    const endpoint = new Endpoint();
    const { asked, uploader } = createHeldUploads();
    const first = await connect(disk, id, endpoint, uploader);
    await add(first, plain('1.txt'));
    await until(() => asked.length === 1, 'asked');
    asked[0]!.onUrl('https://example.org/mc/files/7');
    await first.flush();
    await pause(5);
    await first.close();
    const second = await connect(disk, id, endpoint, uploader);
    await until(() => asked.length === 2, 'asked again');
    assert.equal(asked[1]!.from, 'https://example.org/mc/files/7');
    assert.equal(asked[1]!.id, asked[0]!.id);
    asked[1]!.arrive();
    await until(() => status(second)!.upload === 'checked', 'checked');
    await second.close();
    const third = await connect(disk, id, endpoint, uploader);
    await third.sync();
    await pause(20);
    assert.equal(status(third)!.upload, 'checked');
    assert.equal(asked.length, 2, 'and not again once it is there');
  });

  it('of one file are made by one tab', async () => {
    const disk = createDisk();
    const id = await begin(disk.tab());
    const endpoint = new Endpoint();
    const { asked, uploader } = createHeldUploads();
    const [one, two] = [await connect(disk, id, endpoint, uploader), await connect(disk, id, endpoint, uploader)];
    await Promise.all([one.sync(), two.sync()]);
    await add(one, plain('1.txt'));
    await until(() => artifacts(two).length === 1 && status(two)?.kept === 'stored', 'known in both');
    await two.sync();
    await pause(30);
    assert.equal(asked.length, 1);
    asked[0]!.arrive();
    await when(two, () => status(two)!.upload === 'checked', 'known to have arrived in both');
    assert.equal(asked.length, 1);
  });

  it('are made again at another receiver', async () => {
    const disk = createDisk();
    const id = await begin(disk.tab());
    const { asked, uploader } = createHeldUploads();
    const first = await connect(disk, id, new Endpoint(), uploader);
    await add(first, plain('1.txt'));
    await until(() => asked.length === 1, 'asked');
    asked[0]!.arrive();
    await until(() => status(first)!.upload === 'checked', 'checked');
    await first.close();
    const second = await tabs.open(disk.tab(), id, {
      endpoint: 'https://example.com/mc',
      service: new Endpoint().service,
      uploader,
    });
    await until(() => asked.length === 2, 'asked again');
    assert.equal(asked[1]!.from, undefined);
    assert.notEqual(status(second)!.upload, 'checked');
  });

  describe('to the receiver', () => {
    let running: Running;
    before(async () => {
      running = await start({ credentials: new Map([[digest, credential]]) });
    });
    after(() => running.stop());

    it('go on after a broken line and a reload, and arrive whole', async () => {
      const line = await createLine(running.origin);
      const disk = createDisk();
      const id = await begin(disk.tab());
      const open = (stopAfter: number) =>
        tabs.open(disk.tab(), id, {
          endpoint: `${line.origin}/mc`,
          service: async (access) => createHttpService(access),
          uploader: tusUploader({ stopAfter }),
        });
      const bytes = new Uint8Array(1_000_000).map((_, n) => (n * 31) % 251);
      bytes.set(new TextEncoder().encode('%PDF-1.7\n'));
      const first = await open(300_000);
      await add(first, new File([bytes], 'film.pdf'));
      await until(() => status(first)?.upload === 'failed', 'broken off', 20_000);
      await first.close();
      const before = line.asked.filter((asked) => asked.startsWith('PATCH')).length;
      const second = await open(Infinity);
      await until(() => status(second)?.upload === 'checked', 'arrived', 20_000);
      assert.equal(line.asked.filter((asked) => asked.startsWith('POST /mc/files')).length, 1, 'begun once');
      const patches = line.asked.filter((asked) => asked.startsWith('PATCH')).length - before;
      assert.ok(patches <= Math.ceil(700_000 / 65_536) + 1, `${patches} pieces after the reload`);
      line.close();
    });
  });
});
