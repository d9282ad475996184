import { StorageProblem } from '../state/ports.js';
import type { Connection, Reading, Writing } from './connection.js';
import { openNews } from './news.js';
import { freshFor, keepMentioned } from './mentions.js';
import { layout, type FileRow, type StoreName } from './schema.js';

/** Bytes of one chunk, where the browser refuses to keep a Blob whole. */
const chunkBytes = 8 * 1024 * 1024;

/** Stores whose documents can name a file. */
const namingStores = ['snapshots', 'journal', 'records', 'pointBodies', 'damaged'] as const;
const byteStores = ['files', 'chunks', 'holdings'] as const;

/** The bytes of all drafts, by file id. */
export class DeviceFiles {
  /** Private sessions of WebKit abort every put of a Blob: tried once, then never again. */
  #blobsRefused = false;

  constructor(
    private readonly connection: Connection,
    private readonly now: () => number,
  ) {}

  async put(id: string, draft: string, bytes: Blob): Promise<void> {
    const kept = await this.#row(id);
    if (kept && !kept.arriving && (await this.#readable(kept))) {
      // Bytes never change under an id: the second draft holds what is there.
      if (kept.size !== bytes.size) throw new StorageProblem('failed', 'Other bytes are kept under this id.');
      return this.connection.write(['holdings'], 'strict', async (tx) => {
        await tx.objectStore('holdings').put({ draft, file: id });
      });
    }
    const row: FileRow = { id, type: bytes.type, size: bytes.size, at: this.now() };
    if (!this.#blobsRefused && (await this.#putWhole({ ...row, whole: bytes }, draft))) return;
    await this.#putChunks({ ...row, arriving: draft, chunks: Math.ceil(bytes.size / chunkBytes) }, draft, bytes);
    this.#blobsRefused = true;
  }

  async get(id: string): Promise<Blob | undefined> {
    const row = await this.#row(id);
    if (!row || row.arriving) return undefined;
    if (row.whole) return row.whole;
    // Chunk by chunk, each as a Blob that the browser can move out of memory.
    const parts: Blob[] = [];
    for (let place = 0; place < (row.chunks ?? 0); place++) {
      const chunk = await this.#chunk(id, place);
      if (!chunk) return undefined;
      parts.push(new Blob([chunk.bytes]));
    }
    return new Blob(parts, { type: row.type });
  }

  async held(draft: string): Promise<string[]> {
    const keys = await this.connection.read(['holdings'], (tx) =>
      tx.objectStore('holdings').getAllKeys(IDBKeyRange.bound([draft], [draft, []])),
    );
    return keys.map(([, file]) => file);
  }

  /** `DraftStorage.sweepFiles`. Looks first, and stops the other writers only when there is something to delete. */
  async sweep(): Promise<void> {
    const stores: StoreName[] = [...namingStores, ...byteStores];
    const stale = async (tx: Reading | Writing) => {
      // A newer layout may have other places that name files.
      if (tx.db.version > layout) return new Set<string>();
      const rows = await (tx as Reading).objectStore('files').getAll();
      const old = rows.filter((row) => Math.abs(this.now() - row.at) > freshFor);
      return unnamed(
        tx,
        old.map((row) => row.id),
      );
    };
    if ((await this.connection.read(stores, stale)).size === 0) return;
    await this.connection.write(stores, 'relaxed', async (tx) => deleteFiles(tx, await stale(tx)));
  }

  /** `DraftStorage.remove`, all of it in one transaction: a draft, and the bytes that only it held or named. */
  async remove(draft: string): Promise<void> {
    const stores: StoreName[] = ['drafts', 'credentials', 'applicants', 'points', ...namingStores, ...byteStores];
    await this.connection.write(stores, 'strict', async (tx) => {
      const ofDraft = IDBKeyRange.bound([draft], [draft, []]);
      await Promise.all([
        ...(['drafts', 'snapshots', 'applicants', 'records'] as const).map((name) =>
          tx.objectStore(name).delete(draft),
        ),
        ...(['credentials', 'holdings'] as const).map((name) => tx.objectStore(name).delete(ofDraft)),
        ...(['journal', 'points', 'pointBodies', 'damaged'] as const).map(async (name) => {
          const store = tx.objectStore(name);
          const keys = await store.index('draft').getAllKeys(draft);
          await Promise.all(keys.map((key) => store.delete(key)));
        }),
      ]);
      const held = new Set((await tx.objectStore('holdings').getAllKeys()).map(([, file]) => file));
      const rows = await tx.objectStore('files').getAll();
      const free = rows.filter((row) => !held.has(row.id) && (!row.arriving || row.arriving === draft));
      await deleteFiles(
        tx,
        await unnamed(
          tx,
          free.map((row) => row.id),
        ),
      );
    });
    const news = openNews(this.connection.name, draft);
    news.tell('removed');
    news.close();
  }

  /** Whether the bytes are kept as one Blob, on disk and readable. A full disk is a problem; any other fault is not. */
  async #putWhole(row: FileRow, draft: string): Promise<boolean> {
    try {
      await this.connection.write(['files', 'holdings'], 'strict', async (tx) => {
        await Promise.all([tx.objectStore('files').put(row), tx.objectStore('holdings').put({ draft, file: row.id })]);
      });
    } catch (fault) {
      if (fault instanceof StorageProblem && fault.reason === 'full') throw fault;
      return false;
    }
    const kept = await this.#row(row.id);
    return kept !== undefined && this.#readable(kept);
  }

  /** The row says `arriving` until every chunk is on disk, so that half a file is never taken for a file. */
  async #putChunks(row: FileRow, draft: string, bytes: Blob): Promise<void> {
    const { id, chunks = 0 } = row;
    const { connection } = this;
    try {
      await connection.write(['files'], 'relaxed', async (tx) => void (await tx.objectStore('files').put(row)));
      for (let place = 0; place < chunks; place++) {
        const chunk = await bytes.slice(place * chunkBytes, (place + 1) * chunkBytes).arrayBuffer();
        await connection.write(['chunks'], 'relaxed', async (tx) => {
          await tx.objectStore('chunks').put({ file: id, place, bytes: chunk });
        });
      }
      await connection.write([...byteStores], 'strict', async (tx) => {
        // The draft may have been removed meanwhile, and its bytes with it.
        if (!(await tx.objectStore('files').get(id))) throw new StorageProblem('removed');
        await tx.objectStore('files').put({ ...row, arriving: undefined });
        await tx.objectStore('holdings').put({ draft, file: id });
      });
      if (!(await this.#readable(row))) throw new StorageProblem('failed', 'The bytes could not be read back.');
    } catch (fault) {
      await connection.write([...byteStores], 'relaxed', (tx) => deleteFiles(tx, [id])).catch(() => undefined);
      throw fault instanceof StorageProblem ? fault : new StorageProblem('failed', fault);
    }
  }

  /** Whether the bytes are there to their end. Reads the end alone: a file may be larger than memory. */
  async #readable(row: FileRow): Promise<boolean> {
    try {
      if (row.whole) {
        const end = await row.whole.slice(-1).arrayBuffer();
        return row.whole.size === row.size && end.byteLength === Math.min(1, row.size);
      }
      const { id, chunks = 0, size } = row;
      if (chunks === 0) return size === 0;
      const count = await this.connection.read(['chunks'], (tx) => tx.objectStore('chunks').count(chunkRange(id)));
      const last = await this.#chunk(id, chunks - 1);
      return count === chunks && last?.bytes.byteLength === size - (chunks - 1) * chunkBytes;
    } catch {
      return false;
    }
  }

  #row(id: string) {
    return this.connection.read(['files'], (tx) => tx.objectStore('files').get(id));
  }

