import { chromium, type Browser, type LaunchOptions } from 'playwright-core';
import { CHROMIUM_ARGS, findEngines } from '../../scripts/engines.mjs';

/** The machine's own Chromium (`CHROMIUM` names another), headless, with the switches that every test uses. */
export function launchChromium(options: LaunchOptions = {}): Promise<Browser> {
  const executablePath = findEngines().chromium;
  if (!executablePath) throw new Error('No Chromium on this machine. "npm run browsers" installs it or says how.');
  return chromium.launch({ ...options, executablePath, args: [...CHROMIUM_ARGS, ...(options.args ?? [])] });
}
