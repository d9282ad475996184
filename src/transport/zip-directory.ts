/**
 * Reading a ZIP archive from outside. Only the directory is read; every figure in it is checked before it is used. The
 * format is PKWARE's APPNOTE 6.3.
 */

/** A member as the directory names it. */
export interface ZipEntry {
  name: string;
  /** 0 stored, 8 deflated. */
  method: number;
  crc: number;
  /** Bytes in the archive. */
  packed: number;
  /** Bytes of the content. */
  size: number;
  /** Where its local header stands. */
  header: number;
}

/**
 * - `package.not-a-zip`: no archive at all;
 * - `package.truncated`: the file's end is missing or its directory breaks off;
 * - `package.unsafe-name`: a name that leads out of the folder;
 * - `package.duplicate-member`: a second member of the same name, passed over;
 * - `package.overlap`: a member that lies over another or beyond the end, passed over;
 * - `package.unsupported`: encrypted, or packed in an unknown way;
 * - `package.too-large`: it says that it is larger than its bytes can be, or than a document may be;
 * - `package.member-damaged`: its bytes are not those that were packed.
 */
export type ZipCode =
  | 'package.not-a-zip'
  | 'package.truncated'
  | 'package.unsafe-name'
  | 'package.duplicate-member'
  | 'package.overlap'
  | 'package.unsupported'
  | 'package.too-large'
  | 'package.member-damaged';

export interface ZipFault {
  code: ZipCode;
  member?: string;
}

export interface ZipDirectory {
  entries: ZipEntry[];
  faults: ZipFault[];
}

const endSignature = 0x06054b50;
const locatorSignature = 0x07064b50;
const end64Signature = 0x06064b50;
const entrySignature = 0x02014b50;

/** A directory of 100,000 members with long names is smaller than this; a larger one is made to fill the memory. */
const mostDirectoryBytes = 64 * 1024 * 1024;

/** Bytes of a slice, as a view for reading figures. */
export async function viewOf(blob: Blob, from: number, to: number): Promise<DataView> {
  return new DataView(await blob.slice(Math.max(from, 0), to).arrayBuffer());
}

/** Reads the directory at the end of an archive. `undefined`: there is none. */
export async function readDirectory(blob: Blob): Promise<ZipDirectory | undefined> {
  const end = await findEnd(blob);
  if (!end) return undefined;
  // Something may have been put before the archive: then everything lies further on by as much.
  const shift = end.at - end.size - end.offset;
  if (shift < 0 || end.size > mostDirectoryBytes) return { entries: [], faults: [{ code: 'package.truncated' }] };
  const begin = end.offset + shift;
  const { entries, faults } = readEntries(await viewOf(blob, begin, begin + end.size), end.count);
  for (const entry of entries) entry.header += shift;
  return { entries: checkEntries(entries, begin, faults), faults };
}

interface End {
  /** Where the record begins that follows the directory. */
  at: number;
  count: number;
  size: number;
  offset: number;
}

async function findEnd(blob: Blob): Promise<End | undefined> {
  const begin = Math.max(0, blob.size - 22 - 0xffff);
  const tail = await viewOf(blob, begin, blob.size);
  for (let at = tail.byteLength - 22; at >= 0; at -= 1) {
    if (tail.getUint32(at, true) !== endSignature) continue;
    if (at + 22 + tail.getUint16(at + 20, true) > tail.byteLength) continue;
    const large = await findEnd64(blob, begin + at);
    if (large) return large;
    return {
      at: begin + at,
      count: tail.getUint16(at + 10, true),
      size: tail.getUint32(at + 12, true),
      offset: tail.getUint32(at + 16, true),
    };
  }
  return undefined;
}

/** The record of large archives, which stands before its locator, which stands before the end record. */
async function findEnd64(blob: Blob, end: number): Promise<End | undefined> {
  if (end < 20) return undefined;
  const locator = await viewOf(blob, end - 20, end);
  if (locator.getUint32(0, true) !== locatorSignature) return undefined;
  const stated = Number(locator.getBigUint64(8, true));
  // The place stated is wrong if something was put before the archive: then it is where it nearly always is.
  for (const at of [stated, end - 76]) {
    if (at < 0 || at + 56 > end) continue;
    const record = await viewOf(blob, at, at + 56);
    if (record.getUint32(0, true) !== end64Signature) continue;
    const [count, size, offset] = [32, 40, 48].map((place) => Number(record.getBigUint64(place, true))) as [
      number,
      number,
      number,
    ];
    return { at, count, size, offset };
  }
  return undefined;
}

