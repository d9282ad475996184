import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CredentialPin } from '../../src/model/base.js';
import type { Credential } from '../../src/model/credential.js';
import { digestOf } from '../../src/model/digest.js';
import { parseCredential } from '../../src/model/parse.js';
import { blocked } from './problems.js';

/** The receiver's own copies of credentials, by digest: work is judged by these and never by what was sent. */
export type Credentials = ReadonlyMap<string, Credential>;

/**
 * Reads every credential of a folder and the folders in it, where versions stay that people still work on. A faulty one
 * stops the start, since work on it could not be received. A copy is known by the digest of the file as written, and by that of its reading, in which defaults are filled in.
 */
export async function loadCredentials(folder: string): Promise<Credentials> {
  const credentials = new Map<string, Credential>();
  const names = await readdir(folder, { recursive: true });
  for (const name of names.filter((entry) => entry.endsWith('.json')).sort()) {
    const text = await readFile(join(folder, name), 'utf8');
    const parsed = parseCredential(text);
    if (!parsed.ok) {
      const faults = parsed.faults.map(
        ({ path, expected, found }) => `\n  ${path}: expected ${expected}, found ${found}`,
      );
      throw new Error(`The credential ${join(folder, name)} has faults:${faults.join('')}`);
    }
    credentials.set(await digestOf(JSON.parse(text)), parsed.value);
    credentials.set(await digestOf(parsed.value), parsed.value);
  }
  return credentials;
}

/** The receiver's copy of what a pin names, or a refusal with the finding `credential.unknown`. */
export function requireCredential(credentials: Credentials, { id, version, digest }: CredentialPin): Credential {
  const credential = credentials.get(digest);
  if (credential?.id === id && credential.version === version) return credential;
  throw blocked([
    { code: 'credential.unknown', severity: 'blocks', at: 'credential', params: { id, version, digest } },
  ]);
}
