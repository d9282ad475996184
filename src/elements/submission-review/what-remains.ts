import type { Affiliate } from '../../model/affiliate.js';
import type { FindingMessages } from '../../locales/findings.js';
import type { ReviewMessages } from '../../locales/review.js';
import type { Credential } from '../../model/credential.js';
import { blocks, type Requirement, type RequirementState, type RequirementSubject } from '../../model/requirement.js';
import { evidenceTargets } from '../../model/targets.js';
import type { PortfolioState } from '../../state/state.js';
import { firstLine, requirementLine } from '../requirement-words.js';

/** One thing that is still missing or worth a look, and where it leads. */
export interface RemainingRow {
  id: string;
  name: string;
  /** Of the name, where it is the credential's own words. */
  language?: string;
  line: string;
  state: RequirementState;
  subject: RequirementSubject;
  /** Bytes of files on their way to the receiver. */
  upload?: { sent: number; size: number };
}

interface Words {
  review: ReviewMessages;
  finding: FindingMessages;
}

type Slices = Pick<PortfolioState, 'credential' | 'requirements' | 'affiliate' | 'portfolio' | 'files' | 'remote'>;

/**
 * Everything that blocks, in the order of the credential. What stands on the review's own screen is one row each: the
 * person's fields, and the statements to confirm.
 */
export function blockingRows(state: Slices, words: Words): RemainingRow[] {
  const { credential, requirements } = state;
  const open = requirements.filter(blocks);
  const rows: RemainingRow[] = open
    .filter(({ subject }) => subject.kind !== 'applicant' && subject.kind !== 'attestation')
    .map((requirement) => ({
      ...rowOf(requirement, credential, words),
      line: requirementLine(requirement, words.finding),
      ...uploadOf(requirement, state, words),
    }));
  const applicant = open.find(({ subject }) => subject.kind === 'applicant');
  if (applicant) {
    const gaps = applicant.findings.map(({ params }) => gapName(String(params.field), state.affiliate, words.review));
    rows.push({ ...rowOf(applicant, credential, words), line: words.review.gaps(gaps) });
  }
  const statements = open.filter(({ subject }) => subject.kind === 'attestation');
  const [first] = statements;
  if (first) {
    rows.push({
      id: 'attestations',
      name: words.review.confirm.title,
      line: words.review.toConfirm(statements.length),
      state:
        statements.length === credential.attestations.length && statements.every((each) => each.state === 'todo')
          ? 'todo'
          : 'doing',
      subject: first.subject,
    });
  }
  return rows;
}

/** What does not block and is still worth a look. */
export function adviceRows(
  { credential, requirements }: Pick<Slices, 'credential' | 'requirements'>,
  words: Words,
): RemainingRow[] {
  return requirements.flatMap((requirement) => {
    const advice = requirement.findings.find(({ severity }) => severity === 'advice');
    return advice
      ? [{ ...rowOf(requirement, credential, words), line: firstLine(requirement, advice, words.finding) }]
      : [];
  });
}

/** What a requirement is called: the credential's own words where it has them. */
export function requirementName({ subject }: Requirement, credential: Credential, say: ReviewMessages): string {
  switch (subject.kind) {
    case 'narrative': {
      const part = credential.parts.find(({ id }) => id === subject.part);
      const prompt = part?.kind === 'narrative' ? part.prompts.find(({ id }) => id === subject.prompt) : undefined;
      return prompt?.text ?? part?.title ?? '';
    }
    case 'artifacts':
      return credential.parts.find(({ id }) => id === subject.part)?.title ?? '';
    case 'detail': {
      const target = evidenceTargets(credential.outcomes).find(({ id }) => id === subject.detail);
      return target ? `${target.code} ${target.title ?? target.statement}` : '';
    }
    case 'attestation':
      return credential.attestations.find(({ id }) => id === subject.attestation)?.statement ?? '';
    case 'self-assessment':
      return say.selfAssessment;
    case 'set-aside':
      return say.setAside;
    case 'applicant':
      return say.about.title;
  }
}

const ofCredential = new Set(['narrative', 'artifacts', 'detail', 'attestation']);

const rowOf = (requirement: Requirement, credential: Credential, words: Words) => ({
  id: requirement.id,
  name: requirementName(requirement, credential, words.review),
  language: ofCredential.has(requirement.subject.kind) ? credential.language : undefined,
  state: requirement.state,
  subject: requirement.subject,
});

const gapName = (field: string, affiliate: Affiliate | undefined, say: ReviewMessages): string =>
  field === 'name' || field === 'email'
    ? say.gapNames[field]
    : say.gapNamed(affiliate?.applicantFields.find(({ id }) => id === field)?.label ?? field);

/** Where the only thing missing is that files arrive, how far they are. */
function uploadOf(
  { subject, findings }: Requirement,
  { portfolio, files, remote }: Slices,
  words: Words,
): Partial<RemainingRow> {
  const blocking = findings.filter(({ severity }) => severity === 'blocks');
  const onlyUploads = blocking.every(({ code }) => code === 'artifact.upload-incomplete');
  if (remote.state === 'none' || subject.kind !== 'artifacts' || !onlyUploads) return {};
  const all = portfolio.artifacts.flatMap(({ part, file }) => (part === subject.part && file ? [file] : []));
  const arrived = all.filter(({ id }) => files[id]?.upload === 'checked').length;
  const sent = all.reduce((sum, { id }) => sum + (files[id]?.sent ?? 0), 0);
  const size = all.reduce((sum, file) => sum + file.size, 0);
  return { line: words.review.uploading(arrived, all.length), upload: { sent, size } };
}
