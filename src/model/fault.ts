import * as v from 'valibot';
import type { Position } from './json-position.js';
import { schemaAt } from './schema-at.js';

/**
 * One thing that is wrong with a document, told to the person who wrote the file. Like a compiler's messages they are
 * in English; the `code` is stable and lets a form say it in another language.
 */
export interface Fault {
  code:
    | 'json.syntax'
    | 'format.missing'
    | 'format.unknown'
    | 'value.missing'
    | 'type.wrong'
    | 'value.wrong'
    | 'id.duplicate'
    | 'reference.dangling'
    | 'range.reversed'
    | 'rubric.incomplete';
  /** Where: `outcomes[2].details[0].id`; empty for the whole document. */
  path: string;
  expected: string;
  /** What stands there, shortened. */
  found: string;
  /** What to do about it. */
  remedy: string;
  /** Where in the file, when it was read from text. */
  position?: Position | undefined;
}

export type Path = readonly (string | number)[];

/** A fault before it knows its place in the file. */
export interface Located extends Omit<Fault, 'path' | 'position'> {
  path: Path;
}

/** `['outcomes', 2, 'id']` → `outcomes[2].id`. */
export const printPath = (path: Path): string =>
  path.reduce<string>(
    (text, step) => (typeof step === 'number' ? `${text}[${step}]` : text ? `${text}.${step}` : step),
    '',
  );

/** A value as a reader recognises it: short, and with its quotes if it is text. */
export function printFound(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return value.length ? `a list of ${value.length}` : 'an empty list';
  if (typeof value === 'object' && value !== null) {
    const names = Object.keys(value);
    return names.length ? `an object with ${shorten(names.map((name) => `"${name}"`).join(', '))}` : 'an empty object';
  }
  return shorten(typeof value === 'string' ? JSON.stringify(value) : String(value));
}

const shorten = (text: string) => (text.length > 60 ? `${text.slice(0, 57)}…` : text);

/** The faults that a schema finds in a value, each place once. */
export function schemaFaults(schema: v.GenericSchema, value: unknown): Located[] {
  const result = v.safeParse(schema, value);
  return (result.issues ?? []).map((issue) => faultOf(issue, schema, value));
}

function faultOf(issue: v.BaseIssue<unknown>, schema: v.GenericSchema, value: unknown): Located {
  const path = (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
  const missing = issue.input === undefined;
  const expected = expectation(missing ? (issueOfMissing(schema, value, path) ?? issue) : issue);
  return {
    code: missing ? 'value.missing' : issue.kind === 'schema' ? 'type.wrong' : 'value.wrong',
    path,
    expected,
    found: printFound(issue.input),
    remedy: missing ? `Add "${String(path.at(-1) ?? '')}": ${expected}.` : `Change it to ${expected}.`,
  };
}

/** What a schema says of a field that is not there: the issue itself names only the field. */
function issueOfMissing(schema: v.GenericSchema, value: unknown, path: Path): v.BaseIssue<unknown> | undefined {
  const field = schemaAt(schema, value, path);
  return field && v.safeParse(field, undefined).issues?.[0];
}

const typeWords: Record<string, string> = {
  string: 'text',
  number: 'a number',
  boolean: 'true or false',
  Array: 'a list in [ ]',
  Object: 'an object in { }',
};

function expectation(issue: v.BaseIssue<unknown>): string {
  switch (issue.type) {
    case 'regex':
    case 'check':
      return issue.message;
    case 'non_empty':
      return 'text that is not empty';
    case 'integer':
      return 'a whole number';
    case 'min_length':
      return `a list with ${String(issue.requirement)} or more in it`;
    case 'min_value':
      return `${String(issue.requirement)} or more`;
    case 'max_value':
      return `${String(issue.requirement)} or less`;
    case 'email':
      return 'an e-mail address';
    default: {
      const kinds = (issue.expected ?? '').replace(/[()]/g, '').split(' | ');
      return listOf(kinds.map((kind) => typeWords[kind] ?? kind)) || 'another value';
    }
  }
}

/** `a`, `a or b`, `a, b or c`. */
const listOf = (items: string[]): string =>
  [items.slice(0, -1).join(', '), ...items.slice(-1)].filter(Boolean).join(' or ');
