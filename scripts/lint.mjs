/** `npm run lint`, or `npm run lint -- --fix`. */
import { runAll } from './run.mjs';

const fix = process.argv.includes('--fix') ? ['--fix'] : [];

const ok = await runAll([
  ['eslint', '.', '--max-warnings', '0', ...fix],
  ['stylelint', 'src/{elements,theme}/**/*.ts', '--allow-empty-input', ...fix],
  ['node', 'scripts/lit-analyzer.mjs'],
  ['prettier', fix.length > 0 ? '--write' : '--check', '--log-level', 'warn', '.'],
]);
process.exitCode = ok ? 0 : 1;
