import type { GonePlaces } from './change.js';
import type { Credential, NarrativePart, Part } from './credential.js';
import type { Portfolio, TextPlace } from './portfolio.js';
import { evidenceTargets, outcomesOf } from './targets.js';

/**
 * What work has no place any more when one version of a credential follows another, by ids alone. Accepting a revision
 * is the change `credential-revise` with these: it moves that work to `setAside`.
 */
export function gonePlaces(from: Credential, to: Credential): GonePlaces {
  const toParts = new Map(to.parts.map((part) => [part.id, part]));
  const parts = from.parts.filter((part) => toParts.get(part.id)?.kind !== part.kind).map(({ id }) => id);
  const prompts = from.parts.flatMap((part) => {
    const next = toParts.get(part.id);
    return part.kind === 'narrative' && next?.kind === 'narrative' ? gonePrompts(part, next) : [];
  });
  const losesLibrary = from.parts.some((part) => part.kind === 'evidence' && parts.includes(part.id));
  const artifactsTo = losesLibrary ? to.parts.find(({ kind }) => kind === 'evidence')?.id : undefined;
  return {
    parts,
    prompts,
    ...(artifactsTo !== undefined && { artifactsTo }),
    details: missing(askedDetails(from), askedDetails(to)),
    criteria: missing(ids(from.rubric?.criteria), ids(to.rubric?.criteria)),
    attestations: missing(ids(from.attestations), ids(to.attestations)),
  };
}

/** Texts of a part that stays, whose places in it do not. */
const gonePrompts = (from: NarrativePart, to: NarrativePart): TextPlace[] =>
  missing(textPlaces(from), textPlaces(to)).map((prompt) => ({
    part: from.id,
    ...(prompt !== undefined && { prompt }),
  }));

/** The prompts that have a text of their own; `undefined` stands for the one text of all. */
const textPlaces = (part: NarrativePart): (string | undefined)[] =>
  part.layout === 'single' ? [undefined] : part.prompts.filter(({ kind }) => kind !== 'may').map(({ id }) => id);

/**
 * What of a portfolio has no place in its credential, in the terms of `credential-revise`; nothing where all has. After
 * a revision such work can still come: from a tab that had not seen it, or with an earlier version that is restored.
 */
export function strayPlaces(portfolio: Portfolio, credential: Credential): GonePlaces | undefined {
  const parts = new Map(credential.parts.map((part) => [part.id, part]));
  const libraries = credential.parts.filter(({ kind }) => kind === 'evidence').map(({ id }) => id);
  const hasText = ({ part, prompt }: TextPlace) => {
    const owner = parts.get(part);
    return owner?.kind === 'narrative' && textPlaces(owner).includes(prompt);
  };
  const gone: GonePlaces = {
    parts: libraries.length
      ? [...new Set(portfolio.artifacts.map(({ part }) => part))].filter((id) => !parts.has(id))
      : [],
    prompts: portfolio.narratives
      .filter((text) => !hasText(text))
      .map(({ part, prompt }) => ({ part, ...(prompt !== undefined && { prompt }) })),
    details: missing(
      portfolio.evidence.map(({ detail }) => detail),
      askedDetails(credential),
    ),
    criteria: missing(
      portfolio.selfAssessments.map(({ criterion }) => criterion),
      ids(credential.rubric?.criteria),
    ),
    attestations: missing(
      portfolio.attestations.map(({ attestation }) => attestation),
      ids(credential.attestations),
    ),
    ...(libraries[0] !== undefined && { artifactsTo: libraries[0] }),
  };
  const isStray = [gone.parts, gone.prompts, gone.details, gone.criteria, gone.attestations].some(
    (list) => list.length > 0,
  );
  return isStray ? gone : undefined;
}

/** One difference between two versions of a credential, as the person is shown it. */
export interface Revision {
  kind: 'added' | 'removed' | 'changed';
  what: 'overview' | 'part' | 'prompt' | 'outcome' | 'detail' | 'attestation' | 'criterion' | 'words';
  /** The words before and after; for `words` the limits as text. */
  before?: string;
  after?: string;
}

/** What changed between two versions, in the order of the credential. */
export function compareCredentials(from: Credential, to: Credential): Revision[] {
  const changes: Revision[] = [];
  if (from.overview !== to.overview)
    changes.push({ kind: 'changed', what: 'overview', before: from.overview, after: to.overview });
  const compare = (what: Revision['what'], before: Map<string, string>, after: Map<string, string>) => {
    for (const [id, words] of after) {
      const was = before.get(id);
      if (was === undefined) changes.push({ kind: 'added', what, after: words });
      else if (was !== words) changes.push({ kind: 'changed', what, before: was, after: words });
    }
    for (const [id, words] of before) if (!after.has(id)) changes.push({ kind: 'removed', what, before: words });
  };
  const outcomes = (c: Credential) => new Map(c.outcomes.map((o) => [o.id, o.statement]));
  const details = (c: Credential) =>
    new Map(c.outcomes.flatMap((o) => o.details.map((d) => [d.id, d.statement] as const)));
  const parts = (c: Credential) => new Map(c.parts.map((part) => [part.id, part.title]));
  const words = (c: Credential) => new Map(c.parts.flatMap(wordLimits));
  const prompts = (c: Credential) =>
    new Map(
      c.parts.flatMap((part) =>
        part.kind === 'narrative' ? part.prompts.map((p) => [`${part.id}/${p.id}`, p.text] as const) : [],
      ),
    );
  compare('outcome', outcomes(from), outcomes(to));
  compare('detail', details(from), details(to));
  compare('part', parts(from), parts(to));
  compare('prompt', prompts(from), prompts(to));
  compare('words', words(from), words(to));
  compare('criterion', criteria(from), criteria(to));
  compare('attestation', statements(from), statements(to));
  return changes;
}

const criteria = (c: Credential) =>
  new Map(
    (c.rubric?.criteria ?? []).map((k) => [
      k.id,
      `${k.title}: ${k.levels.map(({ description }) => description).join(' / ')}`,
    ]),
  );
const statements = (c: Credential) => new Map(c.attestations.map((a) => [a.id, a.statement]));

function wordLimits(part: Part): (readonly [string, string])[] {
  if (part.kind !== 'narrative') return [];
  const limit = (min?: number, max?: number) => `${min ?? 0}–${max ?? '∞'}`;
  return [
    [part.id, limit(part.words?.min, part.words?.max)],
    ...part.prompts
      .filter((p) => p.words)
      .map((p) => [`${part.id}/${p.id}`, limit(p.words?.min, p.words?.max)] as const),
  ];
}

const ids = (items: readonly { id: string }[] | undefined) => (items ?? []).map(({ id }) => id);
/** Every detail that some evidence part asks for. */
const askedDetails = (credential: Credential) => [
  ...new Set(
    credential.parts.flatMap((part) =>
      part.kind === 'evidence' ? ids(evidenceTargets(outcomesOf(credential, part))) : [],
    ),
  ),
];
const missing = <T>(from: T[], to: T[]): T[] => {
  const kept = new Set(to);
  return from.filter((id) => !kept.has(id));
};
