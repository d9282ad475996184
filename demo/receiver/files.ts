/** Bytes: how they arrive (tus), when they count as arrived, and how they are given out. */
import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { sniffKind, sniffLength, type FoundKind } from '../../src/model/artifact-kind.js';
import type { Queries } from './db.js';

/** An upload as it is kept. `arrival` (which arrived when, as a number), `sha256` and `found` stand once it is whole. */
export interface UploadRow {
  id: string;
  portfolio: string;
  file: string;
  name: string;
  size: number;
  arrival: number | null;
  sha256: string | null;
  found: string | null;
}

/** A file all of whose bytes are here. `found`: what its content says it is. */
export interface ArrivedFile {
  upload: string;
  file: string;
  name: string;
  size: number;
  sha256: string;
  found: FoundKind;
}

/** The folder that holds the bytes, one file an upload. */
export class FileFolder {
  constructor(readonly path: string) {}

  async prepare(): Promise<void> {
    await mkdir(this.path, { recursive: true });
  }

  /** A name that cannot be guessed and says nothing. */
  newId(): string {
    return randomBytes(24).toString('hex');
  }

  /** The bytes of an upload. */
  read(upload: string): ReadableStream<Uint8Array> {
    return Readable.toWeb(createReadStream(join(this.path, upload))) as ReadableStream<Uint8Array>;
  }

  /** How many bytes of an upload are here; -1 if it is not. */
  async sizeOf(upload: string): Promise<number> {
    return stat(join(this.path, upload)).then(
      ({ size }) => size,
      () => -1,
    );
  }

  /** Makes the bytes durable and reads them once through: their digest, and what they are. */
  async measure(upload: string, name: string, size: number): Promise<{ sha256: string; found: FoundKind }> {
    const handle = await open(join(this.path, upload), 'r+');
    try {
      await handle.sync();
      const head = Buffer.alloc(Math.min(sniffLength, size));
      await handle.read(head, 0, head.length, 0);
      const hash = createHash('sha256');
      await pipeline(handle.createReadStream({ start: 0, autoClose: false }), hash);
      return { sha256: hash.digest('hex'), found: sniffKind(head, name, size) };
    } finally {
      await handle.close();
    }
  }
}

/**
 * Notes that an upload is whole. Also called when a file is asked about: the receiver may have been killed between the
 * last byte and this note, and a client that finds every byte here sends nothing more.
 */
export async function settle(queries: Queries, files: FileFolder, upload: UploadRow): Promise<void> {
  if (upload.arrival !== null || (await files.sizeOf(upload.id)) !== upload.size) return;
  const { sha256, found } = await files.measure(upload.id, upload.name, upload.size);
  await queries.query(
    `update uploads set arrival = nextval('arrivals'), sha256 = $2, found = $3 where id = $1 and arrival is null`,
    [upload.id, sha256, JSON.stringify(found)],
  );
}

/** Settles every upload of a portfolio, or of one file of it, that is whole by now. */
export async function settleAll(queries: Queries, files: FileFolder, portfolio: string, file?: string): Promise<void> {
  const rows = await queries.query<UploadRow>(
    'select * from uploads where portfolio = $1 and arrival is null and ($2::text is null or file = $2)',
    [portfolio, file ?? null],
  );
  for (const row of rows) await settle(queries, files, row);
}

/** The files of a portfolio that are here whole, by file id. Of several uploads of one file the last to arrive counts. */
export async function arrivedFiles(
  queries: Queries,
  files: FileFolder,
  portfolio: string,
): Promise<Map<string, ArrivedFile>> {
  const rows = await queries.query<UploadRow & { sha256: string; found: string }>(
    'select * from uploads where portfolio = $1 and arrival is not null order by arrival',
    [portfolio],
  );
  const arrived = new Map<string, ArrivedFile>();
  for (const { id, file, name, size, sha256, found } of rows) {
    // Somebody may have emptied the folder: what is gone has to be sent again.
    if ((await files.sizeOf(id)) !== size) continue;
    arrived.set(file, { upload: id, file, name, size, sha256, found: JSON.parse(found) as FoundKind });
  }
  return arrived;
}
