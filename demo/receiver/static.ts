/** The demo pages and what they load. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { Readable } from 'node:stream';
import { Hono } from 'hono';
import { notFound } from './problems.js';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.pdf': 'application/pdf',
  '.txt': 'text/plain; charset=utf-8',
};

/** The policy under which pages below `/strict/` must work: nothing but what is named, and Trusted Types. */
export const strictPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "img-src 'self' blob:",
  "media-src 'self' blob:",
  'frame-src https://www.youtube-nocookie.com https://player.vimeo.com',
  "require-trusted-types-for 'script'",
  "trusted-types lit-html ProseMirrorClipboard mc-portfolio 'allow-duplicates'",
].join('; ');

/** What is served: `demo` without the receiver's own files, and the built library under `/embed/`. */
export interface StaticFolders {
  demo: string;
  embed: string;
}

/** Routes for GET and HEAD of files. */
export function staticRoutes({ demo, embed }: StaticFolders): Hono {
  const routes = new Hono();
  routes.get('/embed/*', (context) => serve(embed, context.req.path.slice('/embed'.length)));
  routes.get('/received.css', () => serve(join(demo, 'receiver'), '/received.css'));
  routes.get('*', async (context) => {
    const { path } = context.req;
    const answer = await serve(demo, path, join(demo, 'receiver'));
    if (path.startsWith('/strict/')) answer.headers.set('Content-Security-Policy', strictPolicy);
    return answer;
  });
  return routes;
}

async function serve(folder: string, path: string, except?: string): Promise<Response> {
  const file = await find(folder, path);
  if (!file || (except && file.path.startsWith(except + sep))) throw notFound('page');
  return new Response(Readable.toWeb(createReadStream(file.path)) as ReadableStream<Uint8Array>, {
    headers: {
      'Content-Type': types[extname(file.path)]!,
      'Content-Length': String(file.size),
      // Any page may embed the library and read the samples.
      'Access-Control-Allow-Origin': '*',
      'Cache-Control': 'no-cache',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}

/** The file at a path, never outside the folder, never a hidden one, and only of the types named above. */
async function find(folder: string, path: string): Promise<{ path: string; size: number } | undefined> {
  let decoded: string;
  try {
    decoded = decodeURIComponent(path.endsWith('/') ? `${path}index.html` : path);
  } catch {
    return undefined;
  }
  const wanted = normalize(join(folder, decoded));
  if (!wanted.startsWith(folder + sep) || /[\0\\]|\/\./.test(decoded) || !(extname(wanted) in types)) return undefined;
  const found = await stat(wanted).catch(() => undefined);
  return found?.isFile() ? { path: wanted, size: found.size } : undefined;
}
