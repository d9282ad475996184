/** Where the browser keeps nothing, the disk is full, or the connection is not private: what is safe is said plainly. */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, describe } from 'node:test';
import type { Page } from 'playwright-core';
import { blockText } from '../../src/model/rich-text.js';
import { readPackage } from '../../src/transport/package.js';
import { saveCopy } from './helpers/downloads.js';
import { savedDraft } from './helpers/drafts.js';
import { begin, goTo, openDraftFile, type Chosen } from './helpers/form.js';
import { assertQuiet, openSite, steps, type Site } from './helpers/site.js';

const overview = (page: Page) => page.getByRole('textbox', { name: 'Overview narrative' });

describe('a browser that keeps nothing', () => {
  const step = steps();
  let site: Site;
  let page: Page;
  let copy: Chosen;

  before(async () => {
    site = await openSite();
    page = await site.newPage();
    // As browsers do in some private windows and by some settings.
    await page.context().addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      };
    });
  });
  after(() => site?.close());

  step('lets the work be done, and says where it lives', async () => {
    await page.goto(`${site.origin}/no-server/`);
    await begin(page);
    await overview(page).fill('Written in a private window.');
    const status = page.getByRole('button', { name: /^Where your work is: Only in this page/ });
    await status.click();
    await page.getByText(/Nothing is kept in this browser: it keeps nothing here, or is in a private window/).waitFor();
    await page.keyboard.press('Escape');
  });

  step('asks before the only copy is left, and not after one was saved', async () => {
    const asked = page.waitForEvent('dialog');
    const leaving = page.close({ runBeforeUnload: true });
    const dialog = await asked;
    assert.equal(dialog.type(), 'beforeunload');
    await dialog.dismiss();
    await leaving;
    copy = await saveCopy(page);
    await page.getByText(/^Saved as /).waitFor({ state: 'attached' });
    const closed = page.waitForEvent('close');
    await page.close({ runBeforeUnload: true });
    await closed;
  });

  step('goes on with the copy on another device', async () => {
    const home = await site.newPage();
    await home.goto(`${site.origin}/no-server/`);
    await openDraftFile(home, copy);
    await home.getByText('The draft file was opened.').waitFor();
    await goTo(home, /Overview narrative/);
    assert.equal(await overview(home).inputValue(), 'Written in a private window.');
    assertQuiet(home);
  });

  step('hands in all the same', async () => {
    const { file } = await savedDraft('collaborative-leadership');
    const other = await site.newPage();
    await other.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      };
    });
    await other.goto(`${site.origin}/plain/`);
    await openDraftFile(other, file);
    await goTo(other, /Check and hand in/);
    await other.getByRole('button', { name: 'Hand in', exact: true }).click();
    await other.getByRole('heading', { name: 'Handed in', exact: true }).waitFor();
    assertQuiet(other);
  });
});

describe('a disk that is full', () => {
  const step = steps();
  // More than there is room for, in letters that do not shrink.
  const much = Array.from({ length: 200 }, () => randomBytes(1_500).toString('base64')).join('\n\n');
  let site: Site;
  let page: Page;
  let setQuota: (bytes?: number) => Promise<void>;

  before(async () => {
    site = await openSite();
    page = await site.newPage();
    const session = await page.context().newCDPSession(page);
    setQuota = async (quotaSize) => {
      await session.send('Storage.overrideQuotaForOrigin', {
        origin: site.origin,
        ...(quotaSize !== undefined && { quotaSize }),
      });
    };
    await setQuota(400_000);
    await page.goto(`${site.origin}/no-server/`);
    await begin(page);
    await overview(page).fill('Before. ');
    await page.waitForTimeout(300);
  });
  after(() => site?.close());

  step('is told at once, and the words are safe', async () => {
    await overview(page).press('Control+End');
    await page.keyboard.insertText(much);
    const status = /Not kept: the disk is full\. Your words are safe while this page stays open/;
    await page.getByRole('button', { name: status }).waitFor({ timeout: 3_000 });
    await page.keyboard.type(' And more.');
    assert.equal(await overview(page).inputValue(), `Before. ${much} And more.`);
  });

  step('saves a copy all the same', async () => {
    const copy = await saveCopy(page);
    const { portfolio } = await readPackage(new Blob([copy.buffer]));
    const written = portfolio?.narratives[0]?.text.content.map(blockText).join('\n\n');
    assert.equal(written, `Before. ${much} And more.`);
  });

  step('keeps everything when there is room again', async () => {
    await setQuota();
    await page.getByText('Your work is kept again.').waitFor({ state: 'attached' });
    await page.reload();
    await page.getByRole('button', { name: /^Continue the draft/ }).click();
    await goTo(page, /Overview narrative/);
    assert.equal(await overview(page).inputValue(), `Before. ${much} And more.`);
    assertQuiet(page);
  });
});

describe('a host without a private connection', () => {
  const step = steps();
  let site: Site;
  let origin: string;
  let page: Page;

  before(async () => {
    site = await openSite({ switches: ['--host-resolver-rules=MAP plain.test 127.0.0.1'] });
    origin = site.origin.replace('127.0.0.1', 'plain.test');
    page = await site.newPage();
  });
  after(() => site?.close());

  step('works, keeps the work, and says what is not private', async () => {
    await page.goto(`${origin}/plain/`);
    assert.equal(await page.evaluate(() => isSecureContext), false);
    await begin(page);
    await page.getByText(/The connection to this site is not private \(http\)/).waitFor();
    await overview(page).fill('On plain http.');
    await page.waitForTimeout(300);
    await page.reload();
    await page.getByRole('button', { name: /^Continue the draft/ }).click();
    assert.equal(await overview(page).inputValue(), 'On plain http.');
  });

  step('sends nothing to the endpoint, and says why', async () => {
    const { file } = await savedDraft('collaborative-leadership');
    await openDraftFile(page, file);
    await page.getByText('The draft file was opened.').waitFor();
    await goTo(page, /Check and hand in/);
    await page.getByRole('button', { name: 'Hand in', exact: true }).click();
    await page
      .getByText(/Not sent: the connection of this page is not private/)
      .first()
      .waitFor();
    const rows = await site.receiver.database.query('select id from portfolios');
    assert.equal(rows.length, 0);
    assert.equal(site.log.filter((line) => /\/mc\//.test(line)).length, 0);
    assertQuiet(page);
  });

  step('makes the package where there is no endpoint', async () => {
    const { file } = await savedDraft('professional-learning');
    const other = await site.newPage();
    await other.goto(`${origin}/no-server/`);
    await openDraftFile(other, file);
    await goTo(other, /Check and hand in/);
    const [download] = await Promise.all([
      other.waitForEvent('download'),
      other.getByRole('button', { name: 'Make the package' }).click(),
    ]);
    assert.match(download.suggestedFilename(), /\.zip$/);
    await other.getByRole('heading', { name: 'Your package is ready' }).waitFor();
    assertQuiet(other);
  });
});
