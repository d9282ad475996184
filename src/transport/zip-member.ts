import { crc32 } from './crc32.js';
import { viewOf, type ZipCode, type ZipEntry } from './zip-directory.js';

/** A member that cannot be had. */
export class ZipProblem extends Error {
  constructor(
    readonly code: ZipCode,
    readonly member: string,
    cause?: unknown,
  ) {
    super(`${code}: ${member}`, { cause });
    this.name = 'ZipProblem';
  }
}

/** How much is read at once: little for the memory, and short enough to leave the page responsive. */
const pieceSize = 4 * 1024 * 1024;

/**
 * The content of a member, checked against its CRC-32. A stored member is a slice of the archive: it is read once for
 * the check and never held. Rejects with a ZipProblem.
 */
export async function openMember(archive: Blob, entry: ZipEntry): Promise<Blob> {
  const packed = await packedBytes(archive, entry);
  try {
    return entry.method === 0 ? await checkStored(packed, entry) : await inflate(packed, entry);
  } catch (cause) {
    throw cause instanceof ZipProblem ? cause : new ZipProblem('package.member-damaged', entry.name, cause);
  }
}

/**
 * The bytes of a member that `openMember` refuses, unchecked: as they stand, or as far as they can be unpacked. To be
 * set aside, never to be taken for the content.
 */
export async function damagedBytes(archive: Blob, entry: ZipEntry): Promise<Blob> {
  const packed = await packedBytes(archive, entry).catch(() =>
    archive.slice(entry.header, entry.header + 30 + entry.packed),
  );
  if (entry.method === 0) return packed;
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  try {
    const reader = packed.stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      length += value.length;
      if (length > entry.size) {
        await reader.cancel();
        break;
      }
      pieces.push(value as Uint8Array<ArrayBuffer>);
    }
  } catch {
    // What came before the damage is all there is.
  }
  return pieces.length ? new Blob(pieces) : packed;
}

async function packedBytes(archive: Blob, entry: ZipEntry): Promise<Blob> {
  const header = await viewOf(archive, entry.header, entry.header + 30);
  if (header.byteLength < 30 || header.getUint32(0, true) !== 0x04034b50) {
    throw new ZipProblem('package.member-damaged', entry.name);
  }
  const begin = entry.header + 30 + header.getUint16(26, true) + header.getUint16(28, true);
  const packed = archive.slice(begin, begin + entry.packed);
  if (packed.size !== entry.packed) throw new ZipProblem('package.truncated', entry.name);
  return packed;
}

async function checkStored(bytes: Blob, { name, crc }: ZipEntry): Promise<Blob> {
  let found = 0;
  for (let at = 0; at < bytes.size; at += pieceSize) {
    found = crc32(new Uint8Array(await bytes.slice(at, at + pieceSize).arrayBuffer()), found);
  }
  if (found !== crc) throw new ZipProblem('package.member-damaged', name);
  return bytes;
}

async function inflate(packed: Blob, { name, size, crc }: ZipEntry): Promise<Blob> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  let found = 0;
  const reader = packed.stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    const piece = value as Uint8Array<ArrayBuffer>;
    length += piece.length;
    if (length > size) {
      await reader.cancel();
      throw new ZipProblem('package.too-large', name);
    }
    found = crc32(piece, found);
    pieces.push(piece);
  }
  if (length !== size || found !== crc) throw new ZipProblem('package.member-damaged', name);
  return new Blob(pieces);
}
