import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import type * as UploaderModule from '../../src/transport/tus-uploader.js';
import { launchChromium } from '../helpers/chromium.js';
import { newSecret, Practitioner, sha256, start, type Running } from '../receiver/setup.js';
import { network, servePage, type Network } from './upload-setup.js';

/** More than one request's worth. */
const size = 10_000_000;
const maxFileBytes = 11_000_000;
let running: Running;
let browser: Browser;
let site: Awaited<ReturnType<typeof servePage>>;
let page: Page;
let line: Network;
let person: Practitioner;
let seed = 1;

before(async () => {
  running = await start({ maxFileBytes });
  site = await servePage();
  browser = await launchChromium();
});
after(async () => {
  await browser.close();
  site.close();
  await running.stop();
});
beforeEach(async () => {
  line = await network(running.origin);
  person = new Practitioner(running.origin, (seed += 1));
  await person.create();
  page = await browser.newPage();
  // The test runner's compiler names functions with a helper that the page does not have.
  await page.addInitScript('globalThis.__name = (named) => named');
  await page.goto(site.origin);
});
afterEach(async () => {
  await page.close();
  line.close();
});

/** The bytes of a test file, the same on both sides. */
function pattern(length: number, salt: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  for (let at = 0; at < length; at += 1) bytes[at] = at * 31 + (at >> 8) + salt;
  return bytes;
}

interface Ask {
  file?: string;
  length?: number;
  salt?: number;
  from?: string | undefined;
  secret?: string;
  sha256?: string;
  /** Pauses once so many bytes have been sent. */
  pauseAt?: number;
}
interface Told {
  result: string;
  urls: string[];
  progress: [sent: number, total: number][];
  waited: string[];
  stored: number;
}

/** Uploads in the page, and tells what the uploader told. */
function upload({
  file = 'f1',
  length = size,
  salt = 0,
  from,
  secret = person.secret,
  sha256,
  pauseAt = Infinity,
}: Ask = {}): Promise<Told> {
  const options = { endpoint: `${line.origin}/mc`, portfolio: person.portfolio.id, secret };
  return page.evaluate(
    async ({ module, options, request, length, salt, pauseAt }) => {
      const { createTusUploader } = (await import(module)) as typeof UploaderModule;
      const told: Told = { result: 'paused', urls: [], progress: [], waited: [], stored: 0 };
      const content = new Uint8Array(length);
      for (let at = 0; at < length; at += 1) content[at] = at * 31 + (at >> 8) + salt;
      const paused = new Promise<void>((resolve) => {
        const running = createTusUploader({ ...options, secret: () => options.secret }).upload({
          ...request,
          bytes: new Blob([content]),
          name: 'lesson – film.txt',
          type: 'text/plain',
          onUrl: (url) => told.urls.push(url),
          onProgress: (sent, total) => {
            told.progress.push([sent, total]);
            if (sent < pauseAt) return;
            running.pause();
            setTimeout(resolve, 300);
          },
          onWaiting: ({ reason }) => told.waited.push(reason),
        });
        running.done
          .then(
            () => (told.result = 'done'),
            (problem: { reason: string; passing: boolean }) =>
              (told.result = `${problem.reason}${problem.passing ? ' passing' : ''}`),
          )
          .finally(resolve);
      });
      await paused;
      told.stored = localStorage.length + sessionStorage.length;
      return told;
    },
    { module: `${site.origin}/uploader.js`, options, request: { id: file, from, sha256 }, length, salt, pauseAt },
  );
}

async function arrived(file = 'f1'): Promise<string | undefined> {
  const { body } = await person.ask('GET', `/files/${file}`);
  return body.sha256;
}

test('a file arrives whole, and is checked', async () => {
  const told = await upload();
  assert.equal(told.result, 'done');
  assert.equal(await arrived(), sha256(pattern(size, 0)));
  assert.equal(told.urls.length, 1);
  assert.deepEqual(told.progress.at(-1), [size, size]);
  assert.deepEqual(told.waited, []);
  assert.equal(told.stored, 0);
  assert.equal(line.bytes, size);
});

test('an empty file arrives too', async () => {
  assert.equal((await upload({ length: 0 })).result, 'done');
  assert.equal(await arrived(), sha256(new Uint8Array()));
});

test('a line that is cut, and a server that fails a while: it goes on where it stopped', async () => {
  let cuts = 0;
  let failures = 0;
  line.trouble = ({ method }) => {
    if (method === 'PATCH' && cuts < 2) {
      cuts += 1;
      return { cutAfter: cuts === 1 ? 3_000_000 : 1 };
    }
    if (method === 'HEAD' && failures < 1) {
      failures += 1;
      return { status: 503 };
    }
    return undefined;
  };
  const told = await upload();
  assert.equal(told.result, 'done');
  assert.equal(await arrived(), sha256(pattern(size, 0)));
  // Chromium itself repeats a request whose connection was reset, without a word: not every cut is seen.
  assert.deepEqual([cuts, failures, [...new Set(told.waited)].sort()], [2, 1, ['server', 'unreachable']]);
  assert.equal(line.methods.filter((method) => method === 'POST').length, 1, 'it was begun once');
  assert.ok(line.bytes <= size * 1.03, `${line.bytes} bytes were sent for ${size}`);
});

test('paused and reloaded, it goes on at its address, with nothing sent twice', async () => {
  const first = await upload({ pauseAt: 8_500_000 });
  assert.equal(first.result, 'paused');
  await page.reload();
  const told = await upload({ from: first.urls[0] });
  assert.equal(told.result, 'done');
  assert.deepEqual(told.urls, []);
  assert.ok(told.progress[0]![0] >= 8_000_000);
  assert.equal(await arrived(), sha256(pattern(size, 0)));
  assert.ok(line.bytes <= size * 1.03, `${line.bytes} bytes were sent for ${size}`);
});

test('an upload that the receiver has given up is begun anew', async () => {
  const told = await upload({ from: `${line.origin}/mc/files/${'0'.repeat(48)}` });
  assert.equal(told.result, 'done');
  assert.equal(told.urls.length, 1);
  assert.equal(await arrived(), sha256(pattern(size, 0)));
});

test('other bytes at the address are found out, and the right ones sent', async () => {
  const other = await upload({ salt: 1 });
  assert.equal(other.result, 'done');
  const told = await upload({ salt: 2, from: other.urls[0] });
  assert.equal(told.result, 'done');
  assert.equal(await arrived(), sha256(pattern(size, 2)));
});

test('bytes that never become the file’s own end in a mismatch', async () => {
  assert.equal((await upload({ length: 1000, sha256: 'f'.repeat(64) })).result, 'mismatch');
});

test('what will not pass is told at once', async () => {
  assert.equal((await upload({ secret: newSecret() })).result, 'unauthorised');
  assert.equal((await upload({ length: maxFileBytes + 1 })).result, 'too-large');
  line.trouble = () => ({ status: 404 });
  assert.equal((await upload()).result, 'not-found');
});
