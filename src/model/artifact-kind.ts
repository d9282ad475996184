import type { ArtifactKind, ArtifactRule } from './credential.js';
import { endingOf, fileTypes, runnable, type Displayability, type FileKind } from './file-types.js';
import { typeByContent, unknownType } from './sniff.js';

export type { Displayability, FileKind } from './file-types.js';

/** How much of a file's beginning `sniffKind` wants to see, in bytes. Less is read as it is. */
export const sniffLength = 4096;

/** Why a file or a link is not taken. Sentences stand in the locales. */
export type ArtifactCode =
  | 'artifact.empty'
  | 'artifact.kind-unsafe'
  | 'artifact.kind-unknown'
  | 'artifact.kind-contradicts'
  | 'artifact.kind-refused'
  | 'artifact.too-large'
  | 'artifact.link-invalid';

/** What a file is. */
export interface FoundKind {
  kind: FileKind | undefined;
  /** The media type that its content says, never the one that a browser or a sender claims. */
  type: string;
  /** The ending of its name says another kind than its content. */
  contradicts?: boolean;
  /** Why it is no artifact at all. */
  reason?: 'artifact.empty' | 'artifact.kind-unsafe' | 'artifact.kind-unknown';
}

/** The kind of a media type, if files of it are accepted at all. */
export const kindOfType = (type: string): FileKind | undefined => fileTypes[type]?.kind;

/**
 * Which kind a file is, by its first bytes (`sniffLength` are enough) and its name. The content decides; the name
 * only tells apart what looks the same inside (`.doc` and `.xls`, `.txt` and `.csv`). What a browser or a computer
 * could run (HTML, SVG, programs, office files with macros) is refused. The same in the browser and at the receiver.
 */
export function sniffKind(head: Uint8Array, name: string, size: number = head.length): FoundKind {
  if (size === 0 || head.length === 0) return { kind: undefined, type: unknownType, reason: 'artifact.empty' };
  const ending = endingOf(name);
  const content = typeByContent(head, ending);
  const kind = kindOfType(content.type);
  const named = kindsNamed(ending);
  const contradicts = named.length > 0 && (kind !== undefined || content.runs) && !named.includes(kind as FileKind);
  const found: FoundKind = { kind, type: content.type, ...(contradicts && { contradicts }) };
  if (content.runs || runnable.has(ending)) return { ...found, kind: undefined, reason: 'artifact.kind-unsafe' };
  if (!kind) return { ...found, reason: 'artifact.kind-unknown' };
  return found;
}

function kindsNamed(ending: string): FileKind[] {
  return Object.values(fileTypes)
    .filter((type) => type.endings.includes(ending))
    .map((type) => type.kind);
}

type Params = Record<string, string | number>;
/** What is said to a file: its kind and media type, or a code with its figures. */
export type Acceptance = { ok: true; kind: FileKind; type: string } | { ok: false; code: ArtifactCode; params: Params };

/**
 * Whether a part takes a file. `size` in bytes. Figures of the refusals: `kind` and `accepts` (kinds, set apart by
 * commas) of `artifact.kind-refused`, `type` of the others about kinds, `size` and `max` of `artifact.too-large`.
 */
export function acceptArtifact(rule: ArtifactRule, found: FoundKind, size: number): Acceptance {
  const refuse = (code: ArtifactCode, params: Params = {}): Acceptance => ({ ok: false, code, params });
  if (size === 0 || found.reason === 'artifact.empty') return refuse('artifact.empty');
  if (found.contradicts) return refuse('artifact.kind-contradicts', { type: found.type });
  if (!found.kind) return refuse(found.reason ?? 'artifact.kind-unknown', { type: found.type });
  if (!rule.kinds.includes(found.kind)) {
    return refuse('artifact.kind-refused', { kind: found.kind, accepts: rule.kinds.join(',') });
  }
  if (rule.maxBytes !== undefined && size > rule.maxBytes) {
    return refuse('artifact.too-large', { size, max: rule.maxBytes });
  }
  return { ok: true, kind: found.kind, type: found.type };
}

/**
 * The `accept` attribute of a file chooser for a part. Images are named by `image/*` alone: iPhones turn HEIC into JPEG
 * unless HEIC is asked for.
 */
export function acceptAttribute(rule: ArtifactRule): string {
  return rule.kinds.flatMap(acceptedBy).join(',');
}

function acceptedBy(kind: ArtifactKind): string[] {
  const types = Object.entries(fileTypes).filter(([, type]) => type.kind === kind);
  const endings = types.flatMap(([, type]) => type.endings.map((ending) => `.${ending}`));
  if (kind === 'image') return ['image/*'];
  if (kind === 'audio' || kind === 'video') return [`${kind}/*`, ...new Set(endings)];
  return [...types.map(([type]) => type), ...endings];
}

/** `URL` is in every engine and in Node; the model is compiled without DOM types. */
const { URL: Address } = globalThis as unknown as {
  URL: new (text: string) => { protocol: string; hostname: string; username: string; password: string; href: string };
};

/**
 * Whether a part takes a link, and the address to keep. `https://` is put before what people type without it
 * (`www.example.org/film`). Only web addresses, without a user name or password in them.
 */
export function checkLink(
  typed: string,
  rule: ArtifactRule,
): { ok: true; url: string } | { ok: false; code: ArtifactCode; params: Params } {
  if (!rule.kinds.includes('link')) {
    return { ok: false, code: 'artifact.kind-refused', params: { kind: 'link', accepts: rule.kinds.join(',') } };
  }
  const text = typed.trim();
  const bare = /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+(:\d+)?([/?#]|$)/u.test(text);
  const url = webAddress(bare ? `https://${text}` : text);
  return url ? { ok: true, url } : { ok: false, code: 'artifact.link-invalid', params: {} };
}

function webAddress(text: string): string | undefined {
  if (!/^https?:\/\/[^\s]+$/i.test(text)) return undefined;
  try {
    const url = new Address(text);
    return url.hostname && !url.username && !url.password ? url.href : undefined;
  } catch {
    return undefined;
  }
}

/** Where a file of a media type can be looked at. `head`, where at hand, tells HEVC video from other video. */
export function displayability(type: string, head?: Uint8Array): Displayability {
  const known = fileTypes[type]?.display ?? 'download';
  if (known !== 'shown' || !head || type !== 'video/mp4') return known;
  return /hvc1|hev1/.test(String.fromCharCode(...head.subarray(0, sniffLength))) ? 'some-browsers' : known;
}
