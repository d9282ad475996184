/**
 * The package: one ZIP format for a saved draft and for work that is handed in without a server.
 *
 *     manifest.json                 what this is
 *     credential.json               the whole pinned credential
 *     portfolio.json                of a draft; or submission.json, and receipt.json if there is one
 *     applicant.json                who: alone in a file that can be left out when the rest is passed on
 *     index.html                    the work, readable in any browser
 *     files/<file id>/<file name>   bytes
 */
import * as v from 'valibot';
import { Id, Instant, open } from '../model/base.js';
import type { Credential } from '../model/credential.js';

export const packageFormat = 'mc-package/1';

/** `missing`: ids of files whose bytes were not at hand when the package was made. */
export const Manifest = open({
  format: v.literal(packageFormat),
  kind: v.picklist(['draft', 'submission']),
  at: Instant,
  /** Version of the library that wrote it. */
  library: v.optional(v.string()),
  missing: v.optional(v.array(Id), []),
});
export type Manifest = v.InferOutput<typeof Manifest>;

/** Where the bytes of a file lie in a package. */
export const memberOfFile = (id: string, name: string): string => `files/${encodeSegment(id)}/${safeName(name)}`;

/** The file whose bytes a member is, if it is one. */
export function fileOfMember(member: string): { id: string; name: string } | undefined {
  const [, id, name] = /^files\/([^/]+)\/([^/]+)$/.exec(member) ?? [];
  if (!id || !name) return undefined;
  try {
    return { id: decodeURIComponent(id), name };
  } catch {
    return undefined;
  }
}

/** An id as one folder name: letters, digits, `-` and `_` as they are, so that ids like `..` lead nowhere. */
const encodeSegment = (id: string): string =>
  encodeURIComponent(wellFormed(id)).replace(
    /[!~*'().]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/** Without halves of characters, which no file system and no address can hold. */
const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\ufffd');

/**
 * A file name that every system can write: no path, no control or direction marks, nothing that Windows refuses, at
 * most 120 characters with its ending kept.
 */
export function safeName(name: string): string {
  const plain = wellFormed(name)
    .normalize('NFC')
    .replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g, '')
    .replace(/[<>:"/\\|?*]/g, '_')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  const letters = Array.from(plain);
  const ending = /\.[^.\s]{1,10}$/.exec(plain)?.[0] ?? '';
  const short = letters.length <= 120 ? plain : letters.slice(0, 120 - ending.length).join('') + ending;
  if (short === '') return 'file';
  return /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(short) ? `_${short}` : short;
}

/** A name for a saved draft, such as `collaborative-leadership-draft-2026-11-22.zip`: the work's, never a person's. */
export const draftFileName = (credential: Pick<Credential, 'title'>, at: Instant): string =>
  fileName(credential, at, 'draft');

/** A name for a package to hand in. */
export const submissionFileName = (credential: Pick<Credential, 'title'>, at: Instant): string =>
  fileName(credential, at, 'submission');

/** A name for what could not be read of a package. */
export const unreadFileName = (credential: Pick<Credential, 'title'>, at: Instant): string =>
  fileName(credential, at, 'not-read');

function fileName(credential: Pick<Credential, 'title'>, at: Instant, kind: Manifest['kind'] | 'not-read'): string {
  const words = credential.title
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  const title = safeName(Array.from(words).slice(0, 60).join(''));
  return `${title}-${kind}-${at.slice(0, 10)}.zip`;
}
