import type { OpenSubject } from '../events/requirement-open.js';
import type { Credential, EvidencePart, NarrativePart } from '../model/credential.js';
import { memoByIdentity } from '../model/memo.js';
import { outcomesOf } from '../model/targets.js';

/** One row of the checklist: where it leads, and the ids of the requirements it speaks for. */
export interface OutlineRow {
  id: string;
  kind: 'start' | 'narrative' | 'artifacts' | 'outcome' | 'self-assessment' | 'set-aside' | 'finish';
  subject: OpenSubject;
  /** The credential's own words; where there are none the locale has them. */
  title?: string;
  code?: string;
  needs: string[];
  /** An outcome that has details to count. */
  counted?: boolean;
}

/** Rows under one caption. Without `part` it is the beginning or the end. */
export interface OutlineGroup {
  id: string;
  part?: { number: number; purpose?: NarrativePart['purpose']; title?: string };
  rows: OutlineRow[];
}

/** The rows of a credential, in its order. The same object for the same credential. */
export const outlineOf = memoByIdentity((credential: Credential): OutlineGroup[] => [
  { id: 'start', rows: [{ id: 'start', kind: 'start', subject: { kind: 'start' }, needs: [] }] },
  ...credential.parts.map((part, at) =>
    part.kind === 'narrative' ? narrativeGroup(part, at + 1) : evidenceGroup(part, at + 1, credential),
  ),
  { id: 'finish', rows: finishRows(credential) },
]);

function narrativeGroup(part: NarrativePart, number: number): OutlineGroup {
  const whole: OutlineRow = {
    id: `narrative/${part.id}`,
    kind: 'narrative',
    subject: { kind: 'narrative', part: part.id },
    needs: [`narrative/${part.id}`],
  };
  if (part.layout === 'single') {
    return { id: part.id, part: { number, purpose: part.purpose }, rows: [{ ...whole, title: part.title }] };
  }
  const rows = part.prompts
    .filter(({ kind }) => kind !== 'may')
    .map((prompt): OutlineRow => {
      const id = `narrative/${part.id}/${prompt.id}`;
      return {
        id,
        kind: 'narrative',
        subject: { kind: 'narrative', part: part.id, prompt: prompt.id },
        title: prompt.text,
        needs: [id],
      };
    });
  return { id: part.id, part: { number, title: part.title }, rows: part.words ? [...rows, whole] : rows };
}

function evidenceGroup(part: EvidencePart, number: number, credential: Credential): OutlineGroup {
  const artifacts: OutlineRow = {
    id: `artifacts/${part.id}`,
    kind: 'artifacts',
    subject: { kind: 'artifacts', part: part.id },
    needs: [`artifacts/${part.id}`],
  };
  const outcomes = outcomesOf(credential, part).map((outcome): OutlineRow => ({
    id: `outcome/${part.id}/${outcome.id}`,
    kind: 'outcome',
    subject: { kind: 'outcome', part: part.id, outcome: outcome.id },
    code: outcome.code,
    title: outcome.title ?? outcome.statement,
    needs: (outcome.details.length ? outcome.details : [outcome]).map(({ id }) => `detail/${part.id}/${id}`),
    counted: outcome.details.length > 0,
  }));
  return { id: part.id, part: { number, title: part.title }, rows: [artifacts, ...outcomes] };
}

function finishRows(credential: Credential): OutlineRow[] {
  const alone = (kind: 'self-assessment' | 'set-aside'): OutlineRow => ({
    id: kind,
    kind,
    subject: { kind },
    needs: [kind],
  });
  return [
    alone('self-assessment'),
    alone('set-aside'),
    {
      id: 'finish',
      kind: 'finish',
      subject: { kind: 'finish' },
      needs: ['applicant', ...credential.attestations.map(({ id }) => `attestation/${id}`)],
    },
  ];
}
