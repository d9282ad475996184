/** The browser is killed in the middle of a large upload: it goes on by itself, and little is sent twice. */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { makePdf } from '../fixtures/files.js';
import { sha256, start, type Running } from '../receiver/setup.js';
import { begin, goTo } from './helpers/form.js';
import { closeBrowsers, killBrowser, openProfile } from './helpers/profile.js';
import { slowLine, type SlowLine } from './helpers/slow-line.js';

const size = 40_000_000;

describe('the browser is killed while a file is sent', () => {
  let running: Running;
  let line: SlowLine;
  let folder: string;

  before(async () => {
    running = await start();
    line = await slowLine(running.origin, 8_000_000);
    folder = await mkdtemp(join(tmpdir(), 'profile-'));
  });
  after(async () => {
    await closeBrowsers();
    await line.close();
    await running.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('goes on after the next start, with 3 % of the bytes sent twice at most and nothing chosen again', async () => {
    const head = makePdf({ pages: 1 });
    const bytes = Buffer.concat([head, randomBytes(size - head.length)]);
    const path = join(folder, 'Film of the assembly.pdf');
    await writeFile(path, bytes);

    const first = await openProfile(join(folder, 'profile'));
    await first.page.goto(`${line.origin}/plain/`);
    await begin(first.page);
    await goTo(first.page, /Artifacts/);
    const chooser = first.page.waitForEvent('filechooser');
    await first.page.getByRole('button', { name: 'Add files' }).click();
    await (await chooser).setFiles(path);
    await first.page.getByText(/^Sending, [4-6]\d\s?%/).waitFor({ timeout: 30_000 });
    await killBrowser(first.context);
    const atKill = line.sent();
    // What the page says was sent lies in part in the buffers of the system.
    assert.ok(atKill > 0.15 * size && atKill < 0.9 * size, `killed in the middle: ${atKill}`);
    await rm(path);

    const second = await openProfile(join(folder, 'profile'));
    await second.page.goto(`${line.origin}/plain/`);
    await second.page.getByRole('button', { name: /^Continue the draft/ }).click();
    await goTo(second.page, /Artifacts/);
    await second.page.getByText('Arrived and checked').waitFor({ timeout: 60_000 });
    const sent = line.sent();
    await second.context.close();

    assert.ok(sent <= 1.03 * size, `${sent} bytes were sent for ${size}`);
    const uploads = await running.receiver.database.query<{ id: string; sha256: string | null }>(
      'select * from uploads',
    );
    assert.equal(uploads.length, 1);
    assert.equal(uploads[0]!.sha256, sha256(bytes));
    assert.equal(sha256(await readFile(join(running.data, 'files', uploads[0]!.id))), sha256(bytes));
  });
});
