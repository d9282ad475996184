import type { Credential } from './credential.js';
import type { Portfolio } from './portfolio.js';
import type { Requirement } from './requirement.js';
import { submissionFormat, type Submission, type SubmittedFile } from './submission.js';
import { countText } from './text-count.js';
import { wordProfile } from './words.js';

/** The words of every text of a portfolio, by the credential's profile. */
export function countPortfolio(credential: Credential, portfolio: Portfolio): Submission['words'] {
  const counts = credential.parts.flatMap((part) =>
    part.kind !== 'narrative'
      ? []
      : portfolio.narratives
          .filter((text) => text.part === part.id)
          .map((text) => ({
            part: part.id,
            ...(text.prompt !== undefined && { prompt: text.prompt }),
            words: countText(text, part).words,
          })),
  );
  return { profile: wordProfile, counts };
}

/** Freezes a portfolio. `requirements` are those it was evaluated to; what is left of them is advice. */
export function freeze(
  credential: Credential,
  portfolio: Portfolio,
  requirements: readonly Requirement[],
  given: { id: string; attempt: number; at: string },
): Submission {
  return {
    format: submissionFormat,
    ...given,
    credential: portfolio.credential,
    portfolio,
    files: portfolio.artifacts.flatMap(({ file }): SubmittedFile[] => {
      if (!file?.sha256) return [];
      const { id, name, type, size, sha256 } = file;
      return [{ id, name, type, size, sha256 }];
    }),
    words: countPortfolio(credential, portfolio),
    findings: requirements.flatMap(({ findings }) => findings),
  };
}
