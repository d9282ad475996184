/** On a shared computer nothing stays behind; a saved copy is opened elsewhere. */
import assert from 'node:assert/strict';
import { after, before, describe } from 'node:test';
import type { Page } from 'playwright-core';
import { makePdf } from '../fixtures/files.js';
import { saveCopy } from './helpers/downloads.js';
import { kept } from './helpers/device.js';
import { begin, chooseFiles, chosen, goTo, openDraftFile, workOf, type Chosen } from './helpers/form.js';
import { assertQuiet, openSite, steps, type Site } from './helpers/site.js';

describe('a shared computer', () => {
  const step = steps();
  let site: Site;
  let page: Page;
  let copy: Chosen;

  before(async () => {
    site = await openSite();
    page = await site.newPage();
    await page.goto(`${site.origin}/no-server/`);
  });
  after(() => site?.close());

  step('works in this page only, and says so', async () => {
    await page.getByRole('checkbox', { name: /This is a shared computer/ }).check();
    await begin(page);
    await page.getByRole('textbox', { name: 'Overview narrative' }).fill('Words of somebody at the library.');
    await goTo(page, /Artifacts/);
    await chooseFiles(page, [chosen({ name: 'Minutes.pdf', type: 'application/pdf', bytes: makePdf({ pages: 2 }) })]);
    await page.getByRole('article', { name: 'Minutes' }).waitFor();
    await page.getByRole('button', { name: /Only in this page/ }).click();
    await page.getByText(/as you chose for a shared computer/).waitFor();
    await page.keyboard.press('Escape');
  });

  step('saves a copy', async () => {
    copy = await saveCopy(page);
    await page.getByText(/^Saved as /).waitFor({ state: 'attached' });
  });

  step('leaves nothing behind', async () => {
    const context = page.context();
    const left = await kept(page);
    await page.close();
    assert.doesNotMatch(left, /somebody at the library/);
    assert.doesNotMatch(left, /Minutes/);
    page = await context.newPage();
    await page.goto(`${site.origin}/no-server/`);
    await page.getByRole('button', { name: 'Begin', exact: true }).waitFor();
    assert.equal(await page.getByRole('button', { name: /^Continue the draft/ }).count(), 0);
    assert.doesNotMatch(await kept(page), /somebody at the library|Minutes/);
    assertQuiet(page);
  });

  step('goes on elsewhere with the copy, files and all', async () => {
    const home = await site.newPage();
    await home.goto(`${site.origin}/no-server/`);
    await openDraftFile(home, copy);
    await home.getByText('The draft file was opened.').waitFor();
    await goTo(home, /Overview narrative/);
    const field = home.getByRole('textbox', { name: 'Overview narrative' });
    assert.equal(await field.inputValue(), 'Words of somebody at the library.');
    await goTo(home, /Artifacts/);
    await home.getByText('On this device', { exact: true }).waitFor();
    assert.equal((await workOf(home)).artifacts[0]?.title, 'Minutes');
    assert.match(await kept(home), /somebody at the library/);
    assertQuiet(home);
  });
});
