/** What the receiver finds out for itself about a submission, by its own copy of the credential and the real files. */
import type { Applicant } from '../../src/model/applicant.js';
import { acceptArtifact } from '../../src/model/artifact-kind.js';
import type { Credential } from '../../src/model/credential.js';
import { canonicalJson } from '../../src/model/digest.js';
import { evaluate } from '../../src/model/evaluate.js';
import { applicantGaps } from '../../src/model/facts.js';
import type { Artifact } from '../../src/model/portfolio.js';
import type { Finding, Submission } from '../../src/model/submission.js';
import { countPortfolio } from '../../src/model/submit.js';
import type { ArrivedFile } from './files.js';
import { mismatch } from './problems.js';

/** Refuses a submission whose summary says other than its own portfolio does. */
export function requireTrueAccount(
  credential: Credential,
  { portfolio, files, words, credential: pin }: Submission,
): void {
  if (canonicalJson(pin) !== canonicalJson(portfolio.credential)) {
    throw mismatch('The submission and its portfolio name different credentials.');
  }
  if (canonicalJson(words) !== canonicalJson(countPortfolio(credential, portfolio))) {
    throw mismatch('The words counted here are not those that the submission states.');
  }
  const stated = files.map(({ id, name, type, size }) => ({ id, name, type, size }));
  const held = portfolio.artifacts.flatMap(({ file }) =>
    file ? [{ id: file.id, name: file.name, type: file.type, size: file.size }] : [],
  );
  if (canonicalJson(stated) !== canonicalJson(held)) {
    throw mismatch('The list of files in the submission is not that of its portfolio.');
  }
}

/** Everything that blocks: what the form would say, and what the bytes that arrived say. */
export function blockingFindings(
  credential: Credential,
  { portfolio, files }: Submission,
  applicant: Applicant,
  arrived: ReadonlyMap<string, ArrivedFile>,
): Finding[] {
  const facts = { arrived: new Set(arrived.keys()), applicantGaps: applicantGaps(applicant, undefined) };
  const sums = new Map(files.map(({ id, sha256 }) => [id, sha256]));
  const found = [
    ...evaluate(credential, portfolio, facts).flatMap(({ findings }) => findings),
    ...portfolio.artifacts.flatMap((artifact) => fileFindings(credential, artifact, sums, arrived)),
  ];
  const blocking = found.filter(({ severity }) => severity === 'blocks');
  // The two look at the same files and may find the same.
  return [...new Map(blocking.map((finding) => [canonicalJson(finding), finding])).values()];
}

function fileFindings(
  credential: Credential,
  { id, part, file }: Artifact,
  sums: ReadonlyMap<string, string>,
  arrived: ReadonlyMap<string, ArrivedFile>,
): Finding[] {
  if (!file) return [];
  const finding = (code: string, params: Finding['params'] = {}): Finding[] => [
    { code, severity: 'blocks', at: `artifacts/${part}`, params: { ...params, artifact: id } },
  ];
  const real = arrived.get(file.id);
  if (!real) return finding('artifact.upload-incomplete');
  if (real.size !== file.size || real.sha256 !== sums.get(file.id)) return finding('artifact.bytes-differ');
  const place = credential.parts.find((candidate) => candidate.id === part);
  if (place?.kind !== 'evidence') return [];
  const accepted = acceptArtifact(place.artifacts, real.found, real.size);
  if (!accepted.ok) return finding(accepted.code, accepted.params);
  return accepted.type === file.type ? [] : finding('artifact.kind-contradicts', { type: accepted.type });
}
