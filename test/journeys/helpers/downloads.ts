/** Files that the page gives to the person. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import type { Chosen } from './form.js';

/** Does what makes the browser save a file, and reads that file. */
export async function savedBy(page: Page, act: () => Promise<unknown>): Promise<Chosen & { path: string }> {
  const [download] = await Promise.all([page.waitForEvent('download'), act()]);
  const path = await download.path();
  return {
    name: download.suggestedFilename(),
    mimeType: 'application/zip',
    buffer: Buffer.from(await readFile(path)),
    path,
  };
}

/** "Save a copy" in the header or the menu. */
export const saveCopy = (page: Page): Promise<Chosen & { path: string }> =>
  savedBy(page, () => page.getByRole('button', { name: 'Save a copy' }).first().click());
