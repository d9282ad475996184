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
import { faultOf, printFound, printPath, type Fault, type Located, type Path } from './fault.js';
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
export const parseSubmission = (input: unknown): Parsed<Submission> => parseDocument(input, Submission, submissionFormat);

/** Reads an assessment. */
export const parseAssessment = (input: unknown): Parsed<Assessment> => parseDocument(input, Assessment, assessmentFormat);

function parseDocument<T>(
  input: unknown,
  schema: v.GenericSchema<unknown, T>,
  format: string,
  check: (value: T) => Located[] = () => [],
): Parsed<T> {
  const text = typeof input === 'string' ? input.replace(/^\uFEFF/, '') : undefined;
  const scan = text === undefined ? undefined : scanJson(text);
  if (text !== undefined && scan && !scan.ok) return { ok: false, faults: [syntaxFault(text, scan.offset, scan.expected)] };
  const value: unknown = text === undefined ? input : JSON.parse(text);

  const place = (path: Path): Pick<Fault, 'path' | 'position'> => {
    if (text === undefined || !scan?.ok) return { path: printPath(path) };
    let offset: number | undefined;
    // What is missing stands nowhere: its parent's place leads there.
    for (let end = path.length; offset === undefined && end >= 0; end -= 1) offset = scan.offsets.get(pathKey(path.slice(0, end)));
    return { path: printPath(path), position: positionAt(text, offset ?? 0) };
  };

  const wrongFormat = formatFault(value, format);
  if (wrongFormat) return { ok: false, faults: [{ ...wrongFormat, ...place(wrongFormat.path) }] };
  const result = v.safeParse(schema, value);
  if (!result.success) {
    const faults = result.issues.flatMap(leafIssues).map((issue) => {
      const path = issuePath(issue);
      return { ...faultOf(issue, path), ...place(path) };
    });
    return { ok: false, faults };
  }
  const faults = check(result.output).map((fault) => ({ ...fault, ...place(fault.path) }));
  return faults.length ? { ok: false, faults } : { ok: true, value: result.output };
}

function formatFault(value: unknown, format: string): Located | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return {
      code: 'type.wrong', path: [], expected: `an object in { } with "format": "${format}"`, found: printFound(value),
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

const issuePath = (issue: v.BaseIssue<unknown>): Path =>
  (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));

/** A union's issue says only that no member fits; the member that came furthest says what is wrong. */
function leafIssues(issue: v.BaseIssue<unknown>): v.BaseIssue<unknown>[] {
  if (!issue.issues?.length) return [issue];
  const prefix = issue.path ?? [];
  return [...issue.issues].flatMap(leafIssues).map((inner) => ({ ...inner, path: [...prefix, ...(inner.path ?? [])] as typeof issue.path }));
}
