/**
 * `npm test`: every stage, then one line with the sum. `npm test -- types node` runs the stages named; any other word
 * picks the test files whose path holds it (`npm test -- words`).
 */
import { filesUnder } from './files.mjs';
import { buildEmbedIfStale } from './embed.mjs';
import { findEngines } from './engines.mjs';
import { run } from './run.mjs';

const insist = Boolean(process.env.REQUIRE_ENGINES);

/** A tool that is either content or not counts as one. */
const asOne = ({ code }) => ({ passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 });

/** Adds up the last totals that a test runner printed; a runner that broke without a failed test counts as one. */
function totals({ code, output }, read) {
  const counted = read(output);
  if (code !== 0 && counted.failed === 0) counted.failed = 1;
  return counted;
}

function nodeTotals(output) {
  const last = (word) => Number([...output.matchAll(new RegExp(`^\\S+ ${word} (\\d+)$`, 'gm'))].at(-1)?.[1] ?? 0);
  return { passed: last('pass'), failed: last('fail') + last('cancelled') };
}

function elementTotals(output) {
  const line = output.match(/^totals: (.*)$/m)?.[1];
  const { passed = 0, failed = 0 } = line ? JSON.parse(line) : {};
  return { passed, failed };
}

async function inNode(files, atOnce) {
  const options = ['--test-reporter=spec', '--test-timeout=180000', `--test-concurrency=${atOnce}`];
  const args = ['--import', 'tsx', '--test', ...options, ...files];
  return totals(await run(process.execPath, args, { env: { FORCE_COLOR: '0' } }), nodeTotals);
}

/** Tests that start Chromium cannot run without it; where all engines are required, that is a failure. */
async function withChromium(files) {
  if (findEngines().chromium) return inNode(files, 1);
  console.log('Skipped: no Chromium on this machine. "npm run browsers" installs it or says how.');
  return { passed: 0, failed: insist ? 1 : 0 };
}

const tool = (name) => async () => asOne(await run(process.execPath, [`scripts/${name}.mjs`]));

const apart = /^test[\\/](elements|journeys|build|helpers)[\\/]/;
const all = filesUnder('test', '.test.ts');
const inFolder = (folder) => all.filter((file) => file.replaceAll('\\', '/').startsWith(`test/${folder}/`));

const STAGES = [
  { name: 'lint', work: tool('lint') },
  { name: 'types', work: tool('types') },
  { name: 'node', files: all.filter((file) => !apart.test(file)), work: (files) => inNode(files, 2) },
  // The journeys and the build checks use what this stage builds.
  { name: 'build', files: inFolder('build'), work: buildChecks },
  { name: 'elements', files: inFolder('elements'), work: elements },
  { name: 'journeys', files: inFolder('journeys'), work: journeys },
];

async function buildChecks(files) {
  const built = await tool('build')();
  if (built.failed > 0) return built;
  const checks = await withChromium(files);
  return { passed: built.passed + checks.passed, failed: checks.failed };
}

async function elements(files) {
  if (Object.keys(findEngines()).length === 0 && !insist) {
    console.log('Skipped: no browser on this machine. "npm run browsers" installs them or says how.');
    return { passed: 0, failed: 0 };
  }
  await buildEmbedIfStale();
  return totals(
    await run(
      'wtr',
      files.flatMap((file) => ['--files', file]),
    ),
    elementTotals,
  );
}

async function journeys(files) {
  await buildEmbedIfStale();
  return withChromium(files);
}

function chosen(words) {
  const names = words.filter((word) => STAGES.some((stage) => stage.name === word));
  const parts = words.filter((word) => !names.includes(word));
  return STAGES.flatMap((stage) => {
    if (words.length === 0 || names.includes(stage.name)) return [stage];
    const files = (stage.files ?? []).filter((file) => parts.some((part) => file.includes(part)));
    return files.length > 0 ? [{ ...stage, files }] : [];
  });
}

const sum = { passed: 0, failed: 0 };
const stages = chosen(process.argv.slice(2));
if (stages.length === 0) {
  console.error(`Nothing to run. Stages: ${STAGES.map((stage) => stage.name).join(', ')}`);
  sum.failed = 1;
}
const report = [];
for (const stage of stages) {
  if (stage.files?.length === 0 && stage.name !== 'build') continue;
  console.log(`\n== ${stage.name}`);
  const started = performance.now();
  const { passed, failed } = await stage.work(stage.files).catch((error) => {
    console.error(error);
    return { passed: 0, failed: 1 };
  });
  sum.passed += passed;
  sum.failed += failed;
  report.push(
    `${stage.name}: ${passed} passed, ${failed} failed (${((performance.now() - started) / 1000).toFixed(1)} s)`,
  );
}
console.log(`\n${report.join('\n')}`);
console.log(`${sum.passed} passed, ${sum.failed} failed`);
process.exitCode = sum.failed === 0 ? 0 : 1;
