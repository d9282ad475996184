/** The main screens by the keyboard alone. */
import assert from 'node:assert/strict';
import { after, before, describe } from 'node:test';
import type { Page } from 'playwright-core';
import { makePdf } from '../fixtures/files.js';
import { chosen, prose, workOf } from './helpers/form.js';
import { focused, showsFocus, tabTo } from './helpers/keys.js';
import { assertQuiet, eventually, openSite, steps, type Site } from './helpers/site.js';

const becomesFocused = (page: Page, wanted: RegExp) =>
  eventually(async () => assert.match(await focused(page), wanted));

describe('by the keyboard alone, wide', () => {
  const step = steps();
  let site: Site;
  let page: Page;

  before(async () => {
    site = await openSite();
    page = await site.newPage();
    await page.goto(`${site.origin}/no-server/`);
    await page.getByRole('button', { name: 'Begin', exact: true }).waitFor();
  });
  after(() => site?.close());

  step('begins, and is led to the first place of work', async () => {
    await tabTo(page, /^button Begin$/);
    assert.equal(await showsFocus(page), true);
    await page.keyboard.press('Enter');
    await page.getByRole('navigation', { name: 'What is asked' }).waitFor();
    // What was pressed is gone: focus is at the place that opened, not lost at the top of the page.
    await becomesFocused(page, /Overview narrative/);
  });

  step('goes through header, contents, work and what is at hand in this order', async () => {
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await page.locator('header a').first().focus();
    const way = await tabTo(page, /^tab Questions/);
    const marks = [
      /Where your work is/,
      /^button Save a copy/,
      /More/,
      /What is asked/,
      /Overview narrative/,
      /Check and hand in/,
      /^textarea Overview narrative/,
      /Next: Artifacts/,
      /^tab Questions/,
    ];
    const places = marks.map((mark) => way.findIndex((each) => mark.test(each)));
    assert.ok(
      places.every((place) => place >= 0),
      `${way.join('\n')}\n${places.join()}`,
    );
    assert.deepEqual(
      places,
      [...places].sort((a, b) => a - b),
      way.join('\n'),
    );
    assert.ok(!way.includes('nothing'), way.join('\n'));
    await page.keyboard.press('ArrowRight');
    await becomesFocused(page, /^tab Rubric/);
  });

  step('opens the menu and closes it with Escape', async () => {
    await page.locator('header a').first().focus();
    await tabTo(page, /More/);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Earlier versions' }).first().waitFor();
    await page.keyboard.press('Tab');
    assert.match(await focused(page), /Save a copy/);
    await page.keyboard.press('Escape');
    assert.match(await focused(page), /More/);
    assert.equal(await page.getByRole('button', { name: /^Remove my work/ }).isVisible(), false);
  });

  step('asks before removing, and gives the focus back', async () => {
    await page.keyboard.press('Enter');
    await tabTo(page, /^button Remove my work/);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    for (let n = 0; n < 8; n += 1) {
      await page.keyboard.press('Tab');
      const inside = await page.evaluate(() => {
        let element = document.activeElement;
        while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
        return element === document.body || element?.closest('dialog') !== null;
      });
      assert.ok(inside, await focused(page));
    }
    await page.keyboard.press('Escape');
    await page
      .getByRole('dialog')
      .waitFor({ state: 'detached' })
      .catch(() => undefined);
    await becomesFocused(page, /More/);
  });

  step('writes, and goes on to the artifacts', async () => {
    await tabTo(page, /^textarea Overview narrative/);
    await page.keyboard.insertText(prose(1000));
    await tabTo(page, /Next: Artifacts/);
    await page.keyboard.press('Enter');
    await becomesFocused(page, /Your artifacts/);
    await tabTo(page, /^button Add files/);
    const chooser = page.waitForEvent('filechooser');
    await page.keyboard.press('Enter');
    await (
      await chooser
    ).setFiles(chosen({ name: 'Minutes.pdf', type: 'application/pdf', bytes: makePdf({ pages: 3 }) }));
    await page.getByRole('article', { name: 'Minutes' }).waitFor();
  });

  step('proves a detail', async () => {
    await tabTo(page, /Next: 1/);
    await page.keyboard.press('Enter');
    await becomesFocused(page, /A culture of trust|1\.a/);
    await tabTo(page, /^button Choose an artifact/);
    await page.keyboard.press('Enter');
    await becomesFocused(page, /^radio Minutes/);
    await page.keyboard.press('Space');
    await tabTo(page, /^submit Use this artifact/);
    await page.keyboard.press('Enter');
    await becomesFocused(page, /Show where|^text Page/);
    if (!/^text Page/.test(await focused(page))) await tabTo(page, /^text Page/);
    await page.keyboard.type('p. 2');
    await tabTo(page, /How does this prove it/);
    await page.keyboard.type('Page 2 says so.');
    await page.getByText('1 of 12 details').first().waitFor();
    const [evidence] = (await workOf(page)).evidence;
    assert.deepEqual(evidence?.pointers[0]?.locators, [{ kind: 'page', page: 2 }]);
    assert.equal(evidence?.explanation, 'Page 2 says so.');
  });

  step('fills in and confirms what is asked at the end', async () => {
    await page.locator('header a').first().focus();
    await tabTo(page, /Check and hand in/);
    await page.keyboard.press('Enter');
    await becomesFocused(page, /still to do|Almost there/);
    await tabTo(page, /^text Your name/);
    await page.keyboard.type('Ada');
    await tabTo(page, /^checkbox This is my own work/);
    await page.keyboard.press('Space');
    await eventually(async () =>
      assert.equal((await workOf(page)).attestations.filter(({ signed }) => signed).length, 1),
    );
    await tabTo(page, /^button Fix next/);
    await page.keyboard.press('Enter');
    await eventually(async () => assert.doesNotMatch(await focused(page), /Fix next|nothing/));
    assertQuiet(page);
  });
});

describe('by the keyboard alone, on a phone', () => {
  const step = steps();
  let site: Site;
  let page: Page;

  before(async () => {
    site = await openSite();
    page = await site.newPage({ viewport: { width: 390, height: 844 } });
    await page.goto(`${site.origin}/no-server/`);
    await page.getByRole('button', { name: 'Begin', exact: true }).press('Enter');
    await page.getByRole('textbox', { name: 'Overview narrative' }).waitFor();
  });
  after(() => site?.close());

  step('opens the contents in a sheet; Escape gives the focus back', async () => {
    await page.locator('header a').first().focus();
    await tabTo(page, /Open the list of what is asked/);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await tabTo(page, /Reflection/);
    await page.keyboard.press('Escape');
    await becomesFocused(page, /Open the list of what is asked/);
  });

  step('goes to a place from the sheet, with the focus at its title', async () => {
    await page.keyboard.press('Enter');
    await tabTo(page, /Reflection/);
    await page.keyboard.press('Enter');
    await becomesFocused(page, /Reflection/);
    assert.equal(await page.getByRole('dialog').count(), 0);
  });

  step('opens what is at hand, and gives the focus back', async () => {
    await page.locator('header a').first().focus();
    await tabTo(page, /^button Rubric/);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await becomesFocused(page, /^button Rubric/);
    assertQuiet(page);
  });
});
