/** What arrived, as a page for the site owner of the demo: on this machine only. */
import { getConnInfo } from '@hono/node-server/conninfo';
import { Hono, type MiddlewareHandler } from 'hono';
import { html } from 'hono/html';
import type { Applicant } from '../../src/model/applicant.js';
import type { Receipt, Submission } from '../../src/model/submission.js';
import { messagesIn } from '../../src/locales/locale.js';
import { packageMessages } from '../../src/locales/package.js';
import { fileOfMember, memberOfFile } from '../../src/transport/package-format.js';
import { readablePage } from '../../src/transport/readable-page.js';
import { attachment } from './attachment.js';
import type { Place } from './place.js';
import { notFound, Problem } from './problems.js';

interface Received {
  portfolio: string;
  submission: string;
  document: string;
  receipt: string;
  applicant: string;
}

/** `/received`: every submission with who sent it and its files. */
export function receivedRoutes({ database, files, credentials }: Place): Hono {
  const routes = new Hono();
  routes.use(thisMachineOnly);

  routes.get('/', async (context) => {
    const rows = await database.query<Received>(
      `select s.portfolio, s.id as submission, s.document, s.receipt, a.document as applicant
       from submissions s join applicants a on a.portfolio = s.portfolio and a.submission = s.id
       order by s.received_at desc, s.id`,
    );
    context.header(
      'Content-Security-Policy',
      "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'",
    );
    context.header('Cache-Control', 'no-store');
    return context.html(page(rows, (digest) => credentials.get(digest)?.title ?? 'Unknown credential'));
  });

  // The page that a package holds too: what was written, what proves what, and where to look.
  routes.get('/:portfolio/:submission/', async (context) => {
    const { portfolio, submission } = context.req.param();
    const [row] = await database.query<{ document: string }>(
      'select document from submissions where portfolio = $1 and id = $2',
      [portfolio, submission],
    );
    const { portfolio: work, credential: pin } = row
      ? (JSON.parse(row.document) as Submission)
      : { portfolio: undefined, credential: undefined };
    const credential = pin && credentials.get(pin.digest);
    if (!work || !credential) throw notFound('submission');
    const words = await messagesIn(packageMessages, credential.language);
    context.header(
      'Content-Security-Policy',
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'",
    );
    context.header('Cache-Control', 'no-store');
    return context.html(readablePage({ credential, portfolio: work, missing: [], words }));
  });

  routes.get('/:portfolio/:submission/files/:file/:name', async (context) => {
    const { portfolio, submission, file: segment, name } = context.req.param();
    const file = fileOfMember(`files/${segment}/${name}`)?.id ?? '';
    const [row] = await database.query<{ upload: string; name: string; size: number }>(
      `select f.upload, u.name, u.size from submission_files f join uploads u on u.id = f.upload
       where f.portfolio = $1 and f.submission = $2 and f.file = $3`,
      [portfolio, submission, file],
    );
    if (!row) throw notFound('file');
    return attachment(files.read(row.upload), row);
  });

  return routes;
}

/** Neither another machine nor a page of another site (by a name that leads here) may read who sent what. */
const thisMachineOnly: MiddlewareHandler = async (context, next) => {
  const { hostname } = new URL(context.req.url);
  const address = getConnInfo(context).remote.address ?? '';
  if (!/^(localhost|127\.0\.0\.1|\[::1\])$/.test(hostname) || !/^(127\.|::1$|::ffff:127\.)/.test(address)) {
    throw new Problem(403, 'this-machine-only', {
      title: 'Only on the machine itself',
      detail: 'This page shows who sent what, and is open on the receiver’s own machine only.',
      remedy: 'Open it there, at http://localhost and the port.',
    });
  }
  await next();
};

function page(rows: Received[], titleOf: (digest: string) => string) {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Received</title>
        <link rel="stylesheet" href="/received.css" />
      </head>
      <body>
        <main>
          <h1>Received</h1>
          <p>${rows.length === 0 ? 'Nothing has been handed in yet.' : `Handed in so far: ${rows.length}. The newest is first.`}</p>
          ${rows.map((row) => entry(row, titleOf))}
        </main>
      </body>
    </html>`;
}

function entry(row: Received, titleOf: (digest: string) => string) {
  const receipt = JSON.parse(row.receipt) as Receipt;
  const submission = JSON.parse(row.document) as Submission;
  const applicant = JSON.parse(row.applicant) as Applicant;
  const path = `/received/${encodeURIComponent(row.portfolio)}/${encodeURIComponent(row.submission)}`;
  return html`<article>
    <h2>${receipt.number}</h2>
    <dl>
      <dt>Credential</dt>
      <dd>${titleOf(submission.credential.digest)}, version ${submission.credential.version}</dd>
      <dt>From</dt>
      <dd>${applicant.name}, <a href="mailto:${encodeURIComponent(applicant.email)}">${applicant.email}</a></dd>
      <dt>Received</dt>
      <dd><time datetime="${receipt.at}">${receipt.at}</time>, attempt ${submission.attempt}</dd>
      <dt>Work</dt>
      <dd><a href="${path}/">Read it, with what proves what and where to look</a></dd>
      <dt>Words</dt>
      <dd>${receipt.words?.total ?? 0}</dd>
      <dt>Digest</dt>
      <dd><code>${receipt.digest}</code></dd>
      <dt>Files</dt>
      <dd>
        <ul>
          ${receipt.files.map(
            ({ id, name, size, sha256 }) =>
              html`<li><a href="${path}/${addressOf(memberOfFile(id, name))}">${name}</a>, ${size} bytes, SHA-256 <code>${sha256}</code></li>`,
          )}
        </ul>
      </dd>
    </dl>
  </article>`;
}

/** A member of a package as an address beside the page, as the page itself names it. */
const addressOf = (member: string) => member.split('/').map(encodeURIComponent).join('/');
