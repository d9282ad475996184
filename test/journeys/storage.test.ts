/** What only a whole browser can show of storage: a process that is killed, and a disk that is full. */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { build } from 'vite';
import { CHROMIUM_ARGS, findEngines } from '../../scripts/engines.mjs';
import type { OpenDraft, StorageProblem } from '../../src/state/ports.js';
import type * as storageModule from '../../src/storage/indexeddb.js';
import { explain, newDraft } from '../contracts/storage.js';

const origin = 'http://localhost';
const root = join(import.meta.dirname, '../..');

declare global {
  interface Window {
    storage: typeof storageModule;
    draft: OpenDraft;
  }
}

describe('storage in a browser that fails', () => {
  let folder: string;
  let context: BrowserContext;
  let page: Page;
  const chunks = new Map<string, string>();

  async function start(): Promise<void> {
    const executablePath = findEngines().chromium;
    context = await chromium.launchPersistentContext(join(folder, 'profile'), { executablePath, args: CHROMIUM_ARGS });
    page = context.pages()[0] ?? (await context.newPage());
    await page.route(`${origin}/**`, (route) => {
      const body = chunks.get(new URL(route.request().url()).pathname.slice(1));
      return route.fulfill(
        body === undefined
          ? { contentType: 'text/html', body: '<!doctype html><title>Storage</title>' }
          : { contentType: 'text/javascript', body },
      );
    });
    await page.goto(origin);
    await page.evaluate(async (url) => {
      window.storage = (await import(url)) as typeof storageModule;
    }, `${origin}/storage.js`);
  }

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'storage-'));
    const built = await build({
      root,
      configFile: false,
      logLevel: 'error',
      publicDir: false,
      build: {
        write: false,
        modulePreload: false,
        minify: false,
        target: 'es2022',
        lib: { entry: { storage: join(root, 'src/storage/indexeddb.ts') }, formats: ['es'] },
        rolldownOptions: { output: { entryFileNames: '[name].js', chunkFileNames: '[name].js' } },
      },
    });
    for (const { output } of [built].flat() as { output: { fileName: string; code?: string }[] }[]) {
      for (const { fileName, code } of output) if (code) chunks.set(fileName, code);
    }
    await start();
  });

  after(async () => {
    await context?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('has every acknowledged change after kill -9', async () => {
    await page.evaluate(async (draft) => {
      const storage = await window.storage.openDeviceStorage();
      await storage.create(draft);
      await storage.putFile('f1', draft.summary.id, new Blob(['bytes of the file']));
      window.draft = storage.open(draft.summary.id);
    }, newDraft('d1'));

    // The page goes on writing while it is killed; each acknowledgement is told here.
    const acknowledged: string[] = [];
    let enough!: () => void;
    const written = new Promise<void>((resolve) => (enough = resolve));
    await page.exposeFunction('acknowledge', (id: string) => {
      acknowledged.push(id);
      if (acknowledged.length === 50) enough();
    });
    page
      .evaluate(async (change) => {
        for (let n = 0; ; n++) {
          await window.draft.append([{ ...change, id: `c${n}` }]);
          await (window as unknown as { acknowledge(id: string): Promise<void> }).acknowledge(`c${n}`);
        }
      }, explain('c'))
      .catch(() => undefined);
    await written;
    const session = await context.browser()!.newBrowserCDPSession();
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    const closed = context.waitForEvent('close');
    for (const { id } of processInfo) process.kill(id, 'SIGKILL');
    await closed;

    await start();
    const found = await page.evaluate(async () => {
      const storage = await window.storage.openDeviceStorage();
      const { entries, damaged } = await storage.open('d1').load();
      const bytes = await (await storage.getFile('f1'))?.text();
      return { ids: entries.map(({ change }) => change.id), damaged: damaged.length, bytes };
    });
    assert.ok(acknowledged.length >= 50);
    assert.deepEqual(found.ids.slice(0, acknowledged.length), acknowledged);
    assert.equal(found.damaged, 0);
    assert.equal(found.bytes, 'bytes of the file');
  });

  it('says that the disk is full, keeps what it has, and goes on when there is room', async () => {
    const session = await context.newCDPSession(page);
    const { usage } = await session.send('Storage.getUsageAndQuota', { origin });
    await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: Math.ceil(usage) + 2_000_000 });
    const attempt = (text: number) =>
      page.evaluate(
        async ({ draft, change, text }) => {
          const storage = await window.storage.openDeviceStorage();
          await storage.create(draft).catch(() => undefined);
          const open = storage.open(draft.summary.id);
          // Random letters: browsers compress what they keep.
          const letters: string[] = [];
          for (let n = 0; n < text; n += 10_000) {
            letters.push(
              String.fromCharCode(...crypto.getRandomValues(new Uint16Array(10_000)).map((code) => code >> 1)),
            );
          }
          const [file, append] = await Promise.all(
            [
              storage.putFile('big', draft.summary.id, new Blob([new Uint8Array(20_000_000)])),
              open.append([{ ...change, text: letters.join('') } as typeof change]),
            ].map((work) =>
              (work as Promise<unknown>).then(
                () => 'kept',
                (fault: StorageProblem) => fault.reason,
              ),
            ),
          );
          const { entries } = await open.load();
          return { file, append, entries: entries.length, stored: await storage.storedFiles(draft.summary.id) };
        },
        { draft: newDraft('d2'), change: explain('c'), text },
      );
    assert.deepEqual(await attempt(10_000_000), { file: 'full', append: 'full', entries: 0, stored: [] });
    await session.send('Storage.overrideQuotaForOrigin', { origin });
    assert.deepEqual(await attempt(10), { file: 'kept', append: 'kept', entries: 1, stored: ['big'] });
  });
});
