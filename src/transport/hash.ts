import { toHex } from '../model/digest.js';

/** Up to this size a file is read whole, which the browser's own SHA-256 needs. */
const wholeSize = 8 * 1024 * 1024;
/** What is hashed at a stretch in script: about 15 ms, so that the page stays responsive. */
const pieceSize = 1024 * 1024;

/** What large files need. Loaded when it is first used, or before. */
export const loadSha256 = () => import('@noble/hashes/sha2.js');

/**
 * The SHA-256 of bytes in lower-case hexadecimal. Large files are read in pieces and never held whole. Rejects with the
 * signal's reason when it is aborted, and with the browser's error when the bytes cannot be read.
 */
export async function hashBlob(bytes: Blob, signal?: AbortSignal): Promise<string> {
  signal?.throwIfAborted();
  const subtle = globalThis.crypto?.subtle as SubtleCrypto | undefined;
  if (subtle && bytes.size <= wholeSize) {
    return toHex(new Uint8Array(await subtle.digest('SHA-256', await bytes.arrayBuffer())));
  }
  const { sha256 } = await loadSha256();
  const hash = sha256.create();
  for (let at = 0; at < bytes.size; at += pieceSize) {
    signal?.throwIfAborted();
    hash.update(new Uint8Array(await bytes.slice(at, at + pieceSize).arrayBuffer()));
  }
  return toHex(hash.digest());
}
