/** Building the one-tag file, `dist/embed/mc-portfolio.js` and its chunks. */
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import { ROOT } from './run.mjs';

export const EMBED = join(ROOT, 'dist', 'embed');
export const ENTRY = 'mc-portfolio.js';

/** What the file is made from. */
const SOURCES = ['src', 'vite.config.ts', 'tsconfig.json', 'package.json', 'package-lock.json'];

/** Builds beside the old files and takes their place at once, so that a page served meanwhile is never half new. */
export async function buildEmbed() {
  const beside = join(ROOT, 'dist', `.embed-${process.pid}`);
  try {
    const result = await build({ configFile: join(ROOT, 'vite.config.ts'), build: { outDir: beside } });
    await rm(EMBED, { recursive: true, force: true });
    await mkdir(join(ROOT, 'dist'), { recursive: true });
    await rename(beside, EMBED);
    const { output } = Array.isArray(result) ? result[0] : result;
    return output;
  } finally {
    await rm(beside, { recursive: true, force: true });
  }
}

async function newest(path) {
  const info = await stat(path);
  if (!info.isDirectory()) return info.mtimeMs;
  const times = await Promise.all((await readdir(path)).map((name) => newest(join(path, name))));
  return Math.max(info.mtimeMs, ...times);
}

/** Builds only when a source is younger than what was built. @returns {Promise<boolean>} whether it built */
export async function buildEmbedIfStale() {
  const built = await stat(join(EMBED, ENTRY)).then(
    (info) => info.mtimeMs,
    () => 0,
  );
  const changed = Math.max(...(await Promise.all(SOURCES.map((name) => newest(join(ROOT, name))))));
  if (built > changed) return false;
  await buildEmbed();
  return true;
}
