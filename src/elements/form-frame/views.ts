import type { OpenSubject } from '../../events/requirement-open.js';
import type { Credential } from '../../model/credential.js';
import type { Requirement } from '../../model/requirement.js';
import { outlineOf, type OutlineRow } from '../outline.js';

/**
 * Where the person is in the form. `detail` is the one asked for within an outcome; where none was, `opened` is the one
 * that was left to do when the place was entered, which is the one that stands open there.
 */
export interface View {
  row: OutlineRow;
  /** The number of its part, and how many there are; absent at the beginning and the end. */
  part?: { id: string; number: number; all: number } | undefined;
  detail?: string | undefined;
  opened?: string | undefined;
}

/** The place that a subject leads to. What has no place of its own (applicant, attestations) is at the end. */
export function viewOf(credential: Credential, subject: OpenSubject): View {
  const groups = outlineOf(credential);
  const all = credential.parts.length;
  const wanted = rowId(subject, credential);
  for (const { id, part, rows } of groups) {
    const row =
      rows.find((each) => each.id === wanted) ?? (part && 'part' in subject && id === subject.part && rows[0]);
    if (!row) continue;
    return {
      row,
      ...(part && { part: { id, number: part.number, all } }),
      ...(subject.kind === 'detail' && { detail: subject.detail }),
    };
  }
  return viewOf(credential, { kind: 'finish' });
}

function rowId(subject: OpenSubject, credential: Credential): string {
  switch (subject.kind) {
    case 'narrative':
      return subject.prompt === undefined ? `narrative/${subject.part}` : `narrative/${subject.part}/${subject.prompt}`;
    case 'artifacts':
      return `artifacts/${subject.part}`;
    case 'outcome':
      return `outcome/${subject.part}/${subject.outcome}`;
    case 'detail': {
      const outcome = credential.outcomes.find(
        ({ id, details }) => id === subject.detail || details.some((detail) => detail.id === subject.detail),
      );
      return `outcome/${subject.part}/${outcome?.id ?? subject.outcome}`;
    }
    case 'applicant':
    case 'attestation':
      return 'finish';
    default:
      return subject.kind;
  }
}

/** The place after one, in the order of the credential. What is optional is not on the way. */
export function viewAfter(credential: Credential, view: View): View | undefined {
  const rows = outlineOf(credential)
    .flatMap((group) => group.rows)
    .filter(({ id, kind }) => id === view.row.id || (kind !== 'self-assessment' && kind !== 'set-aside'));
  // Prompts of one part are on one page.
  const here = rows.findLastIndex(
    (row) => row.id === view.row.id || (row.kind === 'narrative' && samePart(row, view.row)),
  );
  const next = rows[here + 1];
  return next && viewOf(credential, next.subject);
}

const samePart = (one: OutlineRow, other: OutlineRow): boolean =>
  one.subject.kind === 'narrative' && other.subject.kind === 'narrative' && one.subject.part === other.subject.part;

/** A place as it is entered. Entered once more, what stood open there still does. */
export function entered(view: View, before: View | undefined, requirements: readonly Requirement[]): View {
  if (before?.row.id === view.row.id) return { ...view, opened: before.detail ?? before.opened };
  return { ...view, opened: detailsOf(view, requirements).find(({ done }) => !done)?.subject.detail };
}

/** The detail of an outcome's page that is to be proved after the one that is open. */
export function nextDetail(
  view: View,
  requirements: readonly Requirement[],
): Extract<OpenSubject, { kind: 'detail' }> | undefined {
  const details = detailsOf(view, requirements);
  const open = details.findIndex(({ subject }) => subject.detail === (view.detail ?? view.opened));
  return details.slice(open + 1).find(({ done }) => !done)?.subject;
}

function detailsOf(view: View, requirements: readonly Requirement[]) {
  const { subject: place } = view.row;
  if (place.kind !== 'outcome') return [];
  return requirements.flatMap(({ subject, state }) =>
    subject.kind === 'detail' && subject.outcome === place.outcome && subject.part === place.part
      ? [{ subject, done: state === 'done' }]
      : [],
  );
}
