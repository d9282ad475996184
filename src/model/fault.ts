import type * as v from 'valibot';
import type { Position } from './json-position.js';

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
  path.reduce<string>((text, step) => (typeof step === 'number' ? `${text}[${step}]` : text ? `${text}.${step}` : step), '');

/** A value as a reader recognises it: short, and with its quotes if it is text. */
export function printFound(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

/** A schema's issue as a fault. */
export function faultOf(issue: v.BaseIssue<unknown>, path: Path): Fault {
  const missing = issue.input === undefined;
  const field = [...path].reverse().find((step): step is string => typeof step === 'string') ?? '';
  const expected = expectation(issue);
  return {
    code: missing ? 'value.missing' : issue.kind === 'schema' ? 'type.wrong' : 'value.wrong',
    path: printPath(path),
    expected,
    found: printFound(issue.input),
    remedy: missing ? `Add "${field}": ${expected}.` : `Change it to ${expected}.`,
  };
}

const words: Record<string, string> = {
  string: 'text',
  number: 'a number',
  boolean: 'true or false',
  Array: 'a list in [ ]',
  Object: 'an object in { }',
  non_empty: 'text that is not empty',
  integer: 'a whole number',
};

function expectation(issue: v.BaseIssue<unknown>): string {
  if (issue.type === 'non_empty') return 'text that is not empty';
  if (issue.type === 'integer') return 'a whole number';
  if (issue.type === 'min_length') return `at least ${String(issue.requirement)} in the list`;
  if (issue.type === 'min_value') return `${String(issue.requirement)} or more`;
  if (issue.type === 'max_value') return `${String(issue.requirement)} or less`;
  if (issue.type === 'email') return 'an e-mail address';
  if (issue.type === 'regex') return patternWords[String(issue.requirement)] ?? `text of the form ${String(issue.requirement)}`;
  const expected = (issue.expected ?? '').replace(/^\(|\)$/g, '');
  return expected.split(' | ').map((one) => words[one] ?? one).join(' or ') || 'another value';
}

/** The patterns of base.ts in words. */
const patternWords: Record<string, string> = {
  [String(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?Z$/)]: 'a time in UTC such as "2026-11-22T14:03:00Z"',
  [String(/^\d{4}-\d{2}-\d{2}$/)]: 'a day such as "2026-11-22"',
  [String(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/)]: 'a language tag such as "en" or "es-MX"',
  [String(/^(https?:\/\/[^\s]+|mailto:[^\s]+)$/i)]: 'an address that begins with https://, http:// or mailto:',
  [String(/^[0-9a-f]{64}$/)]: 'a SHA-256 in 64 lower-case hexadecimal digits',
  [String(/^[a-z][a-z0-9+.-]*:\S+$/i)]: 'a URI such as "https://example.org/credentials/leadership"',
  [String(/^#[0-9a-f]{6}$/i)]: 'a colour such as "#2f68b3"',
  [String(/^[A-Z]{3}$/)]: 'a currency code such as "USD"',
};
