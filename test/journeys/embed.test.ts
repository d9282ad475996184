/** The one-tag file on pages that hosts really make. */
import assert from 'node:assert/strict';
import { after, before, describe } from 'node:test';
import type { Page } from 'playwright-core';
import { begin, goTo } from './helpers/form.js';
import { assertQuiet, eventually, openSite, serveHost, steps, type Site } from './helpers/site.js';

const tag = '<mc-portfolio src="/credentials/professional-learning.json"></mc-portfolio>';
const overview = (page: Page) => page.getByRole('textbox', { name: 'Overview narrative' });

describe('the one-tag file', () => {
  const step = steps();
  let site: Site;

  before(async () => {
    site = await openSite();
  });
  after(() => site?.close());

  step('is loaded once, whatever query stands on its address', async () => {
    const page = await site.newPage();
    const loaded: string[] = [];
    page.on('request', (request) => {
      const { pathname } = new URL(request.url());
      if (pathname.startsWith('/embed/')) loaded.push(pathname);
    });
    await page.goto(await serveHost(page.context(), site.origin, tag, '/embed/mc-portfolio.js?v=2&amp;cdn=1'));
    await begin(page);
    await overview(page).waitFor();
    await goTo(page, /Artifacts/);
    await page.getByRole('button', { name: 'Add files' }).waitFor();
    const cores = loaded.filter((path) => path.includes('/core-'));
    assert.equal(cores.length, 1);
    assert.deepEqual(
      loaded.filter((path, at) => loaded.indexOf(path) !== at),
      [],
      'nothing is loaded twice',
    );
    assertQuiet(page);
  });

  step('serves two forms on a page with two script tags', async () => {
    const page = await site.newPage();
    await page.goto(`${site.origin}/two/`);
    await page.getByRole('button', { name: 'Begin', exact: true }).nth(1).waitFor();
    await page.getByRole('button', { name: 'Begin', exact: true }).nth(1).click();
    await overview(page).fill('In the second form.');
    await page.getByRole('button', { name: 'Begin', exact: true }).click();
    await page
      .getByRole('group', { name: /^Portfolio:/ })
      .nth(1)
      .waitFor();
    assert.equal(await overview(page).last().inputValue(), 'In the second form.');
    assertQuiet(page);
  });

  step('works from another version’s copy that comes later, and says so once', async () => {
    const page = await site.newPage();
    const warnings: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'warning') warnings.push(message.text());
    });
    // The same file at another address: to the browser it is another library.
    await page.route(`${site.origin}/other/**`, async (route) => {
      const answer = await route.fetch({ url: route.request().url().replace('/other/', '/embed/') });
      await route.fulfill({ response: answer });
    });
    const both = `${tag}<script type="module" src="/other/mc-portfolio.js"></script>`;
    await page.goto(await serveHost(page.context(), site.origin, both));
    await begin(page);
    await overview(page).fill('Kept by the first copy.');
    await eventually(async () =>
      assert.equal(warnings.filter((line) => /is on this page already/.test(line)).length, 1),
    );
    assertQuiet(page);
  });

  step('comes late to a tag that is there, and is moved without loss', async () => {
    const page = await site.newPage();
    await page.goto(`${site.origin}/late/`);
    await page.getByRole('button', { name: 'Insert' }).click();
    assert.equal(await page.getByRole('group', { name: /^Portfolio:/ }).count(), 0);
    await page.getByRole('button', { name: 'Load the library' }).click();
    await begin(page);
    const text = page.getByRole('textbox').first();
    await text.fill('Written before the host moved the form.');
    await page.getByRole('button', { name: 'Move', exact: true }).click();
    assert.equal(await text.inputValue(), 'Written before the host moved the form.');
    await text.press('Control+End');
    await page.keyboard.type(' And after.');
    await page.getByRole('button', { name: 'Move', exact: true }).click();
    await page.waitForTimeout(1_300);
    await text.press('Control+End');
    await page.keyboard.type(' It is still open.');

    // Taken out in the middle of a word, put back as a new element.
    await page.keyboard.type(' Last words');
    await page.getByRole('button', { name: 'Remove', exact: true }).click();
    await page.getByRole('button', { name: 'Insert' }).click();
    await page.getByRole('button', { name: /^Continue the draft/ }).click();
    const kept = 'Written before the host moved the form. And after. It is still open. Last words';
    await eventually(async () => assert.equal(await text.inputValue(), kept));
    assertQuiet(page);
  });

  step('loads our other elements when their tags appear', async () => {
    const page = await site.newPage();
    await page.goto(await serveHost(page.context(), site.origin, '<p>Nothing of ours yet.</p>'));
    const defined = (name: string) => page.evaluate((tagName) => customElements.get(tagName) !== undefined, name);
    await eventually(async () => assert.equal(await defined('mc-narrative-editor'), true));
    assert.equal(await defined('mc-rubric-viewer'), false);
    await page.evaluate(() => document.querySelector('main')!.append(document.createElement('mc-rubric-viewer')));
    await eventually(async () => assert.equal(await defined('mc-rubric-viewer'), true));
    assertQuiet(page);
  });

  step('takes part in a form: its value is the draft, and elements alone are controls', async () => {
    const page = await site.newPage();
    const form = `<form><mc-portfolio name="portfolio" src="/credentials/professional-learning.json"></mc-portfolio>
      <label for="why">Why</label><mc-narrative-editor id="why" name="why" min-words="3" required></mc-narrative-editor></form>`;
    await page.goto(await serveHost(page.context(), site.origin, form));
    await begin(page);
    await overview(page).fill('In a form.');
    const values = () =>
      page.evaluate(() => Object.fromEntries(new FormData(document.querySelector('form')!)) as Record<string, string>);
    const id = await page.evaluate(
      () => (document.querySelector('mc-portfolio') as unknown as { portfolio: { id: string } }).portfolio.id,
    );
    assert.equal((await values())['portfolio'], id);
    const valid = () => page.evaluate(() => document.querySelector('form')!.checkValidity());
    assert.equal(await valid(), false);
    await page.getByRole('textbox', { name: 'Why' }).fill('It is enough.');
    assert.equal(await valid(), true);
    assert.deepEqual(await values(), { portfolio: id, why: 'It is enough.' });
    assertQuiet(page);
  });
});
