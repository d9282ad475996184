import * as v from 'valibot';
import { CredentialPin, Id, Instant, open, Sha256, WholeNumber, Words } from './base.js';
import { Portfolio } from './portfolio.js';

export const submissionFormat = 'mc-submission/1';

/** What is still wrong with a requirement, as a stable code with its figures; sentences stand in the locales. */
export const Finding = open({
  code: Words,
  /** `blocks`: a rule of the issuer; `advice`: worth a look. */
  severity: v.picklist(['blocks', 'advice']),
  /** The requirement's id. */
  at: Id,
  params: v.optional(v.record(v.string(), v.union([v.string(), v.number()])), {}),
});
export type Finding = v.InferOutput<typeof Finding>;

/** A file as it was handed in. */
export const SubmittedFile = open({ id: Id, name: Words, type: Words, size: WholeNumber, sha256: Sha256 });
export type SubmittedFile = v.InferOutput<typeof SubmittedFile>;

/** Work frozen at hand-in. Never changed afterwards; judged by the credential it pins. */
export const Submission = open({
  format: v.literal(submissionFormat),
  id: Id,
  attempt: v.pipe(v.number(), v.integer(), v.minValue(1)),
  credential: CredentialPin,
  portfolio: Portfolio,
  files: v.array(SubmittedFile),
  words: open({
    profile: Words,
    counts: v.array(open({ part: Id, prompt: v.optional(Id), words: WholeNumber })),
  }),
  /** Advice that stood open; nothing that blocks can be handed in. */
  findings: v.array(Finding),
  at: Instant,
});
export type Submission = v.InferOutput<typeof Submission>;

/** The answer to a hand-in: proof that it arrived. The same for every repetition of the same submission. */
export const Receipt = open({
  /** A number to quote. */
  number: Words,
  submission: Id,
  at: Instant,
  /** SHA-256 of the canonical JSON of the submission as it arrived. */
  digest: Sha256,
  files: v.array(SubmittedFile),
  words: v.optional(open({ profile: Words, total: WholeNumber })),
});
export type Receipt = v.InferOutput<typeof Receipt>;
