/** The shapes of the documents and their parts, for every entry. Types only. */
export type { Affiliate, ApplicantField, Price } from '../model/affiliate.js';
export type { Applicant } from '../model/applicant.js';
export type { Assessment } from '../model/assessment.js';
export type {
  Alignment,
  ArtifactKind,
  ArtifactRule,
  Attestation,
  Credential,
  CredentialInput,
  Criterion,
  EvidencePart,
  EvidenceRule,
  Level,
  NarrativePart,
  Outcome,
  OutcomeDetail,
  Part,
  PassRule,
  Prompt,
  Reference,
  Resource,
  Rubric,
  WordLimits,
} from '../model/credential.js';
export type { Locator, LocatorKind } from '../model/locator.js';
export type {
  Artifact,
  ArtifactFile,
  Evidence,
  NarrativeText,
  Pointer,
  Portfolio,
  SelfAssessment,
  SetAside,
  SignedAttestation,
} from '../model/portfolio.js';
export type { Block, Inline, Mark, RichText } from '../model/rich-text.js';
export type { Stage, StageEvent } from '../model/stage.js';
export type { Finding, Receipt, Submission, SubmittedFile } from '../model/submission.js';
