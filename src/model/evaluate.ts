/**
 * What a credential requires, and how a portfolio stands to it. Requirements come in the order of the credential and
 * keep their identity while nothing they depend on has changed, so that one keystroke wakes one row.
 */
import { artifactsRequirement } from './evaluate-artifacts.js';
import { detailRequirement } from './evaluate-detail.js';
import type { Attestation, Credential, EvidencePart, NarrativePart, Rubric } from './credential.js';
import type { Facts } from './facts.js';
import { memoByIdentity } from './memo.js';
import type {
  Artifact,
  Evidence,
  NarrativeText,
  Portfolio,
  SelfAssessment,
  SetAside,
  SignedAttestation,
} from './portfolio.js';
import type { Requirement } from './requirement.js';
import { sameJson } from './same-json.js';
import type { Finding } from './submission.js';
import { evidenceTargets, outcomesOf } from './targets.js';
import { countText } from './text-count.js';
import { wordFindings } from './word-limits.js';

/** Every requirement of a credential for one portfolio. The same in browser and server. */
export function evaluate(credential: Credential, portfolio: Portfolio, facts: Facts = {}): Requirement[] {
  const requirements: Requirement[] = [];
  const aside = sortSetAside(portfolio.setAside);
  for (const part of credential.parts) {
    if (part.kind === 'narrative') requirements.push(...narrativeRequirements(part, portfolio, aside));
    else requirements.push(...evidenceRequirements(part, credential, portfolio, facts, aside));
  }
  if (credential.rubric) requirements.push(selfAssessmentRequirement(credential.rubric, portfolio.selfAssessments));
  if (aside.noPlace > 0) requirements.push(setAsideRequirement(credential, aside.noPlace));
  if (facts.applicantGaps) requirements.push(applicantRequirement(credential, facts.applicantGaps));
  for (const attestation of credential.attestations) {
    const entry = portfolio.attestations.find((signed) => signed.attestation === attestation.id);
    requirements.push(attestationRequirement(attestation, entry));
  }
  return requirements;
}

function narrativeRequirements(part: NarrativePart, portfolio: Portfolio, aside: Aside): Requirement[] {
  const texts = new Map(
    portfolio.narratives.filter((text) => text.part === part.id).map((text) => [text.prompt, text]),
  );
  if (part.layout === 'single') {
    return [singleRequirement(part, texts.get(undefined), aside.narratives.get(part.id) ?? none)];
  }
  const asked = part.prompts.filter(({ kind }) => kind !== 'may');
  const requirements = asked.map((prompt) =>
    promptRequirement(prompt, part, texts.get(prompt.id), aside.narratives.get(`${part.id}/${prompt.id}`) ?? none),
  );
  if (part.words) {
    const words = asked.reduce((sum, prompt) => sum + countText(texts.get(prompt.id), part).words, 0);
    requirements.push(wholePartRequirement(part, words));
  }
  return requirements;
}

const singleRequirement = memoByIdentity((part: NarrativePart, text: NarrativeText | undefined, versions: number) =>
  textRequirement(
    `narrative/${part.id}`,
    { kind: 'narrative', part: part.id },
    countText(text, part).words,
    part.words,
    versions,
  ),
);

const promptRequirement = memoByIdentity(
  (prompt: NarrativePart['prompts'][number], part: NarrativePart, text: NarrativeText | undefined, versions: number) =>
    textRequirement(
      `narrative/${part.id}/${prompt.id}`,
      { kind: 'narrative', part: part.id, prompt: prompt.id },
      countText(text, part).words,
      prompt.words,
      versions,
    ),
);

const wholePartRequirement = memoByIdentity((part: NarrativePart, words: number) =>
  textRequirement(`narrative/${part.id}`, { kind: 'narrative', part: part.id }, words, part.words, none),
);

function textRequirement(
  id: string,
  subject: Requirement['subject'],
  words: number,
  limits: { min?: number | undefined; max?: number | undefined } | undefined,
  versions: number,
): Requirement {
  const findings = [...wordFindings(id, words, limits), ...twoVersions(id, versions)];
  const need = Math.max(1, limits?.min ?? 1);
  return finish(id, subject, words > 0 || versions > 0, findings, { have: words, need, most: limits?.max });
}

