/** Element tests in every engine of this machine. `ENGINES=chromium` narrows them; `REQUIRE_ENGINES=1` insists on all. */
import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { CHROMIUM_ARGS, findEngines, wantedEngines } from './scripts/engines.mjs';
import { webkitLauncher } from './scripts/webkit-launcher.mjs';
import { totalsReporter } from './scripts/totals-reporter.mjs';

const places = findEngines();
const wanted = wantedEngines();
const missing = wanted.filter((name) => !places[name]);
if (missing.length > 0) {
  const word = `Not on this machine: ${missing.join(', ')}. "npm run browsers" installs them or says how.`;
  if (process.env.REQUIRE_ENGINES) throw new Error(word);
  console.warn(`Skipped. ${word}`);
}

const launchers = {
  chromium: (executablePath) => chromeLauncher({ launchOptions: { executablePath, args: CHROMIUM_ARGS } }),
  firefox: (executablePath) => chromeLauncher({ launchOptions: { browser: 'firefox', executablePath } }),
  webkit: webkitLauncher,
};

/** The launcher calls every browser of puppeteer "Chrome"; the report should say which one spoke. */
function named(launcher, name) {
  launcher.name = name;
  return launcher;
}

export default {
  rootDir: fileURLToPath(new URL('.', import.meta.url)),
  files: ['test/elements/**/*.test.ts'],
  nodeResolve: { exportConditions: ['production', 'browser'] },
  browsers: wanted
    .filter((name) => places[name])
    .map((name) =>
      named(launchers[name](places[name]), { chromium: 'Chromium', firefox: 'Firefox', webkit: 'WebKit' }[name]),
    ),
  concurrentBrowsers: 3,
  plugins: [
    esbuildPlugin({
      ts: true,
      target: 'esnext',
      tsconfig: fileURLToPath(new URL('./tsconfig.json', import.meta.url)),
    }),
  ],
  // The development warnings of Lit are for developers of Lit elements; ours are for their users.
  filterBrowserLogs: ({ args }) => !(typeof args[0] === 'string' && args[0].includes('Lit is in dev mode')),
  testFramework: { config: { ui: 'bdd', timeout: 10_000 } },
  testsStartTimeout: 60_000,
  testsFinishTimeout: 240_000,
  reporters: [defaultReporter({ reportTestProgress: false }), totalsReporter()],
};
