/**
 * An ESLint rule for the one-way arrows of the house: `model <- state <- storage, transport, context <- elements <-
 * entry`. It looks at every import, re-export and `import()` between folders of `src/`, of types too.
 */
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';

const SRC = resolve(import.meta.dirname, '../src');

/** Which folders of `src/` each folder may import from, besides itself. */
const MAY_IMPORT = {
  model: [],
  events: ['model'],
  theme: ['model'],
  locales: ['model'],
  state: ['model'],
  storage: ['model', 'state'],
  transport: ['model', 'state'],
  context: ['model', 'state', 'events', 'locales', 'theme'],
  elements: ['model', 'state', 'context', 'events', 'locales', 'theme'],
  entry: ['model', 'state', 'storage', 'transport', 'context', 'elements', 'events', 'locales', 'theme'],
};

/** Which packages the inner folders may use. Folders that are not named may use any. */
const MAY_USE = {
  model: [/^valibot$/, /^@noble\/hashes\//],
  state: [],
  events: [],
  locales: [],
};

/** The one composition root: it alone names implementations. */
const COMPOSITION_ROOT = join('elements', 'portfolio', 'default-ports.ts');

const isDefineFile = (path) => /(^|\/)mc-[a-z-]+\.(js|ts)$/.test(path);

const hasDefineFile = (folder) => existsSync(folder) && readdirSync(folder).some(isDefineFile);

/** @returns {string | undefined} what is wrong with `file` (absolute) importing `specifier`, or nothing */
export function faultOf(file, specifier, typesOnly = false) {
  const from = relative(SRC, file);
  if (from.startsWith('..')) return undefined;
  const folder = from.split(sep)[0];
  if (!specifier.startsWith('.')) {
    const packages = MAY_USE[folder];
    if (packages && !packages.some((each) => each.test(specifier)))
      return `${folder}/ may not use the package ${specifier}.`;
    return undefined;
  }
  const target = resolve(dirname(file), specifier);
  const to = relative(SRC, target);
  if (to.startsWith('..')) return 'src/ imports nothing from outside of itself.';
  const toFolder = to.split(sep)[0];
  if (!(folder in MAY_IMPORT)) return `src/${folder} is no folder of the house.`;
  if (toFolder !== folder) {
    if (from === COMPOSITION_ROOT && ['storage', 'transport'].includes(toFolder)) return undefined;
    return MAY_IMPORT[folder].includes(toFolder) ? undefined : `${folder}/ may not import from ${toFolder}/.`;
  }
  if (folder === 'elements' && !typesOnly && !isDefineFile(target.split(sep).join('/'))) {
    const [, own] = from.split(sep);
    const [, other] = to.split(sep);
    if (own !== other && hasDefineFile(join(SRC, 'elements', other))) {
      return `An element imports only the define file (mc-*.js) of another, or its types.`;
    }
  }
  return undefined;
}

export const arrows = {
  meta: { type: 'problem', docs: { description: 'Imports between the folders of src go one way.' }, schema: [] },
  create(context) {
    const check = (node, typesOnly) => {
      if (!node.source || typeof node.source.value !== 'string') return;
      const message = faultOf(context.filename, node.source.value, typesOnly);
      if (message) context.report({ node: node.source, message });
    };
    return {
      ImportDeclaration: (node) => check(node, node.importKind === 'type'),
      ExportNamedDeclaration: (node) => check(node, node.exportKind === 'type'),
      ExportAllDeclaration: (node) => check(node, node.exportKind === 'type'),
      ImportExpression: (node) => check(node, false),
    };
  },
};
