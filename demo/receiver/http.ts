/** What every answer under `/mc` has in common: who may ask, how a body is read, what is logged. */
import type { Context, MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import { getDotPath, safeParse, type GenericSchema, type InferOutput } from 'valibot';
import type { Parsed } from '../../src/model/parse.js';
import { badRequest, malformed, tooLarge } from './problems.js';

const allowed = {
  'Access-Control-Allow-Methods': 'GET, HEAD, PUT, POST, PATCH, DELETE, OPTIONS',
  'Access-Control-Allow-Headers':
    'Authorization, Content-Type, If-Match, If-None-Match, Tus-Resumable, Upload-Length, Upload-Offset, ' +
    'Upload-Metadata, Upload-Defer-Length, Upload-Concat, X-Requested-With, X-HTTP-Method-Override',
  'Access-Control-Max-Age': '7200',
};
const exposed =
  'ETag, Location, Retry-After, Upload-Offset, Upload-Length, Upload-Metadata, Upload-Expires, ' +
  'Tus-Resumable, Tus-Version, Tus-Extension, Tus-Max-Size';

/** Any site may ask; the secret is in a header that no browser sends by itself, so there are no credentials to abuse. */
export const anyOrigin: MiddlewareHandler = async (context, next) => {
  const preflight = context.req.method === 'OPTIONS' && context.req.header('Access-Control-Request-Method');
  if (preflight) context.res = new Response(null, { status: 204, headers: allowed });
  else await next();
  context.res.headers.set('Access-Control-Allow-Origin', '*');
  context.res.headers.set('Access-Control-Expose-Headers', exposed);
  if (!context.res.headers.has('Cache-Control')) context.res.headers.set('Cache-Control', 'no-store');
};

/** One line an answer: the route's pattern and not the address, so that neither names nor secrets can get in. */
export const logged =
  (log: (line: string) => void): MiddlewareHandler =>
  async (context, next) => {
    const started = performance.now();
    await next();
    const took = Math.round(performance.now() - started);
    log(`${context.req.method} ${routePath(context)} ${context.res.status} ${took} ms`);
  };

/** Reads a JSON object of at most `maxBytes`. */
export async function readJson(context: Context, maxBytes: number): Promise<Record<string, unknown>> {
  const text = await readText(context.req.raw, maxBytes);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw badRequest('The body is not JSON.');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw badRequest('The body is not an object.');
  return value as Record<string, unknown>;
}

async function readText(request: Request, maxBytes: number): Promise<string> {
  if (Number(request.headers.get('Content-Length')) > maxBytes) throw tooLarge(maxBytes);
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    size += piece.length;
    if (size > maxBytes) throw tooLarge(maxBytes);
    pieces.push(piece);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(pieces));
  } catch {
    throw badRequest('The body is not UTF-8.');
  }
}

/** At most so many faults are named; nobody reads more, and a hostile document could have millions. */
const mostFaults = 50;

/** Checks a value with a schema of the model. What comes back is the value itself, with nothing added to it. */
export function checked<Schema extends GenericSchema>(
  schema: Schema,
  value: unknown,
  what: string,
): InferOutput<Schema> {
  const result = safeParse(schema, value);
  if (result.success) return value as InferOutput<Schema>;
  throw malformed(
    what,
    result.issues
      .slice(0, mostFaults)
      .map((issue) => ({ path: getDotPath(issue) ?? '', expected: issue.expected ?? issue.type })),
  );
}

/** Refuses a document that one of the model's readers found faults in. */
export function requireParsed(parsed: Parsed<unknown>, what: string): void {
  if (parsed.ok) return;
  throw malformed(
    what,
    parsed.faults.slice(0, mostFaults).map(({ path, expected }) => ({ path, expected })),
  );
}
