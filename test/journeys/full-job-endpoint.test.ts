/** The whole job by hand on the plain page, handed in to the receiver, and what arrived there byte for byte. */
import assert from 'node:assert/strict';
import { after, before, describe } from 'node:test';
import type { Page } from 'playwright-core';
import { canonicalJson, digestOf } from '../../src/model/digest.js';
import type { Portfolio } from '../../src/model/portfolio.js';
import type { Receipt, Submission } from '../../src/model/submission.js';
import { exeNamedPdf, makePdf } from '../fixtures/files.js';
import { sha256 } from '../receiver/setup.js';
import { sampleCredential } from './helpers/drafts.js';
import {
  begin,
  chooseFiles,
  chosen,
  confirmAll,
  dropFiles,
  fillApplicant,
  goTo,
  proveOpenDetail,
  prose,
  workOf,
} from './helpers/form.js';
import { assertQuiet, openSite, steps, type Site } from './helpers/site.js';

const pdf = (title: string, pages: number) =>
  chosen({
    name: `${title}.pdf`,
    type: 'application/pdf',
    bytes: makePdf({ pages, text: (page) => `${title}, page ${page}` }),
  });

const files = [pdf('Meeting protocol', 4), pdf('Survey report', 6), pdf('Growth plan', 3)];
const person = { name: 'Zebulon Quackenbush', email: 'zebulon@example.com' };

