import type { Credential, EvidencePart, Outcome, OutcomeDetail } from './credential.js';

/** A detail with its outcome; an outcome without details stands for itself. */
export interface EvidenceTarget {
  id: string;
  code: string;
  statement: string;
  title?: string | undefined;
  outcome: Outcome;
  detail?: OutcomeDetail | undefined;
}

/** Everything that evidence can be mapped to, in order. */
export function evidenceTargets(outcomes: readonly Outcome[]): EvidenceTarget[] {
  return outcomes.flatMap((outcome): EvidenceTarget[] =>
    outcome.details.length
      ? outcome.details.map((detail) => ({ ...pick(detail), outcome, detail }))
      : [{ ...pick(outcome), outcome }],
  );
}

const pick = ({ id, code, statement, title }: OutcomeDetail | Outcome) => ({ id, code, statement, title });

/** The outcomes that an evidence part asks for. */
export const outcomesOf = (credential: Credential, part: EvidencePart): Outcome[] =>
  part.outcomes ? credential.outcomes.filter(({ id }) => part.outcomes?.includes(id)) : credential.outcomes;

/** The criterion of the rubric that judges a detail, prompt or part. */
export const criterionFor = (credential: Credential, target: { detail?: string; part?: string; prompt?: string }) =>
  credential.rubric?.criteria.find(
    (criterion) =>
      criterion.target.detail === target.detail &&
      criterion.target.part === target.part &&
      criterion.target.prompt === target.prompt,
  );
