import type { ChecklistMessages } from '../../locales/checklist.js';
import type { FindingMessages } from '../../locales/findings.js';
import { blocks, type Requirement, type RequirementState } from '../../model/requirement.js';
import { findingLine, requirementLine } from '../requirement-words.js';
import type { OutlineRow } from '../outline.js';

/** What the last row needs to know of the whole. */
export interface Whole {
  ready: boolean;
  handedIn: boolean;
}

/** One state for all requirements of a row. Handing in is complete only once it was done. */
export function rowState(row: OutlineRow, about: readonly Requirement[], whole: Whole): RequirementState {
  if (row.kind === 'finish') return whole.handedIn ? 'done' : about.some(begun) || whole.ready ? 'doing' : 'todo';
  if (about.every(({ state }) => state === 'done')) return 'done';
  return about.some(({ state }) => state !== 'todo') ? 'doing' : 'todo';
}

/** The applicant's fields count as begun from the start, so only complete ones tell that someone was there. */
const begun = ({ subject, state }: Requirement) => (subject.kind === 'applicant' ? state === 'done' : state !== 'todo');

/** The line under a row's title: figures, and in plain words the first thing that is missing. */
export function rowLine(
  row: OutlineRow,
  about: readonly Requirement[],
  whole: Whole,
  say: ChecklistMessages,
  words: FindingMessages,
): string {
  const [first] = about;
  switch (row.kind) {
    case 'start':
      return '';
    case 'finish':
      return finishLine(about, whole, say);
    case 'outcome':
      return outcomeLine(row, about, say, words);
    case 'self-assessment':
      return first?.progress?.have ? join(say.optional, requirementLine(first, words)) : say.optional;
    case 'artifacts': {
      const have = first?.progress?.have ?? 0;
      const line = first ? requirementLine(first, words) : '';
      return have > 0 && first?.findings.length ? join(words.artifacts(have), line) : line;
    }
    default:
      return first ? requirementLine(first, words) : '';
  }
}

function outcomeLine(
  row: OutlineRow,
  about: readonly Requirement[],
  say: ChecklistMessages,
  words: FindingMessages,
): string {
  const [first] = about;
  if (!row.counted && first) return first.state === 'todo' ? say.notBegun : requirementLine(first, words);
  const done = about.filter(({ state }) => state === 'done').length;
  const missing = about
    .filter(({ state }) => state === 'doing')
    .flatMap(({ findings }) => findings)
    .find(({ severity }) => severity === 'blocks');
  return join(say.details(done, about.length), missing && findingLine(missing, words));
}

function finishLine(about: readonly Requirement[], whole: Whole, say: ChecklistMessages): string {
  if (whole.handedIn) return say.handedIn;
  if (whole.ready) return say.ready;
  const fields = about.find(({ subject }) => subject.kind === 'applicant')?.findings.length ?? 0;
  const statements = about.filter(
    (requirement) => requirement.subject.kind === 'attestation' && blocks(requirement),
  ).length;
  return join(fields > 0 && say.aboutYou(fields), statements > 0 && say.toConfirm(statements));
}

const join = (...lines: (string | false | undefined)[]) => lines.filter(Boolean).join('\u00a0· ');
