/** The bindings of every template, checked by lit-analyzer, less what it does not know: `nothing` and newer HTML. */
import { run } from './run.mjs';

/** Attributes of today's HTML that are missing from its tables. */
const NEWER = [
  'aria-description',
  'closedby',
  'command',
  'commandfor',
  'enterkeyhint',
  'inert',
  'name',
  'popover',
  'popovertarget',
  'popovertargetaction',
];

const NOTHING = 'Symbol(undefined)';

/** Whether a type written as a literal or a name is `wide` (`"x"` is a string, `-1` a number). */
const isOne = (type, wide) =>
  type === wide ||
  (wide === 'string' && /^".*"$/.test(type)) ||
  (wide === 'number' && /^-?[\d.]+$/.test(type)) ||
  (wide === 'boolean' && /^(true|false)$/.test(type));

/** `nothing` may stand in every binding of an attribute; the rest of its union must still fit. */
function isOnlyNothing(problem) {
  const [, given, wanted] = problem.match(/Type '(.+)' is not assignable to '(.+)'/) ?? [];
  if (!given?.includes(NOTHING)) return false;
  const accepted = wanted.split(' | ');
  const rest = given.split(' | ').filter((type) => type !== NOTHING);
  return rest.every((type) => accepted.some((wide) => isOne(type, wide)));
}

const isNewer = (problem) => NEWER.includes(problem.match(/Unknown attribute '(.+)'/)?.[1]);

// Children are loaded when needed, which it cannot follow: it may not ask for an import of each.
// CSS is checked by stylelint, which knows what is newer than its tables.
const args = [
  'src/elements/**/*.ts',
  '--strict',
  '--rules.no-missing-import',
  'off',
  '--rules.no-invalid-css',
  'off',
  '--format',
  'list',
  '--noColor',
];
const { code, output } = await run('lit-analyzer', args, { quiet: true });

let file = '';
let count = 0;
for (const line of output.split('\n')) {
  if (/^\.?\/?src\//.test(line)) file = line.trim();
  if (!/^\s+\d+:\d+\s/.test(line) || isOnlyNothing(line) || isNewer(line)) continue;
  console.log(`${file}${line}`);
  count += 1;
}
// It fails for its own reasons too (a file that cannot be read): then no problem was listed.
const listed = /^\s+\d+:\d+\s/m.test(output);
if (code !== 0 && !listed) console.log(output);
process.exitCode = count > 0 || (code !== 0 && !listed) ? 1 : 0;
