/** The browser is killed while somebody types: what is there afterwards. */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { start, type Running } from '../receiver/setup.js';
import { begin } from './helpers/form.js';
import { closeBrowsers, killBrowser, openProfile } from './helpers/profile.js';

/** The sentence of which each word is another, so that what is there can be told by its last word. */
const wordsFrom = (n: number) => Array.from({ length: 2000 }, (_, at) => `w${n}-${at}`);

describe('the browser is killed while somebody types', () => {
  let running: Running;
  let folder: string;

  before(async () => {
    running = await start();
    folder = await mkdtemp(join(tmpdir(), 'profile-'));
  });
  after(async () => {
    await closeBrowsers();
    await running.stop();
    await rm(folder, { recursive: true, force: true });
  });

  let kept = '';
  for (const [turn, moment] of [700, 1900, 3100].entries()) {
    it(`after ${moment} ms all but the last 300 ms is there`, async () => {
      const { context, page } = await openProfile(folder);
      await page.goto(`${running.origin}/plain/`);
      if (turn === 0) await begin(page);
      else await page.getByRole('button', { name: /^Continue the draft/ }).click();
      const field = page.getByRole('textbox', { name: 'Overview narrative' });
      assert.equal(await field.inputValue(), kept);
      await field.press('Control+End');
      if (turn > 0) await page.keyboard.press('Enter');

      // Each word with the moment at which the page had it.
      const typed: { text: string; at: number }[] = [];
      const until = performance.now() + moment;
      const before = await field.inputValue();
      let now = before;
      for (const word of wordsFrom(turn)) {
        await page.keyboard.type(`${word} `);
        now += `${word} `;
        typed.push({ text: now, at: performance.now() });
        if (performance.now() > until) break;
      }
      const killed = performance.now();
      await killBrowser(context);

      const again = await openProfile(folder);
      await again.page.goto(`${running.origin}/plain/`);
      await again.page.getByRole('button', { name: /^Continue the draft/ }).click();
      kept = await again.page.getByRole('textbox', { name: 'Overview narrative' }).inputValue();
      await again.context.close();

      const must = typed.findLast(({ at }) => at < killed - 300)?.text ?? before;
      assert.ok(kept.startsWith(must), `kept ${kept.length} letters of ${now.length}; ${must.length} must be there`);
      assert.ok(now.startsWith(kept), 'what is there is what was typed');
      assert.ok(must.length > before.length, 'enough was typed to tell');
    });
  }
});
