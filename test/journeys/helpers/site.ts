/** What each journey begins with: a receiver of its own with the demo pages, and a browser in front of it. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { it } from 'node:test';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { launchChromium } from '../../helpers/chromium.js';
import { start, type Running } from '../../receiver/setup.js';

export interface Site extends Running {
  browser: Browser;
  /** Another person or device: a context of its own with one page. */
  newPage(options?: BrowserContextOptions): Promise<Page>;
  close(): Promise<void>;
}

/** Opens a receiver on a free port and a browser. `launch` are more switches of the browser. */
export async function openSite({ switches = [] }: { switches?: string[] } = {}): Promise<Site> {
  const running = await start();
  const browser = await launchChromium({ args: switches });
  return {
    ...running,
    browser,
    newPage: async (options) => (await prepared(await browser.newContext({ viewport: wide, ...options }))).newPage(),
    close: async () => {
      await browser.close();
      await running.stop();
    },
  };
}

export const wide = { width: 1440, height: 900 };

const said = new WeakMap<BrowserContext, string[]>();

/** Keeps what the pages of a context complain about: errors in the console and in scripts. */
export async function prepared(context: BrowserContext): Promise<BrowserContext> {
  const lines: string[] = [];
  said.set(context, lines);
  context.setDefaultTimeout(10_000);
  // The loader of these files gives functions their names by this helper, also those that are sent to the page.
  await context.addInitScript('globalThis.__name ??= (named) => named');
  context.on('page', (page) => {
    open.add(page);
    page.on('close', () => open.delete(page));
    // Choosers are answered by the tests from the beginning on.
    page.on('filechooser', () => undefined);
  });
  context.on('console', (message) => {
    if (message.type() === 'error') lines.push(`console: ${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (fault) => lines.push(`script: ${fault.error().stack ?? fault.error().message}`));
  return context;
}

/** What pages of this page's context have complained about so far. */
export const complaintsOf = (page: Page): readonly string[] => said.get(page.context()) ?? [];

/** Nothing was complained about, but for what the journey brought about itself. */
export function assertQuiet(page: Page, expected?: RegExp): void {
  assert.deepEqual(
    complaintsOf(page).filter((line) => !expected?.test(line)),
    [],
  );
}

const open = new Set<Page>();

/**
 * Steps of one journey, each `it`: after one that failed the rest is skipped. With `SHOTS` (a folder) set, every open
 * page is pictured and told when a step fails.
 */
export function steps(): (name: string, work: () => Promise<void>) => void {
  let broken = false;
  return (name, work) =>
    void it(name, async (test) => {
      if (broken) return test.skip('an earlier step failed');
      try {
        await work();
      } catch (cause) {
        broken = true;
        if (process.env['SHOTS']) await picture(process.env['SHOTS'], name);
        throw cause;
      }
    });
}

async function picture(folder: string, name: string): Promise<void> {
  for (const [at, page] of [...open].entries()) {
    await page
      .screenshot({ path: join(folder, `${name.slice(0, 40)} ${at}.png`), fullPage: true })
      .catch(() => undefined);
    console.error(page.url(), complaintsOf(page), await page.locator('body').ariaSnapshot().catch(String));
  }
}

/** A site of somebody's own at `/host/` of the receiver's origin, with our script and this body. */
export async function serveHost(
  context: BrowserContext,
  origin: string,
  body: string,
  script = '/embed/mc-portfolio.js',
): Promise<string> {
  const address = `${origin}/host/`;
  const tag = script && `<script type="module" src="${script}"></script>`;
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8" /><title>A site</title>
    <link rel="icon" href="data:," />${tag}</head><body><main>${body}</main></body></html>`;
  await context.route(address, (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }));
  return address;
}

/** Tries until it holds, for ten seconds. */
export async function eventually(holds: () => Promise<void>): Promise<void> {
  const until = performance.now() + 10_000;
  for (;;) {
    try {
      return await holds();
    } catch (cause) {
      if (performance.now() > until) throw cause;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
