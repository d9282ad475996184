/** The whole job where there is no server: a person goes on with a saved draft, finishes it, and gets the package. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { after, before, describe } from 'node:test';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { canonicalJson, digestOf } from '../../src/model/digest.js';
import type { Portfolio } from '../../src/model/portfolio.js';
import { readPackage } from '../../src/transport/package.js';
import { makePdf } from '../fixtures/files.js';
import { generatedFiles } from '../fixtures/generate.js';
import { sha256 } from '../receiver/setup.js';
import { savedBy } from './helpers/downloads.js';
import { savedDraft, type SavedDraft } from './helpers/drafts.js';
import {
  chooseFiles,
  chosen,
  confirmAll,
  fillApplicant,
  goTo,
  openDraftFile,
  prose,
  proveOpenDetail,
  workOf,
  type Chosen,
} from './helpers/form.js';
import { assertQuiet, openSite, steps, type Site } from './helpers/site.js';

const extra = chosen({ name: 'Schedule.pdf', type: 'application/pdf', bytes: makePdf({ pages: 2 }) });

describe('the whole job, made into a package', () => {
  const step = steps();
  let site: Site;
  let page: Page;
  let draft: SavedDraft;
  let work: Portfolio;
  let made: Chosen & { path: string };

  before(async () => {
    site = await openSite();
    page = await site.newPage();
    // The first outcome and the reflection are still to be done, and nothing is confirmed.
    draft = await savedDraft('professional-learning', {
      applicant: false,
      change: (done) => ({
        ...done,
        narratives: done.narratives.filter(({ part }) => part !== 'part-reflection'),
        evidence: done.evidence.filter(({ detail }) => !['d-trust', 'd-risk', 'd-learner'].includes(detail)),
        attestations: [],
      }),
    });
  });
  after(() => site?.close());

  step('opens the saved draft and finishes it', async () => {
    await page.goto(`${site.origin}/no-server/`);
    await openDraftFile(page, draft.file);
    await page.getByText('The draft file was opened.').waitFor();
    await page.getByText('9 of 12 details').waitFor();

    await goTo(page, /Reflection/);
    await page.getByRole('textbox', { name: 'Reflection' }).fill(prose(500, 5));

    await goTo(page, /Artifacts/);
    await chooseFiles(page, [extra]);
    await page.getByRole('article', { name: 'Schedule' }).waitFor();

    await goTo(page, /A culture of trust/);
    for (const code of ['1.a', '1.b', '1.c']) {
      await page.getByRole('heading', { name: new RegExp(`^${code} `), level: 4 }).waitFor();
      await proveOpenDetail(page, { artifact: 'Schedule', place: 'p. 2', explanation: `Page 2 shows it (${code}).` });
      if (code !== '1.c')
        await page
          .getByRole('button', { name: /^Next: 1\./ })
          .first()
          .click();
    }
    await page.getByText('12 of 12 details').waitFor();

    await goTo(page, /Check and hand in/);
    await fillApplicant(page, { name: 'Zebulon Quackenbush', email: 'zebulon@example.com' });
    await confirmAll(page);
    await page.getByRole('heading', { name: 'Ready to hand in' }).waitFor();
  });

  step('makes the package once, though the button is pressed twice', async () => {
    work = await workOf(page);
    let downloads = 0;
    page.on('download', () => (downloads += 1));
    made = await savedBy(page, () => page.getByRole('button', { name: 'Make the package' }).dblclick());
    await page.getByRole('heading', { name: 'Your package is ready' }).waitFor();
    assert.equal(downloads, 1);
  });

  step('holds the whole work byte for byte', async () => {
    const content = await readPackage(new Blob([made.buffer]));
    assert.deepEqual(content.faults, []);
    assert.equal(content.kind, 'submission');
    const { submission, credential, applicant } = content;
    assert.ok(submission && credential && applicant);
    assert.equal(canonicalJson(submission.portfolio), canonicalJson(work));
    assert.equal(canonicalJson(credential), canonicalJson(draft.credential));
    assert.equal(applicant.name, 'Zebulon Quackenbush');

    const bytes = new Map([...generatedFiles(draft.portfolio)].map(([id, file]) => [id, Buffer.from(file.bytes)]));
    const added = work.artifacts.find(({ title }) => title === 'Schedule')!.file!;
    bytes.set(added.id, extra.buffer);
    assert.deepEqual(content.files.map(({ id }) => id).sort(), [...bytes.keys()].sort());
    for (const file of content.files) {
      const found = Buffer.from(await (await file.open()).arrayBuffer());
      assert.deepEqual(found, bytes.get(file.id));
      assert.equal(submission.files.find(({ id }) => id === file.id)!.sha256, sha256(found));
    }

    const number = submission.id.slice(0, 8).toUpperCase();
    await page.getByText(number, { exact: true }).waitFor();
    await page.getByText('Checksums (SHA-256)').click();
    await page.getByText(await digestOf(submission)).waitFor();
  });

  step('is a ZIP that other programs read, with the person in a file of their own', async () => {
    const { stdout } = await promisify(execFile)('unzip', ['-t', made.path]);
    assert.match(stdout, /No errors detected/);
    const list = await promisify(execFile)('unzip', ['-Z1', made.path]);
    const members = list.stdout.trim().split('\n');
    for (const member of members) {
      assert.doesNotMatch(member, /quackenbush|zebulon/i);
      if (member === 'applicant.json') continue;
      const { stdout: text } = await promisify(execFile)('unzip', ['-p', made.path, member], { maxBuffer: 1e8 });
      assert.doesNotMatch(text, /quackenbush|zebulon/i, member);
    }
    assert.ok(members.includes('index.html'));
  });

  step('can be saved again, and changed and made anew', async () => {
    const again = await savedBy(page, () => page.getByRole('button', { name: 'Save the package again' }).click());
    const { submission } = await readPackage(new Blob([again.buffer]));
    const { submission: first } = await readPackage(new Blob([made.buffer]));
    assert.equal(canonicalJson(submission), canonicalJson(first));

    await page.getByRole('button', { name: 'Change and hand in again' }).click();
    await goTo(page, /Reflection/);
    await page.getByRole('textbox', { name: 'Reflection' }).press('Control+End');
    await page.keyboard.type(' One sentence more.');
    await goTo(page, /Check and hand in/);
    await confirmAll(page);
    const second = await savedBy(page, () => page.getByRole('button', { name: 'Make the package' }).click());
    const later = await readPackage(new Blob([second.buffer]));
    assert.equal(later.submission?.attempt, 2);
    assert.match(JSON.stringify(later.submission?.portfolio), /One sentence more/);
    assertQuiet(page);
  });
});
