/** The HTTP side of files: tus for what comes, plain requests for what is asked. */
import { FileStore } from '@tus/file-store';
import { Server as TusServer, type Upload } from '@tus/server';
import { Hono } from 'hono';
import { openPortfolio } from './access.js';
import { attachment } from './attachment.js';
import { arrivedFiles, settle, settleAll, type UploadRow } from './files.js';
import type { Place } from './place.js';
import { asProblem, badRequest, methodNotAllowed, notFound, Problem, tooLarge } from './problems.js';

/** Uploads and files of a portfolio. Every request carries the secret of the portfolio that the file belongs to. */
export function fileRoutes(place: Place): Hono {
  const routes = new Hono();
  const { database, files } = place;
  const tus = tusServer(place);

  routes.on(['OPTIONS', 'POST', 'GET', 'PATCH', 'DELETE'], ['/files', '/files/', '/files/:upload'], async (context) => {
    // HEAD comes here as GET. The upload server would give bytes to whoever asks with GET.
    if (context.req.method === 'GET') throw methodNotAllowed();
    const answer = await tus.handleWeb(keepingWhatComes(context.req.raw));
    if (context.req.method === 'DELETE' && answer.ok) {
      await database.query('delete from uploads where id = $1', [context.req.param('upload')]);
    }
    return answer.ok ? answer : asProblemAnswer(answer, place);
  });
  routes.get('/portfolios/:id/files/:file', async (context) => {
    const { id, file } = context.req.param();
    await openPortfolio(database, id, context.req.header('Authorization'));
    await settleAll(database, files, id, file);
    const arrived = (await arrivedFiles(database, files, id)).get(file);
    if (arrived) return context.json({ id: file, size: arrived.size, arrived: true, sha256: arrived.sha256 });
    const [begun] = await database.query<UploadRow>(
      'select * from uploads where portfolio = $1 and file = $2 order by created_at desc limit 1',
      [id, file],
    );
    if (!begun) throw notFound('file');
    return context.json({ id: file, size: begun.size, arrived: false });
  });

  routes.get('/portfolios/:id/files/:file/content', async (context) => {
    const { id, file } = context.req.param();
    await openPortfolio(database, id, context.req.header('Authorization'));
    const arrived = (await arrivedFiles(database, files, id)).get(file);
    if (!arrived) throw notFound('file');
    return attachment(files.read(arrived.upload), arrived);
  });

  return routes;
}

/**
 * The same request, but a body whose connection breaks simply ends there: with an error, what had come and was not
 * written yet would be thrown away and have to be sent again.
 */
function keepingWhatComes(request: Request): Request {
  if (!request.body) return request;
  const reader = request.body.getReader();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const piece = await reader.read().catch(() => undefined);
      if (piece?.value) controller.enqueue(piece.value);
      else controller.close();
    },
    cancel: (reason) => reader.cancel(reason),
  });
  return new Request(request, { body, duplex: 'half' } as RequestInit);
}

function tusServer(place: Place): TusServer {
  const { database, files, maxFileBytes } = place;
  const uploadOf = async (id: string) =>
    (await database.query<UploadRow>('select * from uploads where id = $1', [id]))[0];
  return new TusServer({
    path: '/mc/files',
    relativeLocation: true,
    datastore: new FileStore({ directory: files.path }),
    maxSize: maxFileBytes,
    namingFunction: () => files.newId(),
    disableTerminationForFinishedUploads: true,
    onIncomingRequest: async (request, id) => {
      // A new upload has no row yet: `onUploadCreate` asks for its portfolio.
      if (request.method === 'POST') return;
      const upload = await uploadOf(id);
      if (!upload) throw asTusFault(notFound('upload'));
      await openPortfolio(database, upload.portfolio, request.headers.get('Authorization')).catch(throwAsTusFault);
    },
    onUploadCreate: async (request, upload) => {
      await beginUpload(place, upload, request.headers.get('Authorization')).catch(throwAsTusFault);
      return {};
    },
    onUploadFinish: async (_request, { id }) => {
      const upload = await uploadOf(id);
      if (upload) await settle(database, files, upload);
      return {};
    },
  });
}

async function beginUpload({ database, now }: Place, upload: Upload, authorization: string | null): Promise<void> {
  const { portfolio, file, filename } = upload.metadata ?? {};
  if (!portfolio || !file || !filename) throw badRequest('"Upload-Metadata" needs "portfolio", "file" and "filename".');
  if (upload.size === undefined) throw badRequest('The length of a file must be known from the start.');
  await openPortfolio(database, portfolio, authorization);
  const handedIn = await database.query('select 1 from submission_files where portfolio = $1 and file = $2', [
    portfolio,
    file,
  ]);
  if (handedIn.length > 0) {
    throw new Problem(409, 'file-handed-in', {
      title: 'This file was handed in',
      detail: 'A file that was handed in does not change any more.',
      remedy: 'Add the other bytes as a new file.',
    });
  }
  await database.query(
    'insert into uploads (id, portfolio, file, name, size, created_at) values ($1, $2, $3, $4, $5, $6)',
    [upload.id, portfolio, file, filename, upload.size, now().toISOString()],
  );
}

/** The upload server knows faults as a status and a text; ours travel through it as JSON. */
const asTusFault = (problem: Problem) =>
  Object.assign(new Error(problem.code), { status_code: problem.status, body: JSON.stringify(problem.body()) });
const throwAsTusFault = (error: unknown): never => {
  throw asTusFault(asProblem(error));
};

/** What the upload server refused, as Problem Details, with its own headers kept. */
async function asProblemAnswer(answer: Response, { maxFileBytes }: Place): Promise<Response> {
  const text = await answer.text();
  const headers = new Headers(answer.headers);
  headers.delete('Content-Length');
  headers.set('Content-Type', 'application/problem+json');
  if (answer.status === 401) headers.set('WWW-Authenticate', 'Bearer');
  const body = text.startsWith('{')
    ? text
    : JSON.stringify(uploadProblem(answer.status, text.trim(), maxFileBytes).body());
  return new Response(body, { status: answer.status, headers });
}

function uploadProblem(status: number, said: string, maxFileBytes: number): Problem {
  if (status === 413) return tooLarge(maxFileBytes);
  if (status >= 500) return asProblem(undefined);
  return new Problem(status as 400, 'upload', {
    title: 'The upload cannot go on like this',
    detail: said || 'The upload server refused the request.',
    remedy: 'Ask with HEAD how many bytes have arrived, and go on from there; or begin the upload anew.',
  });
}