function evidenceRequirements(
  part: EvidencePart,
  credential: Credential,
  portfolio: Portfolio,
  facts: Facts,
  aside: Aside,
): Requirement[] {
  const evidence = evidenceByDetail(portfolio.evidence);
  const requirements = [
    artifactsRequirement(part, portfolio.artifacts, portfolio.evidence, facts.stored, facts.arrived),
  ];
  for (const target of targetsOf(part, credential)) {
    requirements.push(
      detailRequirement(
        target,
        part,
        evidence.get(target.id),
        artifactsById(portfolio.artifacts),
        facts.measured,
        aside.details.get(target.id) ?? none,
      ),
    );
  }
  return requirements;
}

/** Targets of a part, with stable identity. */
const targetsOf = memoByIdentity((part: EvidencePart, credential: Credential) =>
  evidenceTargets(outcomesOf(credential, part)),
);
const evidenceByDetail = memoByIdentity(
  (evidence: Evidence[]) => new Map(evidence.map((entry) => [entry.detail, entry])),
);
const artifactsById = memoByIdentity(
  (artifacts: Artifact[]) => new Map(artifacts.map((artifact) => [artifact.id, artifact])),
);

function assessSelf(rubric: Rubric, marks: SelfAssessment[]): Requirement {
  const known = new Set(rubric.criteria.map(({ id }) => id));
  const have = marks.filter(({ criterion, level }) => known.has(criterion) && level !== undefined).length;
  const need = rubric.criteria.length;
  const state = have === 0 ? 'todo' : have < need ? 'doing' : 'done';
  return {
    id: 'self-assessment',
    subject: { kind: 'self-assessment' },
    state,
    optional: true,
    findings: [],
    progress: { have, need },
  };
}
const selfAssessmentRequirement = memoByIdentity(assessSelf, sameJson);

const attestationRequirement = memoByIdentity((attestation: Attestation, entry: SignedAttestation | undefined) => {
  const id = `attestation/${attestation.id}`;
  const findings: Finding[] = [];
  const add = (code: string) => findings.push({ code, severity: 'blocks', at: id, params: {} });
  if (!entry?.signed) add(entry?.cleared ? 'attestation.cleared' : 'attestation.unsigned');
  if (attestation.text?.required && !entry?.text?.trim()) add('attestation.text-missing');
  return finish(id, { kind: 'attestation', attestation: attestation.id }, entry !== undefined, findings);
});

const applicantRequirement = memoByIdentity(
  (_credential: Credential, gaps: readonly string[]) =>
    finish(
      'applicant',
      { kind: 'applicant' },
      // Whoever has begun has said at least a name or an address.
      !(gaps.includes('name') && gaps.includes('email')),
      gaps.map((field) => ({
        code: 'applicant.field-missing',
        severity: 'blocks',
        at: 'applicant',
        params: { field },
      })),
    ),
  sameJson,
);

const setAsideRequirement = memoByIdentity((_credential: Credential, count: number) =>
  finish('set-aside', { kind: 'set-aside' }, true, [
    { code: 'draft.set-aside', severity: 'advice', at: 'set-aside', params: { count } },
  ]),
);

/** Where two versions wait: how many by text (`part` or `part/prompt`) and by detail; and how many lost their place. */
interface Aside {
  narratives: Map<string, number>;
  details: Map<string, number>;
  noPlace: number;
}
const none = 0;

const sortSetAside = memoByIdentity((entries: SetAside[]): Aside => {
  const aside: Aside = { narratives: new Map(), details: new Map(), noPlace: 0 };
  const add = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1);
  for (const entry of entries) {
    const { part, prompt, detail } = entry.where;
    if (entry.reason === 'no-place') aside.noPlace += 1;
    else if (detail !== undefined) add(aside.details, detail);
    else if (part !== undefined) add(aside.narratives, prompt === undefined ? part : `${part}/${prompt}`);
  }
  return aside;
});

const twoVersions = (at: string, count: number): Finding[] =>
  count > 0 ? [{ code: 'draft.two-versions', severity: 'blocks', at, params: { count } }] : [];

function finish(
  id: string,
  subject: Requirement['subject'],
  begun: boolean,
  findings: Finding[],
  progress?: Requirement['progress'],
): Requirement {
  const blocked = findings.some(({ severity }) => severity === 'blocks');
  const state = !blocked ? 'done' : begun ? 'doing' : 'todo';
  return { id, subject, state, optional: false, findings, ...(progress && { progress }) };
}
