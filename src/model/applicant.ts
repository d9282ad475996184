import * as v from 'valibot';
import { Id, Instant, open } from './base.js';

export const applicantFormat = 'mc-applicant/1';

/**
 * Who submits. Kept apart from the portfolio everywhere: a file of its own in the package, a table of its own at the
 * receiver, because assessors must not know whose work they read. All texts may be empty while it is a draft.
 */
export const Applicant = open({
  format: v.literal(applicantFormat),
  /** The portfolio it belongs to. */
  portfolio: Id,
  /** As it should read on the badge. */
  name: v.string(),
  email: v.string(),
  /** Answers to the affiliate's fields, by field id. */
  fields: v.record(v.string(), v.string()),
  /** Names of people and places that must not appear in the work. */
  identifyingTerms: v.array(v.string()),
  /** Typed signatures under attestations. */
  signatures: v.array(open({ attestation: Id, name: v.string(), at: Instant })),
});
export type Applicant = v.InferOutput<typeof Applicant>;

/** An applicant about whom nothing is known yet. */
export function emptyApplicant(portfolio: string): Applicant {
  return { format: applicantFormat, portfolio, name: '', email: '', fields: {}, identifyingTerms: [], signatures: [] };
}
