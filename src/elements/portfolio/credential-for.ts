import type { CredentialPin } from '../../model/base.js';
import type { Credential } from '../../model/credential.js';
import type { Portfolio } from '../../model/portfolio.js';

/** The credential a portfolio from a file goes on with, and where it is from. */
export type CredentialFit =
  { from: 'read' | 'own' | 'other'; credential: Credential; pin: CredentialPin } | { from: 'none' };

/**
 * The credential for work from a draft file: that of the file; where it cannot be read, the page's if it is the very
 * one, or if it is another version of it that has every place the work is for. Otherwise none: work must not vanish.
 */
export function credentialFor(
  inFile: Credential | undefined,
  portfolio: Portfolio,
  page: { value: Credential; digest: string } | undefined,
): CredentialFit {
  if (inFile) return { from: 'read', credential: inFile, pin: portfolio.credential };
  if (!page || page.value.id !== portfolio.credential.id) return { from: 'none' };
  const { value: credential, digest } = page;
  if (digest === portfolio.credential.digest) return { from: 'own', credential, pin: portfolio.credential };
  const places = idsIn(credential);
  if (placesOf(portfolio).some((place) => !places.has(place))) return { from: 'none' };
  return { from: 'other', credential, pin: { id: credential.id, version: credential.version, digest } };
}

function placesOf({ narratives, artifacts, evidence, attestations, selfAssessments }: Portfolio): string[] {
  return [
    ...narratives.flatMap(({ part, prompt }) => [part, prompt ?? part]),
    ...artifacts.map(({ part }) => part),
    ...evidence.map(({ detail }) => detail),
    ...attestations.map(({ attestation }) => attestation),
    ...selfAssessments.flatMap(({ criterion, level }) => [criterion, level ?? criterion]),
  ];
}

function idsIn(value: unknown, found = new Set<string>()): Set<string> {
  if (typeof value !== 'object' || value === null) return found;
  const { id } = value as { id?: unknown };
  if (typeof id === 'string') found.add(id);
  for (const inner of Object.values(value)) idsIn(inner, found);
  return found;
}
