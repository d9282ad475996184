import { emptyApplicant } from '../model/applicant.js';
import type { Credential } from '../model/credential.js';
import { emptyPortfolio } from '../model/portfolio.js';
import { newId } from './ids.js';
import type { DraftStorage, DraftSummary, NewDraft } from './ports.js';
import { emptyRecord } from './record.js';

/**
 * Which draft a form is to open. A draft that the host has tied to a person by a key is opened at once. Any other may
 * be somebody else's who used this browser: it is offered, never shown unasked.
 */
export type DraftChoice = { kind: 'open'; id: string } | { kind: 'offer'; drafts: DraftSummary[] } | { kind: 'none' };

export async function chooseDraft(
  storage: DraftStorage,
  credential: string,
  hostKey: string | undefined,
): Promise<DraftChoice> {
  const found = await storage.drafts({ credential, ...(hostKey && { hostKey }) });
  // The storage gives the one worked on last first: by its journal, since clocks do not decide order.
  const drafts = found.filter((draft) => (draft.hostKey || undefined) === (hostKey || undefined));
  const newest = drafts[0];
  if (!newest) return { kind: 'none' };
  return hostKey ? { kind: 'open', id: newest.id } : { kind: 'offer', drafts };
}

/** A draft in which nothing has been done. */
export function newDraft(credential: Credential, digest: string, at: string, hostKey: string | undefined): NewDraft {
  const id = newId();
  const { id: credentialId, version, title } = credential;
  return {
    summary: {
      id,
      hostKey: hostKey || undefined,
      credential: { id: credentialId, version, digest, title },
      createdAt: at,
      changedAt: at,
    },
    credential,
    portfolio: emptyPortfolio(id, { id: credentialId, version, digest }),
    applicant: emptyApplicant(id),
    record: emptyRecord(),
  };
}
