/**
 * Takes the pictures of the README from the running demo: `node --import tsx docs/pictures.ts`. The work that is shown
 * is generated; every figure on the screen follows from it.
 */
import { join } from 'node:path';
import type { BrowserContextOptions } from 'playwright-core';
import { buildEmbedIfStale } from '../scripts/embed.mjs';
import type { Portfolio } from '../src/model/portfolio.js';
import { savedDraft } from '../test/journeys/helpers/drafts.js';
import { goTo, openDraftFile } from '../test/journeys/helpers/form.js';
import { openSite } from '../test/journeys/helpers/site.js';

/** Most is done: the fourth outcome is being proved, the reflection was begun. */
const inTheMiddle = (work: Portfolio): Portfolio => ({
  ...work,
  artifacts: work.artifacts.map((artifact) => ({ ...artifact, title: artifact.title.replace(/ \d+$/, '') })),
  evidence: work.evidence.slice(0, 9),
  narratives: work.narratives.map((entry) =>
    entry.part === 'part-reflection'
      ? { ...entry, text: { ...entry.text, content: entry.text.content.slice(0, 2) } }
      : entry,
  ),
  attestations: [],
  selfAssessments: [],
});

const pictures: Record<string, BrowserContextOptions> = {
  'form.png': { viewport: { width: 1440, height: 1000 } },
  'form-phone.png': { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
};

await buildEmbedIfStale();
const site = await openSite();
try {
  for (const [name, options] of Object.entries(pictures)) {
    const page = await site.newPage(options);
    await page.goto(`${site.origin}/plain/`);
    // A draft of its own for each: the receiver ties a draft to the device that brought it first.
    await openDraftFile(page, (await savedDraft('collaborative-leadership', { change: inTheMiddle })).file);
    await page.getByRole('button', { name: 'Close', exact: true }).first().click();
    await page.getByText(/On this device and with|2 copies/).waitFor();
    if (options.isMobile)
      await page
        .getByRole('button', { name: /Artifacts/ })
        .first()
        .click();
    await goTo(page, /^4 /);
    await page.getByRole('textbox', { name: 'How does this prove it?' }).waitFor();
    const rubric = page.getByRole('tab', { name: 'Rubric' });
    if (await rubric.count()) await rubric.click();
    await page.mouse.move(0, 0);
    await page.evaluate((phone) => {
      (document.activeElement as HTMLElement | null)?.blur();
      if (phone) scrollTo(0, 0);
      else document.querySelector('mc-portfolio')?.scrollIntoView();
    }, Boolean(options.isMobile));
    await page.waitForTimeout(600);
    await page.screenshot({ path: join(import.meta.dirname, name) });
  }
} finally {
  await site.close();
}
