/** The credential is revised in the middle of the work. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe } from 'node:test';
import type { Page } from 'playwright-core';
import type { CredentialInput } from '../../src/model/credential.js';
import { root } from '../receiver/setup.js';
import { savedDraft, type SavedDraft } from './helpers/drafts.js';
import { contents, goTo, openDraftFile, workOf } from './helpers/form.js';
import { assertQuiet, openSite, steps, type Site } from './helpers/site.js';

const prompt = 'Who else has taken the program up since?';

/** Version 2: the detail 1.b is gone, and a question is new. */
async function revised(): Promise<CredentialInput> {
  const text = await readFile(join(root, 'demo/credentials/professional-learning.json'), 'utf8');
  const credential = JSON.parse(text) as CredentialInput;
  credential.version = '2.0.0';
  credential.outcomes[0]!.details = credential.outcomes[0]!.details!.filter(({ id }) => id !== 'd-risk');
  credential.rubric!.criteria = credential.rubric!.criteria.filter(
    ({ target }) => !('detail' in target) || target.detail !== 'd-risk',
  );
  const overview = credential.parts[0]!;
  if (overview.kind === 'narrative') overview.prompts.push({ id: 'q-since', kind: 'question', text: prompt });
  return credential;
}

describe('the credential is revised in mid-draft', () => {
  const step = steps();
  let site: Site;
  let page: Page;
  let draft: SavedDraft;
  let version2 = false;

  before(async () => {
    site = await openSite();
    page = await site.newPage();
    draft = await savedDraft('professional-learning');
    const body = JSON.stringify(await revised());
    await page.route('**/professional-learning.json', (route) =>
      version2 ? route.fulfill({ contentType: 'application/json', body }) : route.fallback(),
    );
    await page.goto(`${site.origin}/no-server/`);
    await openDraftFile(page, draft.file);
    await page.getByText('12 of 12 details').first().waitFor();
  });
  after(() => site?.close());

  step('goes on with the version it was begun with, and says that there is another', async () => {
    version2 = true;
    await page.reload();
    await page.getByRole('button', { name: /^Continue the draft/ }).click();
    await page.getByText(/The credential was revised: version 2\.0\.0/).waitFor();
    await page.getByText('12 of 12 details').first().waitFor();
    assert.equal((await workOf(page)).credential.digest, draft.portfolio.credential.digest);
  });

  step('shows what changed and what of the work would lose its place', async () => {
    await page.getByRole('button', { name: 'See what changed' }).click();
    const note = page.getByRole('region', { name: 'Revised credential' });
    await note.getByText(prompt).waitFor();
    await note
      .getByText(/Makes risk safe/)
      .first()
      .waitFor();
    await note
      .getByText(/No longer asked/)
      .first()
      .waitFor();
    await note.getByText(/1 explanation with its proof/).waitFor();
  });

  step('sets aside what has no place, and loses nothing', async () => {
    const before = await workOf(page);
    const lost = before.evidence.find(({ detail }) => detail === 'd-risk')!;
    await page.getByRole('button', { name: 'Go on with the new version' }).click();
    await page.getByText('11 of 11 details').first().waitFor();
    const now = await workOf(page);
    assert.equal(now.credential.version, '2.0.0');
    assert.deepEqual(now.narratives, before.narratives);
    assert.deepEqual(
      now.evidence,
      before.evidence.filter((each) => each !== lost),
    );
    assert.deepEqual(now.setAside.map(({ content }) => content.kind).sort(), ['evidence', 'self-assessment']);

    await goTo(page, /Set aside/);
    await page.getByRole('heading', { name: 'Without a place' }).waitFor();
    await page.getByText(lost.explanation).waitFor();
    await goTo(page, /Overview narrative/);
    await page.getByRole('tabpanel', { name: 'Questions' }).getByText(prompt).waitFor();
    assert.equal(await contents(page).getByText('Makes risk safe').count(), 0);
  });

  step('stays so after a reload', async () => {
    await page.waitForTimeout(300);
    await page.reload();
    await page.getByRole('button', { name: /^Continue the draft/ }).click();
    await page.getByText('11 of 11 details').first().waitFor();
    assert.equal(await page.getByText(/The credential was revised/).count(), 0);
    await goTo(page, /Set aside/);
    await page.getByRole('heading', { name: 'Without a place' }).waitFor();
    assertQuiet(page);
  });
});
