import { crc32 } from './crc32.js';
import { decodeName, isUnsafeName, viewOf, type ZipEntry } from './zip-directory.js';

const headerSignature = 0x04034b50;
/** How much is looked through at once for the end of a member. */
const windowSize = 4 * 1024 * 1024;

/**
 * What can still be had of an archive that has lost its end, and with it its directory: members from the beginning on,
 * as long as each is whole. Meant for archives as they are written here (stored, with figures behind the content) and
 * by programs that write the figures before it.
 */
export async function salvage(blob: Blob): Promise<ZipEntry[]> {
  const entries: ZipEntry[] = [];
  const names = new Set<string>();
  let at = 0;
  for (;;) {
    const header = await viewOf(blob, at, at + 30);
    if (header.byteLength < 30 || header.getUint32(0, true) !== headerSignature) return entries;
    const nameLength = header.getUint16(26, true);
    const begin = at + 30 + nameLength + header.getUint16(28, true);
    const name = decodeName(new Uint8Array(await blob.slice(at + 30, at + 30 + nameLength).arrayBuffer()));
    const method = header.getUint16(8, true);
    const behind = (header.getUint16(6, true) & 8) !== 0;
    const found = behind ? await findDescriptor(blob, begin) : figuresBefore(header, begin);
    if (!found || begin + found.packed > blob.size) return entries;
    const fine = !isUnsafeName(name) && !name.endsWith('/') && !names.has(name) && (method === 0 || method === 8);
    if (fine) entries.push({ name, method, crc: found.crc, packed: found.packed, size: found.size, header: at });
    names.add(name);
    at = found.end;
  }
}

interface Figures {
  crc: number;
  packed: number;
  size: number;
  /** Where the next member begins. */
  end: number;
}

function figuresBefore(header: DataView, begin: number): Figures {
  const packed = header.getUint32(18, true);
  return { crc: header.getUint32(14, true), packed, size: header.getUint32(22, true), end: begin + packed };
}

/**
 * The figures behind a stored member. Content may hold the same signature: only where the length stated is the length
 * found, and the check sum fits, is it the end.
 */
async function findDescriptor(blob: Blob, begin: number): Promise<Figures | undefined> {
  let crc = 0;
  // Windows overlap by a descriptor's length, so that none is cut.
  for (let from = begin; from < blob.size; from += windowSize) {
    const bytes = new Uint8Array(await blob.slice(from, from + windowSize + 24).arrayBuffer());
    const view = new DataView(bytes.buffer);
    let checked = 0;
    for (
      let at = bytes.indexOf(0x50);
      at >= 0 && at < windowSize && at + 16 <= bytes.length;
      at = bytes.indexOf(0x50, at + 1)
    ) {
      const figures = figuresAt(view, at, from + at - begin, from);
      if (!figures) continue;
      crc = crc32(bytes.subarray(checked, at), crc);
      checked = at;
      if (figures.crc === crc) return figures;
    }
    crc = crc32(bytes.subarray(checked, windowSize), crc);
  }
  return undefined;
}

function figuresAt(view: DataView, at: number, length: number, from: number): Figures | undefined {
  if (view.getUint32(at) !== 0x504b0708) return undefined;
  const figures = { crc: view.getUint32(at + 4, true), packed: length, size: length };
  const large =
    at + 24 <= view.byteLength &&
    Number(view.getBigUint64(at + 8, true)) === length &&
    Number(view.getBigUint64(at + 16, true)) === length;
  if (large && length >= 0xffffffff) return { ...figures, end: from + at + 24 };
  if (view.getUint32(at + 8, true) === length && view.getUint32(at + 12, true) === length)
    return { ...figures, end: from + at + 16 };
  return undefined;
}
