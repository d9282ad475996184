/** Saved draft files, as "Save a copy" makes them. */
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { en } from '../../../src/locales/en/package.js';
import { createFormat } from '../../../src/locales/format.js';
import type { Affiliate } from '../../../src/model/affiliate.js';
import type { Credential } from '../../../src/model/credential.js';
import { digestOf } from '../../../src/model/digest.js';
import { parseAffiliate, parseCredential } from '../../../src/model/parse.js';
import type { Portfolio } from '../../../src/model/portfolio.js';
import { packageBlob } from '../../../src/transport/package.js';
import { generateApplicant, generatedFiles, generatePortfolio } from '../../fixtures/generate.js';
import { root } from '../../receiver/setup.js';
import type { Chosen } from './form.js';

/** A sample credential, read as the page reads it. */
export async function sampleCredential(name: string): Promise<Credential> {
  const parsed = parseCredential(await readFile(join(root, `demo/credentials/${name}.json`), 'utf8'));
  if (!parsed.ok) throw new Error(`${name} has faults`);
  return parsed.value;
}

async function sampleAffiliate(): Promise<Affiliate> {
  const parsed = parseAffiliate(await readFile(join(root, 'demo/affiliates/prairie-state-principals.json'), 'utf8'));
  if (!parsed.ok) throw new Error('The affiliate has faults');
  return parsed.value;
}

export interface SavedDraft {
  file: Chosen;
  portfolio: Portfolio;
  credential: Credential;
}

/** A complete portfolio on a sample credential as a draft file. `change` alters the work before it is packed. */
export async function savedDraft(
  name: string,
  { words = 1000, artifacts = 4, seed = 1, applicant = true, change = (work: Portfolio) => work } = {},
): Promise<SavedDraft> {
  const credential = await sampleCredential(name);
  const { id, version } = credential;
  const pin = { id, version, digest: await digestOf(credential) };
  const made = generatePortfolio(credential, { words, artifacts, pointersPerDetail: 1, complete: true, seed, pin });
  const portfolio = change({ ...made, id: randomUUID() });
  const files = generatedFiles(portfolio);
  const blob = await packageBlob({
    kind: 'draft',
    at: '2026-03-02T10:00:00Z',
    credential,
    portfolio,
    words: en(createFormat('en')),
    ...(applicant && { applicant: generateApplicant(portfolio, await sampleAffiliate()) }),
    getFile: async (file) => new Blob([files.get(file)!.bytes]),
  });
  const buffer = Buffer.from(await blob.arrayBuffer());
  return { file: { name: 'my draft.zip', mimeType: 'application/zip', buffer }, portfolio, credential };
}
