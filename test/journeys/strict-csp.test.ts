/** The whole job under the strict policy with Trusted Types: nothing is violated. */
import assert from 'node:assert/strict';
import { after, before, describe } from 'node:test';
import type { Page } from 'playwright-core';
import { strictPolicy } from '../../demo/receiver/static.js';
import { makePng } from '../fixtures/files.js';
import { saveCopy } from './helpers/downloads.js';
import { savedDraft } from './helpers/drafts.js';
import {
  chooseFiles,
  chosen,
  confirmAll,
  fillApplicant,
  goTo,
  openDraftFile,
  prose,
  proveOpenDetail,
} from './helpers/form.js';
import { complaintsOf, openSite, steps, wide, type Site } from './helpers/site.js';

describe('the whole job under the strict policy', () => {
  const step = steps();
  const violations: string[] = [];
  let site: Site;
  let page: Page;

  before(async () => {
    site = await openSite();
    page = await site.newPage();
    await page.exposeFunction('tellViolation', (line: string) => void violations.push(line));
    await page.addInitScript(() => {
      document.addEventListener(
        'securitypolicyviolation',
        ({ violatedDirective, blockedURI, sourceFile, lineNumber, sample }) => {
          const tell = (globalThis as unknown as { tellViolation(line: string): void }).tellViolation;
          tell(`${violatedDirective}: ${blockedURI} ${sample} (${sourceFile}:${lineNumber})`);
        },
      );
    });
  });
  after(() => site?.close());

  step('is really under the policy', async () => {
    const answer = await page.goto(`${site.origin}/strict/`);
    assert.equal(answer?.headers()['content-security-policy'], strictPolicy);
    assert.match(strictPolicy, /default-src 'none'/);
    assert.match(strictPolicy, /require-trusted-types-for 'script'/);
  });

  step('writes, adds and sends files, proves, looks at everything there is', async () => {
    const { file } = await savedDraft('collaborative-leadership', {
      applicant: false,
      change: (work) => ({
        ...work,
        narratives: work.narratives.filter(({ part }) => part !== 'part-reflection'),
        evidence: work.evidence.filter(({ detail }) => detail !== 'd-protocol'),
        attestations: [],
      }),
    });
    await openDraftFile(page, file);
    await page.getByText('13 of 14 details').first().waitFor();
    await goTo(page, /What is asked/);
    await goTo(page, /Reflection/);
    await page.getByRole('textbox', { name: 'Reflection' }).fill(prose(520));
    await page.getByRole('tab', { name: 'Rubric' }).click();
    await page.getByRole('button', { name: 'Why this number?' }).click();
    await goTo(page, /Artifacts/);
    await chooseFiles(page, [chosen({ name: 'Whiteboard.png', type: 'image/png', bytes: makePng(300, 200) })]);
    await page.getByRole('article', { name: 'Whiteboard' }).getByText('Arrived and checked').waitFor();
    await goTo(page, /Conflict and problem solving/);
    await proveOpenDetail(page, {
      artifact: 'Planning protocol',
      place: 'p. 2',
      explanation: 'Page 2 has the protocol.',
    });
    await goTo(page, /Self-assessment/);
    await page.getByRole('radio').first().waitFor();
    await page.getByRole('button', { name: /^Where your work is/ }).click();
    await page.keyboard.press('Escape');
    await saveCopy(page);
    for (const width of [720, 390]) {
      await page.setViewportSize({ width, height: 844 });
      await page.getByRole('button', { name: /Open the list of what is asked/ }).click();
      await page
        .getByRole('dialog')
        .getByRole('button', { name: /Overview narrative/ })
        .click();
      await page.getByRole('button', { name: 'Questions' }).first().click();
      await page.getByRole('dialog').waitFor();
      await page.keyboard.press('Escape');
    }
    await page.setViewportSize(wide);
  });

  step('hands in', async () => {
    await goTo(page, /Check and hand in/);
    await fillApplicant(page, { name: 'Zebulon Quackenbush', email: 'zebulon@example.com' });
    await confirmAll(page);
    await page.getByRole('button', { name: 'Hand in', exact: true }).click();
    await page.getByRole('heading', { name: 'Handed in', exact: true }).waitFor();
    await page.getByText('Checksums (SHA-256)').click();
  });

  step('violates nothing and complains of nothing', async () => {
    await page.waitForTimeout(200);
    console.log(
      'Violations of the policy:',
      JSON.stringify(violations),
      '· complaints in the console:',
      JSON.stringify(complaintsOf(page)),
    );
    assert.deepEqual(violations, []);
    assert.deepEqual(complaintsOf(page), []);
  });
});