function readEntries(view: DataView, count: number): ZipDirectory {
  const entries: ZipEntry[] = [];
  const faults: ZipFault[] = [];
  let at = 0;
  while (at + 46 <= view.byteLength && view.getUint32(at, true) === entrySignature) {
    const nameEnd = at + 46 + view.getUint16(at + 28, true);
    const extraEnd = nameEnd + view.getUint16(at + 30, true);
    const next = extraEnd + view.getUint16(at + 32, true);
    if (next > view.byteLength) break;
    const name = decodeName(new Uint8Array(view.buffer, view.byteOffset + at + 46, nameEnd - at - 46));
    const method = view.getUint16(at + 10, true);
    if ((view.getUint16(at + 8, true) & 0x41) !== 0 || (method !== 0 && method !== 8)) {
      faults.push({ code: 'package.unsupported', member: name });
    } else {
      const figures = {
        size: view.getUint32(at + 24, true),
        packed: view.getUint32(at + 20, true),
        header: view.getUint32(at + 42, true),
      };
      widen(figures, view, nameEnd, extraEnd);
      entries.push({ name, method, crc: view.getUint32(at + 16, true), ...figures });
    }
    at = next;
  }
  if (at !== view.byteLength || (entries.length + faults.length) % 0x10000 !== count % 0x10000)
    faults.push({ code: 'package.truncated' });
  return { entries, faults };
}

/** Figures that do not fit in 32 bits stand in an extra field of their own, in this order. */
function widen(
  figures: { size: number; packed: number; header: number },
  view: DataView,
  from: number,
  to: number,
): void {
  for (let at = from; at + 4 <= to; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    const fieldEnd = Math.min(to, at + 4 + view.getUint16(at + 2, true));
    let place = at + 4;
    for (const figure of ['size', 'packed', 'header'] as const) {
      if (figures[figure] !== 0xffffffff || place + 8 > fieldEnd) continue;
      figures[figure] = Number(view.getBigUint64(place, true));
      place += 8;
    }
  }
}

/** Names are UTF-8 here; older programs wrote other alphabets, of which only the shape of the path matters. */
export function decodeName(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes).replaceAll('\\', '/');
  } catch {
    return Array.from(bytes, (byte) => String.fromCharCode(byte))
      .join('')
      .replaceAll('\\', '/');
  }
}

/** Names that lead out of the folder they are unpacked in, or that hide something. */
export const isUnsafeName = (name: string): boolean =>
  name === '' || /^\/|^[a-z]:|(^|\/)\.\.?(\/|$)|\/\/|[\u0000-\u001f]/i.test(name);

/** Leaves out folders and what cannot be true. `limit`: where the members end and the directory begins. */
function checkEntries(entries: ZipEntry[], limit: number, faults: ZipFault[]): ZipEntry[] {
  const seen = new Set<string>();
  const named = entries.filter((entry) => {
    const fault = nameFault(entry, seen);
    if (fault) faults.push({ code: fault, member: entry.name });
    return !fault && !entry.name.endsWith('/');
  });
  let end = 0;
  const apart = new Set(
    [...named]
      .sort((a, b) => a.header - b.header)
      .filter((entry) => {
        const entryEnd = entry.header + 30 + entry.packed;
        const fits = entry.header >= end && entryEnd <= limit;
        if (fits) end = entryEnd;
        else faults.push({ code: 'package.overlap', member: entry.name });
        return fits;
      }),
  );
  return named.filter((entry) => apart.has(entry));
}

/** Deflate packs at most 1032 to 1. */
const mostPacking = 1040;

function nameFault({ name, method, size, packed }: ZipEntry, seen: Set<string>): ZipCode | undefined {
  if (isUnsafeName(name)) return 'package.unsafe-name';
  if (seen.has(name)) return 'package.duplicate-member';
  seen.add(name);
  if (method === 0 ? size !== packed : size > packed * mostPacking) return 'package.too-large';
  return undefined;
}
