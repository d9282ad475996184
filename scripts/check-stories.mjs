/**
 * `npm run check:stories`: every story of `storybook-static/` at three widths in Chromium. A violation that axe finds, an
 * error on the console and a story that breaks are failures. `npm run check:stories -- rubric` takes the stories whose
 * id holds the word; `--pictures <folder>` keeps a picture of each.
 */
import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { CHROMIUM_ARGS, findEngines } from './engines.mjs';
import { ROOT } from './run.mjs';

const STORIES = join(ROOT, 'storybook-static');
/** Windows in which the columns of the same name have their full width. */
const WIDTHS = { wide: 1280, middle: 800, narrow: 352 };
const TYPES = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};
/** Long enough for a chunk that a story loads after it was rendered. */
const SETTLE = 250;

function serve() {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    if (pathname === '/favicon.ico') return void response.writeHead(204).end();
    const file = resolve(STORIES, `.${decodeURIComponent(pathname)}`);
    if (!file.startsWith(STORIES) || !existsSync(file)) return void response.writeHead(404).end();
    response.writeHead(200, { 'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream' });
    response.end(await readFile(file));
  });
  return new Promise((done) => {
    server.listen(0, '127.0.0.1', () => done({ server, origin: `http://127.0.0.1:${server.address().port}` }));
  });
}

/** Shows a story in a page that has Storybook's preview open, and answers with what its end was. */
const show = (id) =>
  new Promise((done) => {
    const channel = globalThis.__STORYBOOK_ADDONS_CHANNEL__;
    const ends = ['storyFinished', 'storyErrored', 'storyThrewException', 'playFunctionThrewException', 'storyMissing'];
    const stop = ends.map((name) => {
      const hear = (detail) => {
        if (name === 'storyFinished' && detail.storyId !== id) return;
        for (const off of stop) off();
        const failure =
          name === 'storyFinished' ? undefined : `${name}: ${detail?.message ?? detail?.description ?? ''}`;
        done({ failure, reporters: detail?.reporters ?? [] });
      };
      channel.on(name, hear);
      return () => channel.off(name, hear);
    });
    const isShown = channel.last('storyFinished')?.[0].storyId === id;
    if (isShown) channel.emit('forceRemount', { storyId: id });
    else channel.emit('setCurrentStory', { storyId: id, viewMode: 'story' });
  });

/** What is wrong with one story, as lines. */
async function check(page, id) {
  const wrong = [];
  const onConsole = (message) => message.type() === 'error' && wrong.push(`console: ${message.text()}`);
  const onError = (error) => wrong.push(`error: ${error.message}`);
  page.on('console', onConsole);
  page.on('pageerror', onError);
  const patience = new Promise((done) => setTimeout(done, 30_000, { failure: 'not shown within 30 s', reporters: [] }));
  const { failure, reporters } = await Promise.race([page.evaluate(show, id), patience]);
  await page.waitForTimeout(SETTLE);
  page.off('console', onConsole);
  page.off('pageerror', onError);
  if (failure) wrong.push(failure);
  for (const { type, result } of reporters) {
    if (type !== 'a11y') continue;
    if (result.error) wrong.push(`axe: ${JSON.stringify(result.error)}`);
    for (const { id: rule, help, nodes } of result.violations ?? []) {
      wrong.push(`${rule}: ${help}`, ...nodes.slice(0, 3).map(({ target }) => `    ${target.flat().join(' ')}`));
    }
  }
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  if (beyond > 0) wrong.push(`wider than its page by ${beyond} px`);
  return wrong;
}

const { values, positionals } = parseArgs({ options: { pictures: { type: 'string' } }, allowPositionals: true });
if (!existsSync(join(STORIES, 'index.json')))
  throw new Error('There is no storybook-static/: "npm run build:storybook" makes it.');
const { entries } = JSON.parse(await readFile(join(STORIES, 'index.json'), 'utf8'));
const stories = Object.values(entries).filter(
  ({ type, id }) => type === 'story' && (positionals.length === 0 || positionals.some((word) => id.includes(word))),
);
if (stories.length === 0) throw new Error('There is no such story.');
if (values.pictures) await mkdir(values.pictures, { recursive: true });

const { server, origin } = await serve();
const browser = await chromium.launch({ executablePath: findEngines().chromium, args: CHROMIUM_ARGS });
let failed = 0;
for (const [width, pixels] of Object.entries(WIDTHS)) {
  const page = await browser.newPage({ viewport: { width: pixels, height: 900 } });
  await page.goto(`${origin}/iframe.html?id=${stories[0].id}&viewMode=story&globals=width:${width}`);
  await page.waitForFunction(() => globalThis.__STORYBOOK_ADDONS_CHANNEL__?.last('storyFinished'));
  for (const { id } of stories) {
    const wrong = await check(page, id);
    if (values.pictures) await page.screenshot({ path: join(values.pictures, `${id}-${width}.png`), fullPage: true });
    if (wrong.length === 0) continue;
    failed += 1;
    console.log(`\n${id}, ${width}\n  ${wrong.join('\n  ')}`);
  }
  await page.close();
}
await browser.close();
server.close();
console.log(`\n${stories.length} stories at ${Object.keys(WIDTHS).length} widths: ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
