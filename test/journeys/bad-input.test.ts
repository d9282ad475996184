/** What is faulty, missing or damaged: said in words that help, and nothing that can be read is lost. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { after, before, describe } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { parseCredential } from '../../src/model/parse.js';
import { root } from '../receiver/setup.js';
import { savedBy } from './helpers/downloads.js';
import { savedDraft } from './helpers/drafts.js';
import { begin, goTo, openDraftFile, workOf } from './helpers/form.js';
import { assertQuiet, openSite, steps, type Site } from './helpers/site.js';

/** A sample in which everything is wrong that an author gets wrong. */
async function faulty(): Promise<string> {
  const credential = JSON.parse(await readFile(join(root, 'demo/credentials/professional-learning.json'), 'utf8'));
  credential.title = 7;
  credential.outcomes[1].details[1].id = credential.outcomes[1].details[0].id;
  credential.parts[0].words = { min: 1000, max: 500 };
  credential.parts[2].prompts[0].outcomes = ['eo-gone'];
  return JSON.stringify(credential, undefined, 2);
}

const alert = (page: Page): Locator => page.getByRole('alert');
const retry = (page: Page): Promise<void> => page.getByRole('button', { name: 'Try again' }).click();
const started = (page: Page): Promise<void> => page.getByRole('button', { name: 'Begin', exact: true }).waitFor();

describe('a credential that cannot be used', () => {
  const step = steps();
  let site: Site;
  let page: Page;
  let answer: 'faulty' | 'good' | 'missing' | 'page' | 'silent' | 'broken' | 'no-json' = 'faulty';

  before(async () => {
    site = await openSite();
    page = await site.newPage();
    await page.clock.install();
    const body = await faulty();
    await page.route('**/professional-learning.json', (route) => {
      switch (answer) {
        case 'faulty':
          return route.fulfill({ contentType: 'application/json', body });
        case 'no-json':
          return route.fulfill({
            contentType: 'application/json',
            body: '{"format": "mc-credential/1",\n  "id": oops}',
          });
        case 'missing':
          return route.fulfill({
            status: 404,
            contentType: 'text/html',
            body: '<!doctype html><title>Not found</title>',
          });
        case 'page':
          return route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Sign in</title>' });
        case 'broken':
          return route.fulfill({ status: 503, body: 'busy' });
        case 'silent':
          return;
        case 'good':
          return route.fallback();
      }
    });
  });
  after(() => site?.close());

  step('is told with every fault, its path, line, what was expected and found, and the remedy', async () => {
    await page.goto(`${site.origin}/no-server/`);
    const parsed = parseCredential(await faulty());
    assert.ok(!parsed.ok);
    const { faults } = parsed;
    await page.getByRole('heading', { name: `The credential file has ${faults.length} faults` }).waitFor();
    const paths = faults.map(({ path }) => path);
    for (const path of ['title', 'outcomes[1].details[1].id', 'parts[0].words', 'parts[2].prompts[0].outcomes[0]']) {
      assert.ok(
        paths.some((each) => each.startsWith(path)),
        `${path} is among ${paths.join(', ')}`,
      );
    }
    const items = alert(page).getByRole('listitem');
    assert.equal(await items.count(), faults.length);
    for (const [at, { path, position, expected, found, remedy }] of faults.entries()) {
      const words = (await items.nth(at).innerText()).replaceAll('\u00a0', ' ');
      for (const wanted of [path, `line ${position!.line.toLocaleString('en')}`, expected, found, remedy]) {
        assert.ok(words.includes(wanted), `“${wanted}” is in “${words}”`);
      }
    }
  });

  step('is told by line where it is not JSON', async () => {
    answer = 'no-json';
    await retry(page);
    await page.getByRole('heading', { name: 'The credential file has 1 fault' }).waitFor();
    await alert(page)
      .getByText(/line 2/)
      .waitFor();
  });

  step('tells apart what is missing, a page instead of a file, a server’s error and no answer', async () => {
    answer = 'missing';
    await retry(page);
    await alert(page)
      .getByText(/There is nothing at this address\. Status 404/)
      .waitFor();
    answer = 'page';
    await retry(page);
    await alert(page)
      .getByText(/A web page came back instead of a file/)
      .waitFor();
    answer = 'broken';
    await retry(page);
    await alert(page)
      .getByText(/The server answered with an error\. Status 503/)
      .waitFor();
    answer = 'silent';
    await retry(page);
    await alert(page).waitFor({ state: 'detached' });
    await page.clock.fastForward(21_000);
    await alert(page)
      .getByText(/did not answer in time/)
      .waitFor();
  });

  step('says that there is no connection, and goes on when there is', async () => {
    answer = 'good';
    await page.context().setOffline(true);
    await retry(page);
    await alert(page)
      .getByText(/There is no internet connection/)
      .waitFor();
    await page.context().setOffline(false);
    await retry(page);
    await started(page);
    assertQuiet(page, /Failed to load resource/);
  });

  step('says what another site must allow', async () => {
    let allowed = false;
    const other = createServer(async (_request, response) => {
      response.setHeader('Content-Type', 'application/json');
      if (allowed) response.setHeader('Access-Control-Allow-Origin', '*');
      response.end(await readFile(join(root, 'demo/credentials/professional-learning.json')));
    });
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const address = `http://127.0.0.1:${(other.address() as AddressInfo).port}/credential.json`;
    await page.goto(`${site.origin}/late/`);
    await page.getByRole('button', { name: 'Load the library' }).click();
    await page.evaluate((src) => {
      const form = Object.assign(document.createElement('mc-portfolio'), { src });
      document.getElementById('one')!.append(form);
    }, address);
    await alert(page)
      .getByText(/Its server must allow this one by the header “Access-Control-Allow-Origin”/)
      .waitFor();
    await alert(page).getByText(address).waitFor();
    allowed = true;
    await retry(page);
    await started(page);
    await new Promise((resolve) => other.close(resolve));
  });
});

