import { makeZip } from 'client-zip';
import type { Applicant } from '../model/applicant.js';
import type { Instant } from '../model/base.js';
import type { Credential } from '../model/credential.js';
import type { Portfolio } from '../model/portfolio.js';
import type { Receipt, Submission } from '../model/submission.js';
import { memberOfFile, packageFormat, type Manifest } from './package-format.js';
import { readablePage, type PageWords } from './readable-page.js';

interface Common {
  at: Instant;
  /** Version of the library that writes it. */
  library?: string;
  /** The whole pinned credential. */
  credential: Credential;
  applicant?: Applicant;
  /** The bytes of a file, if they are on this device. */
  getFile(id: string): Promise<Blob | undefined>;
  /** The readable page's own words, in the language of the credential. */
  words: PageWords;
}

/** What goes into a package. */
export type PackageInput =
  | (Common & { kind: 'draft'; portfolio: Portfolio })
  | (Common & { kind: 'submission'; submission: Submission; receipt?: Receipt });

/**
 * Writes a package as a stream. The bytes of files are read when their turn comes. Files whose bytes are not at hand
 * are named in the manifest (`missing`); a file that fails while it is read breaks the stream off with its error.
 */
export function writePackage(input: PackageInput): ReadableStream<Uint8Array> {
  const lastModified = new Date(input.at);
  async function* members() {
    for await (const member of membersOf(input)) yield { ...member, lastModified };
  }
  return makeZip(members());
}

/** The same as a Blob, for saving. */
export async function packageBlob(input: PackageInput): Promise<Blob> {
  const headers = { 'Content-Type': 'application/zip' };
  return new Response(writePackage(input), { headers }).blob();
}

/** Bytes as they are, in one archive. */
export async function partsBlob(parts: readonly { member: string; bytes: Blob }[]): Promise<Blob> {
  const stream = makeZip(parts.map(({ member, bytes }) => ({ name: member, input: bytes })));
  return new Response(stream, { headers: { 'Content-Type': 'application/zip' } }).blob();
}

interface Member {
  name: string;
  input: string | Blob;
}

async function* membersOf(input: PackageInput): AsyncGenerator<Member> {
  const { kind, at, library, credential, applicant, getFile, words } = input;
  const portfolio = input.kind === 'draft' ? input.portfolio : input.submission.portfolio;
  const { here, missing } = await filesAtHand(namedFiles(input), getFile);

  const manifest: Manifest = { format: packageFormat, kind, at, library, missing };
  yield document('manifest.json', manifest);
  yield document('credential.json', credential);
  if (input.kind === 'draft') yield document('portfolio.json', portfolio);
  else yield document('submission.json', input.submission);
  if (applicant) yield document('applicant.json', applicant);
  if (input.kind === 'submission' && input.receipt) yield document('receipt.json', input.receipt);
  yield { name: 'index.html', input: readablePage({ credential, portfolio, missing, words }) };
  for (const { id, name, bytes } of here) yield { name: memberOfFile(id, name), input: bytes };
}

const document = (name: string, value: unknown): Member => ({
  name,
  input: `${JSON.stringify(value, undefined, 2)}\n`,
});

interface NamedFile {
  id: string;
  name: string;
}

/** Every file once: two artifacts may hold the same one. */
function namedFiles(input: PackageInput): NamedFile[] {
  const named =
    input.kind === 'draft' ? input.portfolio.artifacts.flatMap(({ file }) => file ?? []) : input.submission.files;
  return [...new Map(named.map(({ id, name }) => [id, { id, name }])).values()];
}

async function filesAtHand(named: NamedFile[], getFile: PackageInput['getFile']) {
  const here: (NamedFile & { bytes: Blob })[] = [];
  const missing: string[] = [];
  for (const file of named) {
    const bytes = await readable(getFile, file.id);
    if (bytes) here.push({ ...file, bytes });
    else missing.push(file.id);
  }
  return { here, missing };
}

/** The bytes if they can be read: a browser may give a Blob whose bytes it has deleted. */
async function readable(getFile: PackageInput['getFile'], id: string): Promise<Blob | undefined> {
  try {
    const bytes = await getFile(id);
    await bytes?.slice(0, 1).arrayBuffer();
    return bytes;
  } catch {
    return undefined;
  }
}
