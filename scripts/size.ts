/**
 * `npm run size`: what a page loads, in kB (1,000 bytes) of gzip. The first load is counted in a real Chromium: every
 * script that a page with the one tag asks for before anyone touches it.
 */
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Rolldown } from 'vite';
import { launchChromium } from '../test/helpers/chromium.js';
import { buildEmbed, EMBED, ENTRY } from './embed.mjs';
import { ROOT } from './run.mjs';

/** The first load, from the design; a chunk that loads when it is used may be as large as its job needs. */
export const BUDGET = { firstLoad: 30, chunk: 20 };

const CREDENTIAL = join(ROOT, 'demo', 'credentials', 'collaborative-leadership.json');
const HOST = 'http://localhost';
const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Size</title>
<script type="module" src="/embed/${ENTRY}"></script>
<mc-portfolio src="/credential.json"></mc-portfolio>`;

const TYPES: Record<string, string> = { '.js': 'text/javascript', '.json': 'application/json', '.html': 'text/html' };

/** Size on the wire, in kB. */
export const kB = (bytes: Uint8Array): number => gzipSync(bytes, { level: 9 }).length / 1000;

/** The names of the files of `dist/embed` that one untouched form asks for, in the order in which it asks. */
export async function firstLoad(): Promise<string[]> {
  const title = (JSON.parse(await readFile(CREDENTIAL, 'utf8')) as { title: string }).title;
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    const names: string[] = [];
    await page.route(`${HOST}/**`, async (route) => {
      const { pathname } = new URL(route.request().url());
      if (pathname === '/') return route.fulfill({ body: PAGE, contentType: TYPES['.html'] });
      if (pathname === '/credential.json') return route.fulfill({ path: CREDENTIAL, contentType: TYPES['.json'] });
      if (!pathname.startsWith('/embed/')) return route.fulfill({ status: 404 });
      names.push(basename(pathname));
      return route.fulfill({ path: join(EMBED, basename(pathname)), contentType: TYPES['.js'] });
    });
    await page.goto(HOST);
    await page.getByText(title).first().waitFor();
    await page.waitForLoadState('networkidle');
    // Some things may be fetched once the page rests: they belong to the first load too.
    await page.waitForTimeout(1500);
    return names.filter((name) => name.endsWith('.js'));
  } finally {
    await browser.close();
  }
}

/** Where a module comes from: a package, a folder of `src`, or an element. */
function originOf(id: string): string {
  const path = id.replaceAll('\\', '/');
  const inPackage = path.match(/.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/);
  if (inPackage) return inPackage[1]!;
  const inSource = path.match(/\/src\/(elements\/[^/]+|[^/]+)/);
  return inSource ? `src/${inSource[1]}` : 'helpers';
}

/** Shares of a chunk by origin, largest first. Gzip knows no modules: shares follow the code before minifying. */
function shares(chunk: Rolldown.OutputChunk, size: number): string[] {
  const lengths = new Map<string, number>();
  for (const [id, module] of Object.entries(chunk.modules)) {
    const origin = originOf(id);
    lengths.set(origin, (lengths.get(origin) ?? 0) + module.renderedLength);
  }
  const total = [...lengths.values()].reduce((sum, each) => sum + each, 0) || 1;
  return [...lengths]
    .sort(([, a], [, b]) => b - a)
    .map(([origin, length]) => `${((size * length) / total).toFixed(1).padStart(10)}  ${origin}`);
}

/** One line of the report: size, name, and a word when it is over its budget. */
function line(name: string, size: number, budget: number): string {
  const verdict = size > budget ? `  OVER its budget of ${budget}` : '';
  if (verdict) process.exitCode = 1;
  return `${size.toFixed(1).padStart(6)}  ${name}${verdict}`;
}

if (process.argv[1] === import.meta.filename) {
  const output = (await buildEmbed()) as Rolldown.OutputChunk[];
  const chunks = output.filter((each) => each.type === 'chunk');
  const sizes = new Map<string, number>();
  for (const { fileName } of chunks) sizes.set(fileName, kB(await readFile(join(EMBED, fileName))));
  const first = await firstLoad();
  const total = first.reduce((sum, name) => sum + (sizes.get(name) ?? 0), 0);

  console.log(
    `kB of gzip (1 kB = 1,000 bytes)\n\n${line(`first load, ${first.length} requests`, total, BUDGET.firstLoad)}`,
  );
  for (const name of first) {
    console.log(line(name, sizes.get(name) ?? 0, Infinity));
    const chunk = chunks.find((each) => each.fileName === name);
    if (chunk) console.log(shares(chunk, sizes.get(name) ?? 0).join('\n'));
  }
  console.log('\nloaded when used');
  for (const chunk of chunks.filter(({ fileName }) => !first.includes(fileName))) {
    console.log(line(chunk.fileName, sizes.get(chunk.fileName) ?? 0, BUDGET.chunk));
  }
}
