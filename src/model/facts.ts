import type { Affiliate } from './affiliate.js';
import type { Applicant } from './applicant.js';

/** What this place knows beside the portfolio. What is absent is not known, and nothing is concluded from it. */
export interface Facts {
  /** Ids of files whose bytes are kept here. */
  stored?: ReadonlySet<string> | undefined;
  /** Ids of files that reached the receiver whole; absent where there is none. */
  arrived?: ReadonlySet<string> | undefined;
  /** Pages and seconds found in the real files, by file id; they outweigh what the portfolio says. */
  measured?: ReadonlyMap<string, { pages?: number; duration?: number }> | undefined;
  /** Ids of applicant fields that are still empty: `name`, `email` and the affiliate's. */
  applicantGaps?: readonly string[] | undefined;
}

/** What the applicant has not filled in yet, as ids: `name`, `email`, then the affiliate's required fields. */
export function applicantGaps(applicant: Applicant, affiliate: Affiliate | undefined): string[] {
  const gaps: string[] = [];
  if (!applicant.name.trim()) gaps.push('name');
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(applicant.email.trim())) gaps.push('email');
  for (const field of affiliate?.applicantFields ?? []) {
    if (field.required && !applicant.fields[field.id]?.trim()) gaps.push(field.id);
  }
  return gaps;
}
