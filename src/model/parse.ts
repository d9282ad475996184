/**
 * Reading documents from outside. All faults at once, each with its path, what was expected, what was found and what
 * to do. Nothing here throws on bad input.
 */
import * as v from 'valibot';
import { Affiliate, affiliateFormat } from './affiliate.js';
import { Applicant, applicantFormat } from './applicant.js';
import { Assessment, assessmentFormat } from './assessment.js';
import { checkCredential } from './check-credential.js';
import { Credential, credentialFormat } from './credential.js';
import { printFound, printPath, schemaFaults, type Fault, type Located, type Path } from './fault.js';
import { pathKey, positionAt, scanJson } from './json-position.js';
import { Portfolio, portfolioFormat } from './portfolio.js';
import { Submission, submissionFormat } from './submission.js';

/** A document that was read, or everything that is wrong with it. */
export type Parsed<T> = { ok: true; value: T } | { ok: false; faults: Fault[] };

/** Reads a credential: JSON text or the value it stands for. */
export const parseCredential = (input: unknown): Parsed<Credential> =>
  parseDocument(input, Credential, credentialFormat, checkCredential);

/** Reads an affiliate: JSON text or the value it stands for. */
export const parseAffiliate = (input: unknown): Parsed<Affiliate> => parseDocument(input, Affiliate, affiliateFormat);

/** Reads a portfolio. Work that is unfinished is no fault: references to what is gone are findings, not faults. */
export const parsePortfolio = (input: unknown): Parsed<Portfolio> => parseDocument(input, Portfolio, portfolioFormat);

/** Reads an applicant. */
export const parseApplicant = (input: unknown): Parsed<Applicant> => parseDocument(input, Applicant, applicantFormat);

/** Reads a submission. */
export const parseSubmission = (input: unknown): Parsed<Submission> =>
  parseDocument(input, Submission, submissionFormat);

/** Reads an assessment. */
export const parseAssessment = (input: unknown): Parsed<Assessment> =>
  parseDocument(input, Assessment, assessmentFormat);

function parseDocument<T>(
  input: unknown,
  schema: v.GenericSchema<unknown, T>,
  format: string,
  check: (value: unknown) => Located[] = () => [],
): Parsed<T> {
  if (typeof input !== 'string') return readValue(input, schema, format, check, printPlace);
  const text = input.replace(/^\uFEFF/, '');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    const scan = scanJson(text);
    return { ok: false, faults: [syntaxFault(text, scan.ok ? 0 : scan.offset, scan.ok ? 'JSON' : scan.expected)] };
  }
  return readValue(value, schema, format, check, (faults) => findPlaces(text, faults));
}

function readValue<T>(
  value: unknown,
  schema: v.GenericSchema<unknown, T>,
  format: string,
  check: (value: unknown) => Located[],
  place: (faults: Located[]) => Fault[],
): Parsed<T> {
  if (isDeeper(value, mostLevels)) {
    return {
      ok: false,
      faults: place([{ code: 'type.wrong', path: [], ...tooDeep, found: `more than ${mostLevels} levels` }]),
    };
  }
  const wrongFormat = formatFault(value, format);
  if (wrongFormat) return { ok: false, faults: place([wrongFormat]) };
  const result = v.safeParse(schema, value);
  const faults = [...(result.success ? [] : schemaFaults(schema, value)), ...check(value)];
  if (!result.success || faults.length) return { ok: false, faults: place(faults) };
  return { ok: true, value: result.output };
}

const printPlace = (faults: Located[]): Fault[] => faults.map((fault) => ({ ...fault, path: printPath(fault.path) }));

/** Faults with their places in the text, in the order of the text. The text is scanned only when there are any. */
function findPlaces(text: string, faults: Located[]): Fault[] {
  const scan = scanJson(text);
  if (!scan.ok) return printPlace(faults);
  const offsetOf = (path: Path): number => {
    // What is missing stands nowhere: its parent's place leads there.
    for (let end = path.length; end >= 0; end -= 1) {
      const offset = scan.offsets.get(pathKey(path.slice(0, end)));
      if (offset !== undefined) return offset;
    }
    return 0;
  };
  return faults
    .map((fault) => ({ fault, offset: offsetOf(fault.path) }))
    .sort((one, other) => one.offset - other.offset)
    .map(({ fault, offset }) => ({ ...fault, path: printPath(fault.path), position: positionAt(text, offset) }));
}

/** More than any document of ours, and few enough for every reader's stack. */
const mostLevels = 100;
const tooDeep = { expected: 'fewer levels of nesting', remedy: 'Check that this is the right file.' };

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeper(inner, levels - 1));
}

function formatFault(value: unknown, format: string): Located | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return {
      code: 'type.wrong',
      path: [],
      expected: `an object in { } with "format": "${format}"`,
      found: printFound(value),
      remedy: `Begin the file with { "format": "${format}", …`,
    };
  }
  const found: unknown = (value as Record<string, unknown>)['format'];
  if (found === format) return undefined;
  const kind = format.split('/')[0] ?? format;
  const sameKind = typeof found === 'string' && found.startsWith(`${kind}/`);
  return {
    code: found === undefined ? 'format.missing' : 'format.unknown',
    path: ['format'],
    expected: `"${format}"`,
    found: printFound(found),
    remedy:
      found === undefined
        ? `Add "format": "${format}".`
        : sameKind
          ? 'This version is not known here. Update the library, or save the file in the version above.'
          : `This file is of another kind. Name a file whose format is "${format}".`,
  };
}

const syntaxFault = (text: string, offset: number, expected: string): Fault => ({
  code: 'json.syntax',
  path: '',
  expected,
  found: offset >= text.length ? 'the end of the file' : printFound(text.slice(offset, offset + 20).split('\n')[0]),
  remedy: /^\s*</.test(text)
    ? 'This is a web page, not a JSON file. Check the address.'
    : 'Mend the file there. An editor with JSON support marks the place.',
  position: positionAt(text, offset),
});
