import * as v from 'valibot';
import { Id, LanguageTag, Link, open, WholeNumber, Words } from './base.js';

/** The format name that every credential file carries. */
export const credentialFormat = 'mc-credential/1';

/** A tie to an item of a framework by its code (Open Badges 3.0 `Alignment`). */
export const Alignment = open({
  framework: Words,
  code: Words,
  title: v.optional(Words),
  url: v.optional(Link),
});
export type Alignment = v.InferOutput<typeof Alignment>;

/** One subskill of an outcome: the thing that evidence is mapped to. */
export const OutcomeDetail = open({
  id: Id,
  code: Words,
  /** What must be shown, in full. */
  statement: Words,
  /** A short name for lists; the statement stands in where there is none. */
  title: v.optional(Words),
  alignments: v.optional(v.array(Alignment)),
  references: v.optional(v.array(Id)),
});
export type OutcomeDetail = v.InferOutput<typeof OutcomeDetail>;

/** An essential outcome. Without details it is itself what evidence is mapped to. */
export const Outcome = open({
  id: Id,
  code: Words,
  statement: Words,
  title: v.optional(Words),
  details: v.optional(v.array(OutcomeDetail), []),
  alignments: v.optional(v.array(Alignment), []),
  references: v.optional(v.array(Id), []),
});
export type Outcome = v.InferOutput<typeof Outcome>;

/** How many words a text needs or may have, by the credential's word profile. */
export const WordLimits = open({ min: v.optional(WholeNumber), max: v.optional(WholeNumber) });
export type WordLimits = v.InferOutput<typeof WordLimits>;

/**
 * What a narrative is asked. `question` and `must` are to be answered; `may` is help and never a requirement.
 */
export const Prompt = open({
  id: Id,
  text: Words,
  kind: v.picklist(['question', 'must', 'may']),
  outcomes: v.optional(v.array(Id)),
  words: v.optional(WordLimits),
});
export type Prompt = v.InferOutput<typeof Prompt>;

/** A part that is written. `single`: one text answers all prompts; `per-prompt`: a text for each `question` and `must`. */
export const NarrativePart = open({
  kind: v.literal('narrative'),
  id: Id,
  title: Words,
  instructions: v.optional(Words),
  purpose: v.optional(v.picklist(['overview', 'reflection', 'other']), 'other'),
  layout: v.picklist(['single', 'per-prompt']),
  prompts: v.pipe(v.array(Prompt), v.minLength(1)),
  words: v.optional(WordLimits),
});
export type NarrativePart = v.InferOutput<typeof NarrativePart>;

/** Kinds of artifact a credential can accept; `artifact-kind.ts` says which files are which. */
export const artifactKinds = [
  'pdf',
  'document',
  'presentation',
  'spreadsheet',
  'image',
  'audio',
  'video',
  'text',
  'link',
] as const;
export const ArtifactKind = v.picklist(artifactKinds);
export type ArtifactKind = v.InferOutput<typeof ArtifactKind>;

/** What may be added to an evidence part. Links are allowed where `kinds` names `link`. */
export const ArtifactRule = open({
  kinds: v.pipe(v.array(ArtifactKind), v.minLength(1)),
  /** Largest single file in bytes. */
  maxBytes: v.optional(WholeNumber),
  min: v.optional(WholeNumber),
  max: v.optional(WholeNumber),
});
export type ArtifactRule = v.InferOutput<typeof ArtifactRule>;

/** What each detail needs. */
export const EvidenceRule = open({
  /** How many pointers a detail needs; one unless said. */
  min: v.optional(WholeNumber, 1),
  max: v.optional(WholeNumber),
  locator: v.optional(v.picklist(['required', 'optional']), 'required'),
  /** Words of the explanation; some words are always needed, how many only if the issuer says so. */
  explanation: v.optional(WordLimits),
});
export type EvidenceRule = v.InferOutput<typeof EvidenceRule>;

/** A part in which artifacts prove details. `outcomes` narrows it; all outcomes unless given. */
export const EvidencePart = open({
  kind: v.literal('evidence'),
  id: Id,
  title: Words,
  instructions: v.optional(Words),
  outcomes: v.optional(v.array(Id)),
  artifacts: ArtifactRule,
  evidence: v.optional(EvidenceRule, { min: 1, locator: 'required' }),
});
export type EvidencePart = v.InferOutput<typeof EvidencePart>;

