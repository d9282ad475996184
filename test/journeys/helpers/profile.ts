/** A browser with a profile on disk, so that it can be killed and opened again. */
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { CHROMIUM_ARGS, findEngines } from '../../../scripts/engines.mjs';
import { prepared, wide } from './site.js';

const open = new Set<BrowserContext>();

export async function openProfile(folder: string): Promise<{ context: BrowserContext; page: Page }> {
  const executablePath = findEngines().chromium;
  if (!executablePath) throw new Error('No Chromium on this machine. "npm run browsers" installs it or says how.');
  const options = { executablePath, args: CHROMIUM_ARGS, viewport: wide };
  const context = await prepared(await chromium.launchPersistentContext(folder, options));
  open.add(context);
  context.on('close', () => open.delete(context));
  return { context, page: context.pages()[0] ?? (await context.newPage()) };
}

/** `kill -9` of every process of a browser. */
export async function killBrowser(context: BrowserContext): Promise<void> {
  const session = await context.browser()!.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const closed = context.waitForEvent('close');
  for (const { id } of processInfo) process.kill(id, 'SIGKILL');
  await closed;
}

/** Closes what a failed step left open. */
export async function closeBrowsers(): Promise<void> {
  for (const context of open) await context.close();
}
