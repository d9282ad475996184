/**
 * The model alone, for servers, workers and tools: the same rules as in the browser, without a DOM.
 *
 * @example
 * import { evaluate, parseCredential } from 'mc-portfolio/server';
 * const parsed = parseCredential(await readFile('credential.json', 'utf8'));
 * if (!parsed.ok) for (const fault of parsed.faults) console.error(fault.path, fault.remedy);
 */
export {
  parseAffiliate,
  parseApplicant,
  parseAssessment,
  parseCredential,
  parsePortfolio,
  parseSubmission,
} from '../model/parse.js';
export type { Parsed } from '../model/parse.js';
export { printPath } from '../model/fault.js';
export type { Fault } from '../model/fault.js';

export { apply, applyAll } from '../model/apply.js';
export { Change } from '../model/change.js';
export type { ChangeDraft, ChangeKind } from '../model/change.js';
export { changesBetween } from '../model/changes-between.js';
export { compareCredentials, gonePlaces } from '../model/rebase.js';
export type { Revision } from '../model/rebase.js';

export { evaluate } from '../model/evaluate.js';
export { applicantGaps } from '../model/facts.js';
export type { Facts } from '../model/facts.js';
export { blocks, progressOf } from '../model/requirement.js';
export type { Progress, Requirement, RequirementState, RequirementSubject } from '../model/requirement.js';

export { countCharacters, countWords, wordProfile } from '../model/words.js';
export { countText } from '../model/text-count.js';
export type { TextCount } from '../model/text-count.js';
export { blockText, plainText } from '../model/rich-text.js';
export { canonicalJson, digestOf } from '../model/digest.js';

export { acceptArtifact, checkLink, sniffKind, sniffLength } from '../model/artifact-kind.js';
export type { Acceptance, FoundKind } from '../model/artifact-kind.js';
export { checkLocator, isSpecific } from '../model/locator.js';
export { isLocatorFault, parseLocator, printLocator } from '../model/locator-text.js';

export { isEditable, stageMoves, stageOf, stages } from '../model/stage.js';
export { countPortfolio, freeze } from '../model/submit.js';

export { affiliateFormat } from '../model/affiliate.js';
export { applicantFormat, emptyApplicant } from '../model/applicant.js';
export { assessmentFormat } from '../model/assessment.js';
export { credentialFormat } from '../model/credential.js';
export { emptyPortfolio, portfolioFormat } from '../model/portfolio.js';
export { submissionFormat } from '../model/submission.js';

export type * from './types.js';