describe('damage', () => {
  const step = steps();
  let site: Site;
  let page: Page;

  before(async () => {
    site = await openSite();
    page = await site.newPage();
    await page.goto(`${site.origin}/no-server/`);
  });
  after(() => site?.close());

  step('of an entry of the journal leaves the rest readable, and what cannot be read in a file', async () => {
    await begin(page);
    await page.getByRole('textbox', { name: 'Overview narrative' }).fill('What stays readable.');
    await page.waitForTimeout(300);
    await goTo(page, /Reflection/);
    await page.getByRole('textbox', { name: 'Reflection' }).fill('What is destroyed.');
    await page.waitForTimeout(300);
    await page.evaluate(async () => {
      const done = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve) => (request.onsuccess = () => resolve(request.result)));
      const database = await done(indexedDB.open('mc-portfolio-1'));
      const journal = database.transaction('journal', 'readwrite').objectStore('journal');
      const rows = (await done(journal.getAll())) as { key: number; change: unknown }[];
      const last = rows.findLast((row) => JSON.stringify(row.change).includes('What is destroyed'))!;
      await done(journal.put({ ...last, change: { kind: 'narrative', garbage: 'remains of a change' } }));
      database.close();
    });
    await page.reload();
    await page.getByRole('button', { name: /^Continue the draft/ }).click();
    await page.getByText(/1 saved change could not be read\. Everything else is here/).waitFor();
    await goTo(page, /Overview narrative/);
    assert.equal(await page.getByRole('textbox', { name: 'Overview narrative' }).inputValue(), 'What stays readable.');
    const file = await savedBy(page, () => page.getByRole('button', { name: 'Save it as a file' }).click());
    assert.match(file.buffer.toString(), /remains of a change/);
    // And the work goes on.
    await page.getByRole('textbox', { name: 'Overview narrative' }).press('Control+End');
    await page.keyboard.type(' It goes on.');
    await page.waitForTimeout(300);
    await page.reload();
    await page.getByRole('button', { name: /^Continue the draft/ }).click();
    await page.getByText(/1 saved change could not be read/).waitFor();
    await goTo(page, /Overview narrative/);
    assert.equal(
      await page.getByRole('textbox', { name: 'Overview narrative' }).inputValue(),
      'What stays readable. It goes on.',
    );
    assertQuiet(page);
  });

  step('of a draft file leaves what can be read', async () => {
    const { file, portfolio } = await savedDraft('professional-learning');
    const other = await site.newPage();
    await other.goto(`${site.origin}/no-server/`);
    // The last files and the directory are cut off, as by a download that stopped.
    const buffer = file.buffer.subarray(0, Math.round(file.buffer.length * 0.97));
    await openDraftFile(other, { ...file, buffer });
    await other
      .getByText(/Some of the draft file could not be read\. What could be read is here; keep the file\./)
      .waitFor();
    const work = await workOf(other);
    assert.deepEqual(work.narratives, portfolio.narratives);
    assert.deepEqual(work.evidence, portfolio.evidence);
    await goTo(other, /Artifacts/);
    await other.getByText('On this device', { exact: true }).first().waitFor();
    assertQuiet(other);
  });

  step('beyond reading is said, and changes nothing', async () => {
    const other = await site.newPage();
    await other.goto(`${site.origin}/no-server/`);
    await openDraftFile(other, {
      name: 'holiday.zip',
      mimeType: 'application/zip',
      buffer: Buffer.from('No archive at all.'),
    });
    await other.getByText(/This is not a draft file that can be read\. Nothing was changed\./).waitFor();
    await started(other);
    assertQuiet(other);
  });
});
