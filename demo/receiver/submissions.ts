/** Handing in: checked with the same model as in the browser, kept once, answered with the same receipt for ever. */
import { Hono, type Context } from 'hono';
import type { Applicant } from '../../src/model/applicant.js';
import { canonicalJson, digestOf } from '../../src/model/digest.js';
import { parseApplicant, parseSubmission } from '../../src/model/parse.js';
import type { Receipt, Submission } from '../../src/model/submission.js';
import { openPortfolio, type PortfolioRow } from './access.js';
import { requireCredential } from './credentials.js';
import type { Queries } from './db.js';
import { arrivedFiles, settleAll, type ArrivedFile } from './files.js';
import { blockingFindings, requireTrueAccount } from './judge.js';
import { readJson, requireParsed } from './http.js';
import type { Place } from './place.js';
import { badRequest, blocked, mismatch, notFound } from './problems.js';
import { addStageEvent, requireEditable, requireUpToDate, statedRevision } from './revisions.js';

/** What a hand-in brings. */
interface HandIn {
  submission: Submission;
  applicant: Applicant;
  revision: number;
}

/** Handing in, and reading what was handed in. */
export function submissionRoutes(place: Place): Hono {
  const routes = new Hono();
  const { database, files } = place;

  routes.put('/portfolios/:id/submissions/:submission', async (context) => {
    const { id } = context.req.param();
    const authorization = context.req.header('Authorization');
    await openPortfolio(database, id, authorization);
    const handIn = await readHandIn(context, place);
    const digest = await digestOf(handIn.submission);
    // Hashing large files takes long: before the transaction, not in it.
    await settleAll(database, files, id);
    return database.transaction(async (queries) => {
      const row = await openPortfolio(queries, id, authorization, { lock: true });
      const known = await receiptOf(queries, id, handIn.submission.id, digest);
      if (known) return context.json(known, 200);
      const arrived = await judge(queries, row, handIn, place);
      return context.json(await keep(queries, handIn, digest, arrived, place.now()), 201);
    });
  });

  routes.get('/portfolios/:id/submissions/:submission', async (context) => {
    const { id, submission } = context.req.param();
    await openPortfolio(database, id, context.req.header('Authorization'));
    const [row] = await database.query<{ document: string; receipt: string }>(
      'select document, receipt from submissions where portfolio = $1 and id = $2',
      [id, submission],
    );
    if (!row) throw notFound('submission');
    return context.json({ submission: JSON.parse(row.document), receipt: JSON.parse(row.receipt) });
  });

  return routes;
}

async function readHandIn(context: Context, { maxJsonBytes }: Place): Promise<HandIn> {
  const body = await readJson(context, maxJsonBytes);
  const revision = statedRevision(body.revision, context.req.header('If-Match'));
  requireParsed(parseSubmission(body.submission), 'submission');
  requireParsed(parseApplicant(body.applicant), 'applicant');
  // As they arrived: the readers above fill in what was left out, and the digest speaks of what arrived.
  const { submission, applicant } = body as unknown as HandIn;
  const { id, submission: name } = context.req.param();
  if (submission.id !== name) throw badRequest('The submission has another id than the address.');
  if (submission.portfolio.id !== id) throw badRequest('The submission is of another portfolio than the address.');
  if (applicant.portfolio !== id) throw badRequest('The applicant belongs to another portfolio.');
  return { submission, applicant, revision };
}

/** The receipt that was given for this very submission, if it was. The same id with other content is refused. */
async function receiptOf(
  queries: Queries,
  portfolio: string,
  id: string,
  digest: string,
): Promise<Receipt | undefined> {
  const [row] = await queries.query<{ digest: string; receipt: string }>(
    'select digest, receipt from submissions where portfolio = $1 and id = $2',
    [portfolio, id],
  );
  if (!row) return undefined;
  if (row.digest !== digest) throw mismatch('A submission of this id was received before, with other content.');
  return JSON.parse(row.receipt) as Receipt;
}

/** Refuses what cannot be handed in; returns the files that go with it. */
async function judge(
  queries: Queries,
  row: PortfolioRow,
  handIn: HandIn,
  place: Place,
): Promise<Map<string, ArrivedFile>> {
  const { submission, applicant, revision } = handIn;
  await requireEditable(queries, row);
  await requireUpToDate(queries, row, revision);
  if (canonicalJson(submission.portfolio) !== canonicalJson(JSON.parse(row.document))) {
    throw mismatch(`The portfolio in the submission is not the one received as revision ${row.revision}.`);
  }
  const credential = requireCredential(place.credentials, submission.credential);
  const arrived = await arrivedFiles(queries, place.files, row.id);
  requireTrueAccount(credential, submission);
  const findings = blockingFindings(credential, submission, applicant, arrived);
  if (findings.length > 0) throw blocked(findings);
  return arrived;
}

async function keep(
  queries: Queries,
  { submission, applicant, revision }: HandIn,
  digest: string,
  arrived: Map<string, ArrivedFile>,
  now: Date,
): Promise<Receipt> {
  const at = now.toISOString();
  const [next] = await queries.query<{ number: number }>(`select nextval('receipt_numbers') as number`);
  const receipt: Receipt = {
    number: `MC-${now.getUTCFullYear()}-${String(next!.number).padStart(6, '0')}`,
    submission: submission.id,
    at,
    digest,
    files: submission.files,
    words: {
      profile: submission.words.profile,
      total: submission.words.counts.reduce((sum, { words }) => sum + words, 0),
    },
  };
  const portfolio = submission.portfolio.id;
  await queries.query(
    `insert into submissions (portfolio, id, revision, digest, document, receipt, received_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [portfolio, submission.id, revision, digest, JSON.stringify(submission), JSON.stringify(receipt), at],
  );
  await queries.query('insert into applicants (portfolio, submission, document) values ($1, $2, $3)', [
    portfolio,
    submission.id,
    JSON.stringify(applicant),
  ]);
  for (const { id } of submission.files) {
    await queries.query('insert into submission_files (portfolio, submission, file, upload) values ($1, $2, $3, $4)', [
      portfolio,
      submission.id,
      id,
      arrived.get(id)!.upload,
    ]);
  }
  await addStageEvent(queries, portfolio, { id: submission.id, kind: 'submit', at, submission: submission.id });
  return receipt;
}
