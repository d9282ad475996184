import type { Change, GonePlaces } from './change.js';
import type { Artifact, Portfolio, SetAside, TextPlace } from './portfolio.js';

/** Moves what stands in places that a revised credential no longer has out of the work and into `setAside`. */
export function setAsideGone(portfolio: Portfolio, change: Extract<Change, { kind: 'credential-revise' }>): Portfolio {
  const { gone } = change;
  const entries: SetAside[] = [];
  const take = <T>(
    items: T[],
    isGone: (item: T) => boolean,
    aside: (item: T) => Pick<SetAside, 'where' | 'content'>,
  ): T[] => {
    if (!items.some(isGone)) return items;
    return items.filter((item) => {
      if (!isGone(item)) return true;
      entries.push({ id: `${change.id}/${entries.length}`, reason: 'no-place', at: change.at, ...aside(item) });
      return false;
    });
  };
  const narratives = take(
    portfolio.narratives,
    (text) => isTextGone(gone, text),
    (narrative) => ({
      where: { part: narrative.part, ...(narrative.prompt !== undefined && { prompt: narrative.prompt }) },
      content: { kind: 'narrative', narrative },
    }),
  );
  const evidence = take(
    portfolio.evidence,
    ({ detail }) => gone.details.includes(detail),
    (entry) => ({ where: { detail: entry.detail }, content: { kind: 'evidence', evidence: entry } }),
  );
  const selfAssessments = take(
    portfolio.selfAssessments,
    ({ criterion }) => gone.criteria.includes(criterion),
    (entry) => ({ where: { criterion: entry.criterion }, content: { kind: 'self-assessment', selfAssessment: entry } }),
  );
  const attestations = take(
    portfolio.attestations,
    ({ attestation }) => gone.attestations.includes(attestation),
    (entry) => ({ where: { attestation: entry.attestation }, content: { kind: 'attestation', attestation: entry } }),
  );
  return {
    ...portfolio,
    narratives,
    artifacts: moveArtifacts(portfolio.artifacts, gone),
    evidence,
    selfAssessments,
    attestations,
    setAside: [...portfolio.setAside.map((entry) => loseItsPlace(entry, gone)), ...entries],
  };
}

const isTextGone = (gone: GonePlaces, text: TextPlace) =>
  gone.parts.includes(text.part) ||
  gone.prompts.some(({ part, prompt }) => part === text.part && prompt === text.prompt);

/** Artifacts stay in the library of the part that now asks for them: pointers lead to them. */
function moveArtifacts(artifacts: Artifact[], { parts, artifactsTo }: GonePlaces): Artifact[] {
  if (artifactsTo === undefined || !artifacts.some(({ part }) => parts.includes(part))) return artifacts;
  return artifacts.map((artifact) => (parts.includes(artifact.part) ? { ...artifact, part: artifactsTo } : artifact));
}

/** The other version of a text that has no place now has none either. */
function loseItsPlace(entry: SetAside, gone: GonePlaces): SetAside {
  const { part, prompt, detail } = entry.where;
  const isGone =
    (part !== undefined && isTextGone(gone, { part, prompt })) ||
    (detail !== undefined && gone.details.includes(detail));
  return isGone && entry.reason === 'two-versions' ? { ...entry, reason: 'no-place' } : entry;
}
