import type { Change } from '../model/change.js';
import { StorageProblem } from '../state/ports.js';
import type { JournalKey } from '../state/ports.js';
import type { Connection, Reading, Writing } from './connection.js';
import { keptVersion } from './migrations.js';
import type { DocumentStore, DraftRow, EntryRow, Schema } from './schema.js';

/** The names under which `damaged` speaks of the documents. */
const documentNames = { snapshots: 'snapshot', applicants: 'applicant', records: 'record' } as const;

/** One draft as this tab knows it, and the small steps of which every transaction on it is made. */
export class TabView {
  /** The journal this tab knows: another value on disk means that it was laid anew. */
  epoch: string | undefined;
  /** Keys of entries that this tab has read or written. Only they may be compacted by it. */
  readonly known = new Set<JournalKey>();
  /** Those of them that could not be read: they stay where they are. */
  readonly unreadable = new Set<JournalKey>();
  /** Documents that could not be read: moved aside before another takes their place. */
  readonly unreadableDocuments = new Set<unknown>();
  /** An entry was met that only a newer version can read. */
  newerVersion = false;

  constructor(
    readonly id: string,
    readonly connection: Connection,
  ) {}

  /** The draft's row, or the problem that it was removed. */
  async row(tx: Reading | Writing): Promise<DraftRow> {
    const row = await (tx as Reading).objectStore('drafts').get(this.id);
    if (!row) throw new StorageProblem('removed');
    return row;
  }

  /**
   * Adds entries; the journal gives out the keys, so that the rows come without. `isLast`: nothing follows, and the
   * transaction is committed at once. A browser drops what is not when the page is left.
   */
  add(tx: Writing, changes: readonly Change[], isLast = false): Promise<JournalKey[]> {
    const journal = tx.objectStore('journal');
    const rows: Promise<JournalKey>[] = [];
    try {
      for (const change of changes) {
        const row: Omit<EntryRow, 'key'> = { draft: this.id, v: keptVersion, change };
        rows.push(journal.add(row as EntryRow));
      }
      if (isLast) tx.commit();
    } catch (fault) {
      // Where one cannot be kept, the others are still waited for.
      rows.unshift(Promise.reject(fault as Error));
    }
    return Promise.all(rows);
  }

  /** Writes a document; an unreadable one in its place is moved aside first. `isLast` as for entries. */
  async putDocument<S extends DocumentStore>(
    tx: Writing,
    name: S,
    content: Schema[S]['value']['content'],
    isLast = false,
  ): Promise<void> {
    const draft = this.id;
    const store = tx.objectStore<DocumentStore>(name);
    const key = documentNames[name];
    if (this.unreadableDocuments.has(key)) {
      const raw = await store.get(draft);
      const row: Omit<Schema['damaged']['value'], 'id'> = { draft, key, raw, reason: 'could not be read' };
      if (raw) await tx.objectStore('damaged').add(row as Schema['damaged']['value']);
    }
    const put = store.put({ draft, v: keptVersion, content } as Schema[DocumentStore]['value']);
    if (isLast) tx.commit();
    await put;
    tx.done.then(
      () => this.unreadableDocuments.delete(key),
      () => undefined,
    );
  }
}
