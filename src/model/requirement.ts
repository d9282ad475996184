import type { Finding } from './submission.js';

/** `todo`: not begun. `doing`: begun, something is still wrong. `done`: nothing blocks. */
export type RequirementState = 'todo' | 'doing' | 'done';

/** What a requirement is about, and the ids that lead there. */
export type RequirementSubject =
  | { kind: 'narrative'; part: string; prompt?: string | undefined }
  | { kind: 'artifacts'; part: string }
  | { kind: 'detail'; part: string; outcome: string; detail: string }
  | { kind: 'self-assessment' }
  | { kind: 'set-aside' }
  | { kind: 'applicant' }
  | { kind: 'attestation'; attestation: string };

/** A rule derived from the credential, and how the portfolio stands to it. */
export interface Requirement {
  /** Stable, made of the ids it is about: `detail/p-evidence/d-protocol`. */
  id: string;
  subject: RequirementSubject;
  state: RequirementState;
  /** Never needed for handing in. */
  optional: boolean;
  findings: Finding[];
  /** Figures to show: words of a text, pointers of a detail, artifacts of a part, criteria marked. */
  progress?: { have: number; need: number; most?: number | undefined };
}

/** Whether handing in must wait for this. */
export const blocks = (requirement: Requirement): boolean =>
  requirement.findings.some(({ severity }) => severity === 'blocks');

/** How far the whole is, in the figures people ask for. */
export interface Progress {
  details: { done: number; all: number };
  texts: { done: number; all: number };
  /** Requirements that block. */
  blocking: number;
  /** The first that blocks, in the order of the credential. */
  next: Requirement | undefined;
  ready: boolean;
}

/** Sums up requirements. */
export function progressOf(requirements: readonly Requirement[]): Progress {
  const progress: Progress = {
    details: { done: 0, all: 0 },
    texts: { done: 0, all: 0 },
    blocking: 0,
    next: undefined,
    ready: true,
  };
  for (const requirement of requirements) {
    const tally =
      requirement.subject.kind === 'detail'
        ? progress.details
        : requirement.subject.kind === 'narrative'
          ? progress.texts
          : undefined;
    if (tally) {
      tally.all += 1;
      if (requirement.state === 'done') tally.done += 1;
    }
    if (!blocks(requirement)) continue;
    progress.blocking += 1;
    progress.next ??= requirement;
    progress.ready = false;
  }
  return progress;
}
