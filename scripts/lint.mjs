/** `npm run lint`, or `npm run lint -- --fix`. */
import { runAll } from './run.mjs';

const fix = process.argv.includes('--fix') ? ['--fix'] : [];

const ok = await runAll([
  ['eslint', '.', '--max-warnings', '0', ...fix],
  ['stylelint', 'src/{elements,theme}/**/*.ts', '--allow-empty-input', ...fix],
  // Children are loaded when needed, which the analyzer cannot follow: it may not ask for an import of each.
  ['lit-analyzer', 'src/elements/**/*.ts', '--strict', '--rules.no-missing-import', 'off', '--format', 'list'],
  ['prettier', fix.length > 0 ? '--write' : '--check', '--log-level', 'warn', '.'],
]);
process.exitCode = ok ? 0 : 1;