export const Part = v.variant('kind', [NarrativePart, EvidencePart]);
export type Part = v.InferOutput<typeof Part>;

/** One step of quality. `meets` says whether this level is enough. */
export const Level = open({
  id: Id,
  title: Words,
  score: v.optional(v.number()),
  meets: v.boolean(),
});
export type Level = v.InferOutput<typeof Level>;

/** What a criterion judges: a detail, a prompt of a part, or a part. */
export const CriterionTarget = open({
  detail: v.optional(Id),
  part: v.optional(Id),
  prompt: v.optional(Id),
});

/** One row of the rubric (CASE `CFRubricCriterion`). */
export const Criterion = open({
  id: Id,
  title: Words,
  target: CriterionTarget,
  /** What each level looks like here, by level id. */
  levels: v.pipe(v.array(open({ level: Id, description: Words })), v.minLength(1)),
});
export type Criterion = v.InferOutput<typeof Criterion>;

/** When the whole is passed: every criterion met, a minimum of points, or a minimum in each group of criteria. */
export const PassRule = v.variant('kind', [
  open({ kind: v.literal('every') }),
  open({ kind: v.literal('minimum-score'), score: v.number() }),
  open({
    kind: v.literal('groups'),
    groups: v.pipe(v.array(open({ title: Words, criteria: v.array(Id), minimumMet: WholeNumber })), v.minLength(1)),
  }),
]);
export type PassRule = v.InferOutput<typeof PassRule>;

export const Rubric = open({
  title: v.optional(Words),
  levels: v.pipe(v.array(Level), v.minLength(2)),
  criteria: v.pipe(v.array(Criterion), v.minLength(1)),
  pass: v.optional(PassRule, { kind: 'every' }),
});
export type Rubric = v.InferOutput<typeof Rubric>;

/** Something the person confirms at the end; `text` asks for a few words with it. */
export const Attestation = open({
  id: Id,
  statement: Words,
  text: v.optional(open({ label: Words, required: v.optional(v.boolean(), false) })),
});
export type Attestation = v.InferOutput<typeof Attestation>;

export const Resource = open({
  title: Words,
  url: v.optional(Link),
  note: v.optional(Words),
  access: v.optional(v.picklist(['everyone', 'members', 'enrolled']), 'everyone'),
});
export type Resource = v.InferOutput<typeof Resource>;

/** A work cited; outcomes and details name it by id. */
export const Reference = open({ id: Id, citation: Words, url: v.optional(Link) });
export type Reference = v.InferOutput<typeof Reference>;

/** What must be shown to earn a micro-credential: written by the issuer, read-only here. */
export const Credential = open({
  format: v.literal(credentialFormat),
  id: v.pipe(
    v.string(),
    v.regex(/^[a-z][a-z0-9+.-]*:\S+$/i, 'a URI such as "https://example.org/credentials/leadership"'),
  ),
  version: Words,
  language: LanguageTag,
  title: Words,
  overview: Words,
  /** A word on what this file is, such as "a sample; the criteria are invented". Always shown. */
  notice: v.optional(Words),
  issuer: open({ name: Words, url: v.optional(Link) }),
  domain: v.optional(Words),
  strand: v.optional(Words),
  audience: v.optional(v.array(Words), []),
  estimatedHours: v.optional(v.pipe(v.number(), v.minValue(0))),
  outcomes: v.pipe(v.array(Outcome), v.minLength(1)),
  parts: v.pipe(v.array(Part), v.minLength(1)),
  attestations: v.optional(v.array(Attestation), []),
  rubric: v.optional(Rubric),
  resources: v.optional(v.array(Resource), []),
  references: v.optional(v.array(Reference), []),
  wordCount: v.optional(v.picklist(['mc-words/1']), 'mc-words/1'),
  review: v.optional(
    open({
      attempts: v.optional(WholeNumber),
      blind: v.optional(v.boolean()),
      businessDays: v.optional(WholeNumber),
    }),
    {},
  ),
});
/** What must be shown to earn a micro-credential. */
export type Credential = v.InferOutput<typeof Credential>;
/** A credential as its author writes it: fields with a default may be left out. */
export type CredentialInput = v.InferInput<typeof Credential>;