  #chunk(id: string, place: number) {
    return this.connection.read(['chunks'], (tx) => tx.objectStore('chunks').get([id, place]));
  }
}

const chunkRange = (id: string) => IDBKeyRange.bound([id], [id, []]);

/** Those of the files that no document names. Receipts name files too, but what was handed in is safe elsewhere. */
async function unnamed(tx: Reading | Writing, files: Iterable<string>): Promise<Set<string>> {
  const ids = new Set(files);
  for (const name of namingStores) {
    if (ids.size === 0) break;
    let cursor = await (tx as Reading).objectStore(name).openCursor();
    while (cursor && ids.size > 0) {
      const { value } = cursor;
      keepMentioned(ids, name === 'records' ? outboxOf(value) : value);
      cursor = await cursor.continue();
    }
  }
  return ids;
}

const outboxOf = (row: unknown): unknown => (row as { content?: { outbox?: unknown } }).content?.outbox;

async function deleteFiles(tx: Writing, ids: Iterable<string>): Promise<void> {
  const holdings = tx.objectStore('holdings');
  for (const id of ids) {
    await tx.objectStore('files').delete(id);
    await tx.objectStore('chunks').delete(chunkRange(id));
    for (const key of await holdings.index('file').getAllKeys(id)) await holdings.delete(key);
  }
}
