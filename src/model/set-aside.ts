import type { Change, GonePlaces } from './change.js';
import type { Portfolio, SetAside } from './portfolio.js';

/** Moves what stands in places that a revised credential no longer has out of the work and into `setAside`. */
export function setAsideGone(portfolio: Portfolio, change: Extract<Change, { kind: 'credential-revise' }>): Portfolio {
  const { gone } = change;
  const entries: SetAside[] = [];
  const take = <T>(items: T[], isGone: (item: T) => boolean, aside: (item: T, n: number) => Pick<SetAside, 'where' | 'content'>): T[] => {
    if (!items.some(isGone)) return items;
    return items.filter((item) => {
      if (!isGone(item)) return true;
      entries.push({ id: `${change.id}/${entries.length}`, reason: 'no-place', at: change.at, ...aside(item, entries.length) });
      return false;
    });
  };
  const parts = new Set(gone.parts);
  const narratives = take(
    portfolio.narratives,
    (text) => parts.has(text.part) || isPromptGone(gone, text.part, text.prompt),
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
  return { ...portfolio, narratives, evidence, selfAssessments, attestations, setAside: [...portfolio.setAside, ...entries] };
}

const isPromptGone = (gone: GonePlaces, part: string, prompt: string | undefined) =>
  prompt !== undefined && gone.prompts.some((place) => place.part === part && place.prompt === prompt);
