import type { EvidencePart } from './credential.js';
import type { Facts } from './facts.js';
import { checkLocator, isSpecific } from './locator.js';
import { memoByIdentity } from './memo.js';
import type { Artifact, Evidence, Pointer } from './portfolio.js';
import type { Requirement } from './requirement.js';
import { sameJson } from './same-json.js';
import type { Finding } from './submission.js';
import type { EvidenceTarget } from './targets.js';
import { wordFindings } from './word-limits.js';
import { countWords } from './words.js';

/** How one detail is proved: enough pointers, each to a place that exists, and an explanation. */
export const detailRequirement = memoByIdentity(
  (
    target: EvidenceTarget,
    part: EvidencePart,
    evidence: Evidence | undefined,
    artifacts: ReadonlyMap<string, Artifact>,
    measured: Facts['measured'],
    versions: number,
  ): Requirement => {
    const id = `detail/${part.id}/${target.id}`;
    const rule = part.evidence;
    const pointers = evidence?.pointers ?? [];
    const findings: Finding[] = [];
    const add = (code: string, severity: Finding['severity'], params: Finding['params'] = {}) =>
      findings.push({ code, severity, at: id, params });

    if (pointers.length < rule.min)
      add('evidence.pointer-missing', 'blocks', { have: pointers.length, need: rule.min });
    if (rule.max !== undefined && pointers.length > rule.max) {
      add('evidence.too-many', 'blocks', { have: pointers.length, most: rule.max });
    }
    for (const pointer of pointers) {
      for (const [code, severity] of pointerCodes(pointer, artifacts.get(pointer.artifact), rule.locator, measured)) {
        add(code, severity, { pointer: pointer.id, artifact: pointer.artifact });
      }
    }
    const words = evidence ? explanationWords(evidence) : 0;
    if (words === 0) add('evidence.explanation-missing', 'blocks');
    else findings.push(...wordFindings(id, words, rule.explanation));
    if (versions > 0) add('draft.two-versions', 'blocks', { count: versions });

    const begun = pointers.length > 0 || words > 0 || versions > 0;
    const blocked = findings.some(({ severity }) => severity === 'blocks');
    return {
      id,
      subject: { kind: 'detail', part: part.id, outcome: target.outcome.id, detail: target.id },
      state: !blocked ? 'done' : begun ? 'doing' : 'todo',
      optional: false,
      findings,
      progress: { have: pointers.length, need: rule.min, most: rule.max },
    };
  },
  sameJson,
);

const explanationWords = memoByIdentity((evidence: Evidence) => countWords(evidence.explanation));

function pointerCodes(
  pointer: Pointer,
  artifact: Artifact | undefined,
  locator: EvidencePart['evidence']['locator'],
  measured: Facts['measured'],
): [string, Finding['severity']][] {
  if (!artifact) return [['evidence.artifact-missing', 'blocks']];
  const codes: [string, Finding['severity']][] = [];
  const file = artifact.file;
  const facts = { pages: file?.pages, duration: file?.duration, ...(file && measured?.get(file.id)) };
  // A link has no inner places that could be known from here.
  const type = file?.type ?? '';
  if (locator === 'required') {
    if (pointer.locators.length === 0) codes.push(['evidence.locator-missing', 'blocks']);
    else if (!pointer.locators.some((place) => isSpecific(place, { type, pages: facts.pages }))) {
      codes.push(['evidence.locator-not-specific', 'blocks']);
    }
  }
  const wrong = new Set(pointer.locators.flatMap((place) => checkLocator(place, facts)));
  for (const code of wrong) codes.push([code, 'blocks']);
  if (file && pointer.file !== undefined && pointer.file !== file.id) codes.push(['evidence.file-replaced', 'advice']);
  return codes;
}
