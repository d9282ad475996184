import type { LostPlaces } from '../../locales/en/revision.js';
import { apply } from '../../model/apply.js';
import type { Credential } from '../../model/credential.js';
import type { Portfolio, SetAside } from '../../model/portfolio.js';
import { gonePlaces } from '../../model/rebase.js';
import { blockText } from '../../model/rich-text.js';

/** What accepting a revision would set aside: the change itself, tried on the work. Empty pieces are no loss. */
export function lostPlaces(portfolio: Portfolio, from: Credential, to: Credential): LostPlaces {
  const after = apply(portfolio, {
    kind: 'credential-revise',
    id: 'preview',
    at: '1970-01-01T00:00:00Z',
    credential: { ...portfolio.credential, version: to.version },
    gone: gonePlaces(from, to),
  });
  const known = new Set(portfolio.setAside.map(({ id }) => id));
  const lost: LostPlaces = { texts: 0, explanations: 0, marks: 0, confirmations: 0 };
  for (const { id, content } of after.setAside) {
    if (known.has(id) || isEmpty(content)) continue;
    lost[kindOf[content.kind]] += 1;
  }
  return lost;
}

export const losesNothing = (lost: LostPlaces): boolean => Object.values(lost).every((count) => count === 0);

const kindOf: Record<SetAside['content']['kind'], keyof LostPlaces> = {
  block: 'texts',
  narrative: 'texts',
  text: 'explanations',
  evidence: 'explanations',
  'self-assessment': 'marks',
  attestation: 'confirmations',
};

function isEmpty(content: SetAside['content']): boolean {
  switch (content.kind) {
    case 'narrative':
      return content.narrative.text.content.every((block) => blockText(block).trim() === '');
    case 'evidence':
      return content.evidence.explanation.trim() === '' && content.evidence.pointers.length === 0;
    case 'attestation':
      return !content.attestation.signed && !content.attestation.text?.trim();
    default:
      return false;
  }
}
