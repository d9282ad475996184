/** `npm run build`: everything that is published, in `dist/`. */
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { buildEmbed } from './embed.mjs';
import { ROOT, run } from './run.mjs';

const dist = join(ROOT, 'dist');

async function step(name, work) {
  const started = performance.now();
  const code = await work().catch((error) => {
    console.error(error.message);
    return 1;
  });
  console.log(`${code ? 'FAIL' : 'ok  '} ${name} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
  if (code) process.exit(code);
}

const tool =
  (program, ...args) =>
  async () =>
    (await run(program, args)).code;

await step('one-tag file', async () => {
  await buildEmbed();
});
await step('library and types', async () => {
  const old = await readdir(dist);
  await Promise.all(
    old.filter((name) => !name.includes('embed')).map((name) => rm(join(dist, name), { recursive: true })),
  );
  return tool('tsc', '-p', 'tsconfig.build.json')();
});
await step('JSON Schemas', tool('node', '--import', 'tsx', 'scripts/schemas.ts'));
await step(
  'custom-elements manifest',
  tool('cem', 'analyze', '--quiet', '--config', 'custom-elements-manifest.config.mjs'),
);
