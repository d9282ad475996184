/** One draft in two tabs: what is written in one is in the other, and nothing that two wrote at once is lost. */
import assert from 'node:assert/strict';
import { after, before, describe } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { begin, goTo, workOf } from './helpers/form.js';
import { assertQuiet, eventually, openSite, serveHost, steps, type Site } from './helpers/site.js';

const tag = '<mc-portfolio src="/credentials/professional-learning.json" draft="k"></mc-portfolio>';

describe('one draft in two tabs', () => {
  const step = steps();
  let site: Site;
  let one: Page;
  let two: Page;
  const text = (page: Page): Locator => page.getByRole('textbox', { name: 'Overview narrative' });
  const shows = (page: Page, expected: string) =>
    eventually(async () => assert.equal(await text(page).inputValue(), expected));
  /** Puts the caret at the end of the line with these words. */
  const toEndOf = async (page: Page, line: number) => {
    await text(page).press('Control+Home');
    for (let n = 0; n < line; n += 1) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('End');
  };

  before(async () => {
    site = await openSite();
    one = await site.newPage();
    const address = await serveHost(one.context(), site.origin, tag);
    await one.goto(address);
    await begin(one);
    await text(one).fill('Alpha.\n\nBeta.');
    await one.waitForTimeout(300);
    two = await one.context().newPage();
    await two.goto(address);
  });
  after(() => site?.close());

  step('opens the same draft at once in the second tab', () => shows(two, 'Alpha.\n\nBeta.'));

  step('shows in each what is written in the other', async () => {
    await toEndOf(one, 0);
    await one.keyboard.type(' One was here.');
    await toEndOf(two, 2);
    await two.keyboard.type(' Two was here.');
    await shows(one, 'Alpha. One was here.\n\nBeta. Two was here.');
    await shows(two, 'Alpha. One was here.\n\nBeta. Two was here.');
  });

  step('merges what both type at the same moment in different paragraphs, and keeps the caret', async () => {
    await Promise.all([
      one.keyboard.type(' And the first tab goes on without a pause.'),
      two.keyboard.type(' And the second tab goes on without a pause.'),
    ]);
    const expected =
      'Alpha. One was here. And the first tab goes on without a pause.\n\n' +
      'Beta. Two was here. And the second tab goes on without a pause.';
    await shows(one, expected);
    await shows(two, expected);
    assert.equal((await workOf(one)).setAside.length, 0);
  });

  step('keeps both versions of a paragraph that was edited in both while one stood still', async () => {
    await text(one).fill('Alpha.\n\nBeta.');
    await shows(two, 'Alpha.\n\nBeta.');
    await toEndOf(one, 0);
    await toEndOf(two, 0);
    // The second tab hears nothing for a while, as on a machine that was asleep; its person types nevertheless.
    const still = two.evaluate(() => {
      const until = performance.now() + 1200;
      while (performance.now() < until);
    });
    await one.keyboard.insertText(' From the first tab.');
    await one.waitForTimeout(400);
    const typing = two.keyboard.insertText(' From the second tab.');
    await Promise.all([still, typing]);

    for (const page of [one, two])
      await page.getByRole('heading', { name: 'Two versions of this paragraph' }).waitFor();
    const work = await workOf(one);
    assert.equal(work.setAside.length, 1);
    const all = JSON.stringify(work);
    assert.match(all, /From the first tab/);
    assert.match(all, /From the second tab/);
    await one.bringToFront();
    await goTo(one, /Check and hand in/);
    await one
      .getByRole('button', { name: /^Overview narrative/ })
      .last()
      .waitFor();
    await goTo(one, /Overview narrative/);
  });

  step('puts in place what is chosen, in both tabs', async () => {
    await two.bringToFront();
    const before = await text(two).inputValue();
    const other = before.includes('From the first tab') ? 'From the second tab.' : 'From the first tab.';
    await two.getByRole('button', { name: 'Keep this one: the other version' }).click();
    await two.getByText('The other version is in your text now.').waitFor();
    for (const page of [one, two]) await shows(page, `Alpha. ${other}\n\nBeta.`);
    await one.getByRole('heading', { name: 'Two versions of this paragraph' }).waitFor({ state: 'detached' });
    assert.equal((await workOf(one)).setAside.length, 0);
  });

  step('types on after what came from elsewhere around the caret, and does not delete it', async () => {
    await text(one).fill('Alpha.\n\nBeta.');
    await shows(two, 'Alpha.\n\nBeta.');
    await text(two).press('Control+End');
    await text(one).fill('Alpha.\n\nWritten anew in the first tab!');
    await shows(two, 'Alpha.\n\nWritten anew in the first tab!');
    await two.keyboard.type(' Yes.');
    for (const page of [one, two]) await shows(page, 'Alpha.\n\nWritten anew in the first tab! Yes.');
  });

  step('loses no letter when both type into one paragraph without a pause', async () => {
    await text(one).fill('Start.');
    await shows(two, 'Start.');
    for (const page of [one, two]) await text(page).press('Control+End');
    // Letters of which each is typed once, so that each can be looked for.
    const lettersFrom = (code: number) => Array.from({ length: 80 }, (_, n) => String.fromCharCode(code + n));
    const [latin, cyrillic] = [lettersFrom(0x100), lettersFrom(0x400)];
    const type = async (page: Page, letters: string[], pause: number) => {
      for (const letter of letters) {
        await page.keyboard.insertText(letter);
        await new Promise((resolve) => setTimeout(resolve, pause));
      }
    };
    await Promise.all([type(one, latin, 14), type(two, cyrillic, 19)]);
    await eventually(async () => assert.deepEqual(await workOf(two), await workOf(one)));
    const work = JSON.stringify(await workOf(one));
    assert.equal([...latin, ...cyrillic].filter((letter) => !work.includes(letter)).join(''), '');
    await shows(two, await text(one).inputValue());
  });

  step('is read only everywhere when one tab removes the draft', async () => {
    await one.bringToFront();
    await one.locator('summary', { hasText: 'More' }).click();
    await one.getByRole('button', { name: /^Remove my work/ }).click();
    await one.getByRole('button', { name: 'Remove it' }).click();
    await one.getByRole('button', { name: 'Begin', exact: true }).waitFor();
    await two.getByText('This draft was removed from this device, here or in another tab.').waitFor();
    assertQuiet(one);
  });
});
