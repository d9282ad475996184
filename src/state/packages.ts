/** The port to the package format: one file for a saved draft and for a submission without a server. */
import type { Applicant } from '../model/applicant.js';
import type { Credential } from '../model/credential.js';
import type { Portfolio } from '../model/portfolio.js';
import type { Submission } from '../model/submission.js';

interface PackageParts {
  at: string;
  credential: Credential;
  applicant: Applicant;
  getFile(id: string): Promise<Blob | undefined>;
}

export interface Packages {
  writeDraft(parts: PackageParts & { portfolio: Portfolio }): Promise<{ name: string; blob: Blob }>;
  writeSubmission(parts: PackageParts & { submission: Submission }): Promise<{ name: string; blob: Blob }>;
}
