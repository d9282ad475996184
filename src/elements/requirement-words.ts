/** Requirements and findings in words, the same in the checklist and where the work is checked before handing in. */
import type { FindingMessages } from '../locales/findings.js';
import type { RemedyMessages } from '../locales/remedies.js';
import type { Requirement } from '../model/requirement.js';
import type { Finding } from '../model/submission.js';

/** A finding in a few words: "choose where to look". `say` are the messages of `findingMessages`. */
export function findingLine(finding: Finding, say: FindingMessages): string {
  const words = say.line[finding.code]?.(finding.params) ?? say.unknown(finding.code);
  return finding.code.startsWith('words.') && finding.at.startsWith('detail/') ? say.explanation(words) : words;
}

/** The same for the first finding of a requirement, which stands for all of its code: some lines count them. */
export function firstLine({ findings, progress }: Requirement, first: Finding, say: FindingMessages): string {
  const count = findings.filter(({ code }) => code === first.code).length;
  return findingLine({ ...first, params: { count, all: progress?.have ?? count, ...first.params } }, say);
}

/** A finding in full sentences, with what helps. `say` are the messages of `remedyMessages`. */
export const findingRemedy = (finding: Finding, say: RemedyMessages): string =>
  say.remedy[finding.code]?.(finding.params) ?? say.unknown(finding.code);

/** What is wrong with a requirement: the first finding of each code, those that block before advice. */
export function distinctFindings(requirement: Requirement): Finding[] {
  const first = new Map<string, Finding>();
  for (const finding of requirement.findings) if (!first.has(finding.code)) first.set(finding.code, finding);
  const found = [...first.values()];
  return [
    ...found.filter(({ severity }) => severity === 'blocks'),
    ...found.filter(({ severity }) => severity === 'advice'),
  ];
}

/**
 * A requirement in one line: its first finding ("106 of 1,000 words"), or where nothing is wrong its figures
 * ("1,204 words").
 */
export function requirementLine(requirement: Requirement, say: FindingMessages): string {
  const [finding] = distinctFindings(requirement);
  if (finding) return firstLine(requirement, finding, say);
  const { progress, subject } = requirement;
  if (!progress) return say.done;
  switch (subject.kind) {
    case 'narrative':
      return say.words(progress.have);
    case 'artifacts':
      return say.artifacts(progress.have);
    case 'self-assessment':
      return say.marked(progress.have, progress.need);
    default:
      return say.places(progress.have);
  }
}
