/** The custom-elements manifest as the docs tables and controls need it: what is public, each thing under its own name. */

interface Item {
  name: string;
  description?: string;
  [field: string]: unknown;
}
interface Member extends Item {
  kind: string;
  privacy?: string;
  static?: boolean;
  readonly?: boolean;
  type?: { text: string };
}
interface Declaration {
  tagName?: string;
  members?: Member[];
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

const isPublic = ({ name, privacy, static: isStatic }: Member): boolean =>
  !isStatic && (privacy ?? 'public') === 'public' && !name.startsWith('#') && !native.has(name);

/** What can only be read has a type that says so, and so no control. */
const readable = (member: Member): Member =>
  member.readonly ? { ...member, type: { text: `readonly ${member.type?.text ?? ''}`.trim() } } : member;

/** `label` may be a property and a part: a part, slot or state goes by the way it is written. */
const named = (items: Item[] | undefined, write: (name: string) => string): Item[] =>
  (items ?? []).map((item) => ({ ...item, name: write(item.name) }));

function publicDeclaration(declaration: Declaration): Declaration {
  const members = declaration.members?.filter((member) => member.kind !== 'method' && isPublic(member)).map(readable);
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
