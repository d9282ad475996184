/** The custom-elements manifest as the docs tables and controls need it: what is public, each thing under its own name. */

interface Item {
  name: string;
  description?: string;
  [field: string]: unknown;
}
interface Declaration {
  tagName?: string;
  members?: (Item & { kind: string; privacy?: string; static?: boolean })[];
  attributes?: (Item & { fieldName?: string })[];
  slots?: Item[];
  cssParts?: Item[];
  cssStates?: Item[];
}
export interface Manifest {
  modules: { declarations?: Declaration[] }[];
}

/** What form controls have by nature: told by the platform, not by us. */
const native = new Set(['formAssociated', 'form', 'labels', 'validity', 'validationMessage', 'willValidate']);

const isPublic = ({ name, privacy, static: isStatic }: { name: string; privacy?: string; static?: boolean }): boolean =>
  !isStatic && (privacy ?? 'public') === 'public' && !name.startsWith('#') && !native.has(name);

/** `label` may be a property and a part: a part, slot or state goes by the way it is written. */
const named = (items: Item[] | undefined, write: (name: string) => string): Item[] =>
  (items ?? []).map((item) => ({ ...item, name: write(item.name) }));

function publicDeclaration(declaration: Declaration): Declaration {
  const members = declaration.members?.filter((member) => member.kind !== 'method' && isPublic(member));
  const known = new Set(members?.map(({ name }) => name));
  return {
    ...declaration,
    ...(members && { members }),
    // A property and its attribute are one control.
    attributes: declaration.attributes?.filter(({ name, fieldName }) => !known.has(fieldName ?? name)),
    slots: named(declaration.slots, (name) => `slot: ${name || 'default'}`),
    cssParts: [
      ...named(declaration.cssParts, (name) => `::part(${name})`),
      ...named(declaration.cssStates, (name) => `:state(${name})`),
    ],
  };
}

export const publicManifest = ({ modules, ...rest }: Manifest): Manifest => ({
  ...rest,
  modules: modules.map((module) => ({ ...module, declarations: module.declarations?.map(publicDeclaration) })),
});