describe('the whole job, handed in to an endpoint', () => {
  const step = steps();
  let site: Site;
  let page: Page;
  let submitted = 0;

  before(async () => {
    site = await openSite();
    page = await site.newPage();
    page.on('request', (request) => {
      if (request.method() === 'PUT' && request.url().includes('/submissions/')) submitted += 1;
    });
  });
  after(() => site?.close());

  step('writes, adds artifacts, proves every detail, confirms', async () => {
    await page.goto(`${site.origin}/plain/`);
    await begin(page);

    const overview = page.getByRole('textbox', { name: 'Overview narrative' });
    await overview.click();
    await page.keyboard.type('We opened the staff meeting to everyone whom the schedule would touch.');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.keyboard.insertText(prose(1000));
    await page.getByText(/1,012 words · minimum reached/).waitFor();

    await goTo(page, /Reflection/);
    const reflection = page.getByRole('textbox', { name: 'Reflection' });
    await reflection.fill(prose(499, 2));
    await page.getByText(/499 words · 1 to go/).waitFor();
    await reflection.press('Control+End');
    await page.keyboard.type(' Onwards.');
    await page.getByText(/500 words · minimum reached/).waitFor();

    await goTo(page, /Artifacts/);
    await chooseFiles(page, [files[0]!, chosen(exeNamedPdf())]);
    await page.getByRole('article', { name: 'Meeting protocol' }).waitFor();
    await page.getByText(/What is in this file is not what the ending of its name says/).waitFor();
    await dropFiles(page.getByRole('button', { name: 'Add files' }), files.slice(1));
    await page.getByRole('article', { name: 'Growth plan' }).waitFor();
    assert.equal((await workOf(page)).artifacts.length, 3);

    const credential = await sampleCredential('collaborative-leadership');
    const prove = async (
      { code, statement, title }: { code?: string | undefined; statement: string; title?: string | undefined },
      at: number,
    ) => {
      await page.getByRole('heading', { name: `${code} ${statement}` }).waitFor();
      await proveOpenDetail(page, {
        artifact: ['Meeting protocol', 'Survey report', 'Growth plan'][at % 3]!,
        place: ['p. 2', 'pp. 3-4', 'p. 1'][at % 3]!,
        explanation: `This shows ${title}: ${prose(20, at + 10)}`,
      });
    };
    const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
    const skipped = credential.outcomes[2]!.details[1]!;
    await goTo(page, new RegExp(credential.outcomes[0]!.title!));
    for (const [nth, outcome] of credential.outcomes.entries()) {
      const details = outcome.details.filter((detail) => detail !== skipped);
      for (const [at, detail] of details.entries()) {
        await prove(detail, at + nth);
        const next = details[at + 1];
        const following = credential.outcomes[nth + 1];
        if (next && detail.code === '3.a') await press(`Begin ${next.code}`);
        else if (next) await press(`Next: ${next.code} ${next.title}`);
        else if (following) await press(`Next: ${following.code} ${following.title}`);
      }
    }
    await page.getByText('13 of 14 details').waitFor();
    await goTo(page, /Check and hand in/);
    await press(`Fix next: ${skipped.code} ${skipped.title}`);
    await prove(skipped, 1);
    await page.getByText('14 of 14 details').waitFor();

    await goTo(page, /Check and hand in/);
    await fillApplicant(page, person);
    await confirmAll(page);
    await page.getByRole('heading', { name: 'Ready to hand in' }).waitFor();
  });

  step('clears what was confirmed when the work changes after it, and says so', async () => {
    await goTo(page, /Reflection/);
    await page.getByRole('textbox', { name: 'Reflection' }).press('Control+End');
    await page.keyboard.type(' And on.');
    await goTo(page, /Check and hand in/);
    await page
      .getByText(/after you confirmed this/)
      .first()
      .waitFor();
    await page.getByRole('button', { name: /^Fix next/ }).waitFor();
    await confirmAll(page);
    await page.getByRole('heading', { name: 'Ready to hand in' }).waitFor();
  });

  let work: Portfolio;

  step('is handed in once, though the button is pressed twice and the first answer is lost', async () => {
    work = await workOf(page);
    let lost = 0;
    await page.route('**/submissions/**', async (route) => {
      if (lost > 0) return route.fallback();
      lost += 1;
      const answer = await route.fetch();
      assert.equal(answer.status(), 201);
      await route.abort('connectionreset');
    });
    const button = page.getByRole('button', { name: 'Hand in', exact: true });
    await button.dblclick();
    await page.getByRole('heading', { name: 'Handed in', exact: true }).waitFor();
    assert.equal(lost, 1);
    assert.ok(submitted >= 2, 'the lost answer makes it ask again');
    const [kept] = await site.receiver.database.query<{ count: number }>(
      'select count(*)::int as count from submissions',
    );
    assert.equal(kept?.count, 1);
  });

  step('arrived byte for byte, the person apart from the work', async () => {
    const { query } = site.receiver.database;
    const [row] = await query<{ portfolio: string; id: string; document: string; receipt: string }>(
      'select portfolio, id, document, receipt from submissions',
    );
    const submission = JSON.parse(row!.document) as Submission;
    const receipt = JSON.parse(row!.receipt) as Receipt;
    assert.equal(canonicalJson(submission.portfolio), canonicalJson(work));
    assert.equal(receipt.digest, await digestOf(submission));
    await page.getByText(receipt.number, { exact: true }).waitFor();

    assert.deepEqual(receipt.files.map(({ name }) => name).sort(), files.map(({ name }) => name).sort());
    const received = await fetch(`${site.origin}/received`).then((answer) => answer.text());
    for (const { name, buffer } of files) {
      const about = receipt.files.find((file) => file.name === name)!;
      assert.equal(about.sha256, sha256(buffer));
      const [, link] = new RegExp(`href="([^"]+)">${name}</a>`).exec(received) ?? [];
      const content = await fetch(new URL(link!, site.origin));
      const bytes = Buffer.from(await content.arrayBuffer());
      assert.equal(sha256(bytes), sha256(buffer));
      assert.deepEqual(bytes, buffer);
    }

    const [applicant] = await query<{ document: string }>('select document from applicants');
    assert.equal(JSON.parse(applicant!.document).name, person.name);
    assert.equal(JSON.parse(applicant!.document).email, person.email);
    for (const table of ['submissions', 'portfolios', 'changes', 'uploads']) {
      const rows = JSON.stringify(await query(`select * from ${table}`));
      assert.ok(rows.length > 2, table);
      assert.doesNotMatch(rows, /Quackenbush|zebulon/i, table);
    }
    assert.doesNotMatch(site.log.join('\n'), /Quackenbush|zebulon/i);

    assert.match(received, new RegExp(receipt.number));
    assert.match(received, new RegExp(receipt.digest));
  });

  step('shows the same receipt after a reload, and the work as it was sent', async () => {
    const number = await page.getByText(/^MC-\d{4}-\d{6}$/).textContent();
    await page.reload();
    await page.getByRole('button', { name: /^Continue the draft/ }).click();
    await page.getByRole('heading', { name: 'Handed in', exact: true }).waitFor();
    await page.getByText(number!, { exact: true }).waitFor();
    assert.equal(canonicalJson(await workOf(page)), canonicalJson(work));
    await goTo(page, /Reflection/);
    await page.getByText('This was handed in. You see it as it was sent.').waitFor();
    assert.equal(await page.getByRole('textbox', { name: 'Reflection' }).count(), 0);
    assertQuiet(page, /ERR_CONNECTION_RESET/);
    assert.deepEqual(site.faults, []);
  });
});
