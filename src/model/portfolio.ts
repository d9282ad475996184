import * as v from 'valibot';
import { CredentialPin, Id, Instant, LanguageTag, Link, open, Sha256, WholeNumber, Words } from './base.js';
import { Locator } from './locator.js';
import { Block, RichText } from './rich-text.js';

export const portfolioFormat = 'mc-portfolio/1';

/** Where a narrative text belongs: a part, and a prompt of it where each prompt has a text of its own. */
export interface TextPlace {
  part: string;
  prompt?: string | undefined;
}

/** What is written at one place. `seen` names, for each block, the change that last touched it. */
export const NarrativeText = open({
  part: Id,
  prompt: v.optional(Id),
  language: v.optional(LanguageTag),
  text: RichText,
  seen: v.record(v.string(), Id),
});
export type NarrativeText = v.InferOutput<typeof NarrativeText>;

/** The bytes of an artifact, named. Immutable: other bytes are another file with another id. */
export const ArtifactFile = open({
  id: Id,
  name: Words,
  /** Media type found from the content. */
  type: Words,
  size: WholeNumber,
  sha256: v.optional(Sha256),
  pages: v.optional(WholeNumber),
  pageLabels: v.optional(v.array(v.string())),
  /** Seconds. */
  duration: v.optional(v.pipe(v.number(), v.minValue(0))),
});
export type ArtifactFile = v.InferOutput<typeof ArtifactFile>;

/** Something that proves: a file or a link. The id is its place in the portfolio and lives for ever. */
export const Artifact = open({
  id: Id,
  part: Id,
  title: v.string(),
  note: v.optional(v.string()),
  file: v.optional(ArtifactFile),
  url: v.optional(Link),
  /** Who can be seen, heard or read about in it, as the person states. */
  people: v.optional(v.picklist(['none', 'adults', 'students', 'both'])),
  /** The permission that is kept, in the person's words. */
  permission: v.optional(v.string()),
  /** Roles of those it was made with, never names. */
  madeWith: v.optional(v.array(v.string())),
  myPart: v.optional(v.string()),
});
export type Artifact = v.InferOutput<typeof Artifact>;

/** One place that shows it. `file` is the file it was checked against. */
export const Pointer = open({
  id: Id,
  artifact: Id,
  file: v.optional(Id),
  locators: v.array(Locator),
  note: v.optional(v.string()),
});
export type Pointer = v.InferOutput<typeof Pointer>;

/** How one detail is proved: one explanation, many places that show it. */
export const Evidence = open({
  id: Id,
  /** The detail, or the outcome that has none. */
  detail: Id,
  explanation: v.string(),
  /** The change that last touched the explanation. */
  seen: v.optional(Id),
  pointers: v.array(Pointer),
});
export type Evidence = v.InferOutput<typeof Evidence>;

/** `cleared`: it was signed, and then the work changed. */
export const SignedAttestation = open({
  attestation: Id,
  signed: v.boolean(),
  at: Instant,
  text: v.optional(v.string()),
  cleared: v.optional(Instant),
});
export type SignedAttestation = v.InferOutput<typeof SignedAttestation>;

export const SelfAssessment = open({
  criterion: Id,
  level: v.optional(Id),
  why: v.optional(v.string()),
});
export type SelfAssessment = v.InferOutput<typeof SelfAssessment>;

/**
 * Work that has no place now, and is kept until the person decides: the other version of what two places edited
 * (`two-versions`), or what a revised credential no longer asks for (`no-place`).
 */
export const SetAside = open({
  id: Id,
  reason: v.picklist(['two-versions', 'no-place']),
  where: open({
    part: v.optional(Id),
    prompt: v.optional(Id),
    block: v.optional(Id),
    detail: v.optional(Id),
    criterion: v.optional(Id),
    attestation: v.optional(Id),
  }),
  content: v.variant('kind', [
    open({ kind: v.literal('block'), block: Block }),
    open({ kind: v.literal('text'), text: v.string() }),
    open({ kind: v.literal('narrative'), narrative: NarrativeText }),
    open({ kind: v.literal('evidence'), evidence: Evidence }),
    open({ kind: v.literal('self-assessment'), selfAssessment: SelfAssessment }),
    open({ kind: v.literal('attestation'), attestation: SignedAttestation }),
  ]),
  /** The change whose content this is. */
  seen: v.optional(Id),
  at: Instant,
  device: v.optional(Id),
});
export type SetAside = v.InferOutput<typeof SetAside>;

/** One practitioner's work on one credential: the draft and nothing else. */
export const Portfolio = open({
  format: v.literal(portfolioFormat),
  id: Id,
  credential: CredentialPin,
  narratives: v.array(NarrativeText),
  artifacts: v.array(Artifact),
  evidence: v.array(Evidence),
  attestations: v.array(SignedAttestation),
  selfAssessments: v.array(SelfAssessment),
  setAside: v.array(SetAside),
});
/** One practitioner's work on one credential. */
export type Portfolio = v.InferOutput<typeof Portfolio>;

/** A portfolio in which nothing has been done. */
export function emptyPortfolio(id: string, credential: CredentialPin): Portfolio {
  return {
    format: portfolioFormat,
    id,
    credential,
    narratives: [],
    artifacts: [],
    evidence: [],
    attestations: [],
    selfAssessments: [],
    setAside: [],
  };
}

/** The text at a place, if anything was written there. */
export function narrativeAt(portfolio: Portfolio, place: TextPlace): NarrativeText | undefined {
  return portfolio.narratives.find((text) => text.part === place.part && text.prompt === place.prompt);
}

/** The evidence for a detail, if any was begun. */
export function evidenceFor(portfolio: Portfolio, detail: string): Evidence | undefined {
  return portfolio.evidence.find((evidence) => evidence.detail === detail);
}
