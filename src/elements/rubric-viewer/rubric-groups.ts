import type { OpenSubject } from '../../events/requirement-open.js';
import type { RubricMessages } from '../../locales/rubric.js';
import type { Credential, Criterion, Rubric } from '../../model/credential.js';
import { memoByIdentity } from '../../model/memo.js';

/** A criterion with the code of what it judges, and the way there; both are known only beside the credential. */
export interface RubricRow {
  criterion: Criterion;
  /** Its place in the rubric. */
  at: number;
  code?: string;
  subject?: OpenSubject;
}

/** Criteria of one outcome or one part. Without a credential there is one group without a title. */
export interface RubricGroup {
  title: string;
  rows: RubricRow[];
}

/** The criteria in the rubric's order, neighbours that judge the same outcome or part together. */
export function rubricGroups(
  rubric: Rubric,
  only: readonly string[] | undefined,
  credential: Credential | undefined,
  say: RubricMessages,
): RubricGroup[] {
  const groups: RubricGroup[] = [];
  for (const [at, criterion] of rubric.criteria.entries()) {
    if (only && !only.includes(criterion.id)) continue;
    const { title, ...row } = credential ? placeOf(criterion, credential, say) : { title: '' };
    const last = groups.at(-1);
    if (last?.title === title) last.rows.push({ criterion, at, ...row });
    else groups.push({ title, rows: [{ criterion, at, ...row }] });
  }
  return groups;
}

type Place = Omit<RubricRow, 'criterion' | 'at'> & { title: string };

function placeOf({ target }: Criterion, credential: Credential, say: RubricMessages): Place {
  if (target.detail !== undefined) {
    const place = detailsOf(credential).get(target.detail);
    const part = credential.parts.find(
      (entry) => entry.kind === 'evidence' && (!entry.outcomes || (place && entry.outcomes.includes(place.outcome.id))),
    );
    if (!place) return { title: '' };
    const { outcome, code } = place;
    return {
      title: say.outcome(outcome.code, outcome.title ?? outcome.statement),
      code,
      ...(part && { subject: { kind: 'detail', part: part.id, outcome: outcome.id, detail: target.detail } }),
    };
  }
  const at = credential.parts.findIndex((part) => part.id === target.part);
  const part = credential.parts[at];
  if (!part) return { title: '' };
  const subject: OpenSubject =
    part.kind === 'evidence'
      ? { kind: 'artifacts', part: part.id }
      : { kind: 'narrative', part: part.id, prompt: target.prompt };
  return { title: say.part(at + 1, part.title), subject };
}

const detailsOf = memoByIdentity(
  (credential: Credential) =>
    new Map(
      credential.outcomes.flatMap((outcome) =>
        [outcome, ...outcome.details].map(({ id, code }) => [id, { outcome, code }] as const),
      ),
    ),
);
