/** axe-core finds nothing on the main screens, at three widths, in light and dark. */
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { after, before, describe } from 'node:test';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { savedDraft } from './helpers/drafts.js';
import { goTo, openDraftFile } from './helpers/form.js';
import { assertQuiet, openSite, steps, wide, type Site } from './helpers/site.js';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const widths = [1440, 720, 390];

describe('axe-core', () => {
  const step = steps();
  let site: Site;
  let page: Page;

  before(async () => {
    site = await openSite();
    page = await site.newPage();
    await page.goto(`${site.origin}/no-server/`);
    await page.addScriptTag({ path: axe });
  });
  after(() => site?.close());

  /** Looks at the page as it is, at these widths and in both schemes. */
  async function finds(at = widths): Promise<string[]> {
    const found: string[] = [];
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      // One after the other: changed in one frame, Chromium leaves some inherited colours of a container as they were.
      await painted();
      for (const width of at) {
        await page.setViewportSize({ width, height: 900 });
        await painted();
        const { violations } = await page.evaluate(() =>
          (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
        );
        for (const { id, nodes } of violations) {
          found.push(
            ...nodes.map(
              ({ target, failureSummary }) => `${width} ${colorScheme} ${id}: ${target.join(' ')} ${failureSummary}`,
            ),
          );
        }
      }
    }
    await page.setViewportSize(wide);
    return found;
  }

  /** The layout follows the container one frame later, and what is in it another. */
  async function painted(): Promise<void> {
    for (let frame = 0; frame < 4; frame += 1) {
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    }
  }

  const quiet = async () => assert.deepEqual(await finds(), []);

  step('the first screen', async () => {
    await page.getByRole('button', { name: 'Begin', exact: true }).waitFor();
    await quiet();
  });

  step('a narrative', async () => {
    const { file } = await savedDraft('professional-learning');
    await openDraftFile(page, file);
    await page.getByText('The draft file was opened.').waitFor();
    await goTo(page, /Overview narrative/);
    await page.getByRole('textbox', { name: 'Overview narrative' }).waitFor();
    await quiet();
  });

  step('a sheet on a phone', async () => {
    await page.setViewportSize({ width: 390, height: 900 });
    for (const name of [/Open the list of what is asked/, 'Questions', 'Rubric']) {
      await page.getByRole('button', { name, ...(typeof name === 'string' && { exact: true }) }).click();
      await page.getByRole('dialog').waitFor();
      assert.deepEqual(await finds([390]), []);
      await page.setViewportSize({ width: 390, height: 900 });
      await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
    }
    await page.setViewportSize(wide);
  });

  step('the artifacts', async () => {
    await goTo(page, /Artifacts/);
    await page.getByRole('article').first().waitFor();
    await page.getByRole('button', { name: /^Edit/ }).first().click();
    await quiet();
  });

  step('an outcome, with a detail in work', async () => {
    await goTo(page, /A culture of trust/);
    await page.getByRole('button', { name: /^Edit 1\.a/ }).click();
    await page.getByRole('textbox', { name: 'How does this prove it?' }).waitFor();
    await page.getByRole('button', { name: 'Add another artifact' }).click();
    await page.getByRole('radio').first().waitFor();
    await quiet();
  });

  step('the self-assessment', async () => {
    await goTo(page, /Self-assessment/);
    await page.getByRole('radio').first().waitFor();
    await quiet();
  });

  step('the end, with something missing and with nothing', async () => {
    await goTo(page, /Check and hand in/);
    await page.getByRole('heading', { name: 'Ready to hand in' }).waitFor();
    await page.getByRole('checkbox').first().uncheck();
    await page.getByRole('textbox', { name: 'Your name' }).fill('');
    await page.getByRole('button', { name: /^Fix next/ }).waitFor();
    await quiet();
    await page.getByRole('checkbox').first().check();
    await page.getByRole('textbox', { name: 'Your name' }).fill('Jordan Sample');
    await page.getByRole('heading', { name: 'Ready to hand in' }).waitFor();
    await quiet();
  });

  step('the receipt', async () => {
    await page.getByRole('button', { name: 'Make the package' }).click();
    await page.getByRole('heading', { name: 'Your package is ready' }).waitFor();
    await quiet();
    assertQuiet(page);
  });
});
