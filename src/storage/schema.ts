import type { DBSchema, IDBPDatabase, StoreNames } from 'idb';
import type { Applicant } from '../model/applicant.js';
import type { Instant } from '../model/base.js';
import type { Change } from '../model/change.js';
import type { Credential } from '../model/credential.js';
import type { Portfolio } from '../model/portfolio.js';
import type { DamagedEntry, DeviceRecord, DraftSummary, JournalKey, RestorePoint } from '../state/ports.js';

/** The storage major. Within it upgrades only add, so that an older page can go on writing beside a newer one. */
export const databaseName = 'mc-portfolio-1';

/** The layout of the stores within the major. */
export const layout = 1;

/** A draft's row: small, since every append looks at it. */
export interface DraftRow {
  id: string;
  v: number;
  /** Another value each time the journal is laid anew. */
  epoch: string;
  /** Entries up to here are in the snapshot. */
  snapshotKey: JournalKey;
  /** `changedAt` as of the snapshot: the journal knows better. */
  summary: DraftSummary;
}

/** A journal row. `change` is unknown until it has been validated: the disk is not to be trusted. */
export interface EntryRow {
  key: JournalKey;
  draft: string;
  v: number;
  change: unknown;
}

/** A document of a draft, with the version of the library's format it was written in. */
export interface Kept<T> {
  draft: string;
  v: number;
  content: T;
}

export type PointRow = RestorePoint & {
  draft: string;
  /** The last entry that the portfolio holds, where it is known. */
  key?: JournalKey | undefined;
};

/** Bytes by file id: whole, or `chunks` rows of the store of that name. */
export interface FileRow {
  id: string;
  type: string;
  size: number;
  /** Milliseconds of this device's clock when it came. */
  at: number;
  whole?: Blob | undefined;
  chunks?: number | undefined;
  /** The draft for which chunks are still being written. */
  arriving?: string | undefined;
}

export interface Schema extends DBSchema {
  /** One row, `device`: this device's opaque name. */
  about: { key: string; value: string };
  drafts: { key: string; value: DraftRow };
  /** Every credential the draft was ever pinned to, by digest: restore points may need an older one. */
  credentials: { key: [draft: string, digest: string]; value: Kept<Credential> & { digest: string } };
  snapshots: { key: string; value: Kept<Portfolio> };
  /** The keys of this store are the one total order between tabs. */
  journal: { key: JournalKey; value: EntryRow; indexes: { draft: string } };
  applicants: { key: string; value: Kept<Applicant> };
  records: { key: string; value: Kept<DeviceRecord> };
  points: { key: number; value: PointRow; indexes: { draft: string } };
  pointBodies: { key: number; value: Kept<Portfolio> & { id: number }; indexes: { draft: string } };
  /** Unreadable documents, moved here when a readable one took their place. */
  damaged: { key: number; value: DamagedEntry & { id: number; draft: string }; indexes: { draft: string } };
  files: { key: string; value: FileRow };
  chunks: { key: [file: string, place: number]; value: { file: string; place: number; bytes: ArrayBuffer } };
  /** Which drafts hold which bytes. */
  holdings: { key: [draft: string, file: string]; value: { draft: string; file: string }; indexes: { file: string } };
}

export type StoreName = StoreNames<Schema>;

/** Documents of which a draft has one, by the draft's id. */
export type DocumentStore = 'snapshots' | 'applicants' | 'records';

/** The stores of layout 1: key path, whether the store gives out the keys, and an index. */
const stores: Record<StoreNames<Schema>, [keyPath?: string | string[], autoIncrement?: boolean, index?: string]> = {
  about: [],
  drafts: ['id'],
  credentials: [['draft', 'digest']],
  snapshots: ['draft'],
  journal: ['key', true, 'draft'],
  applicants: ['draft'],
  records: ['draft'],
  points: ['id', true, 'draft'],
  pointBodies: ['id', false, 'draft'],
  damaged: ['id', true, 'draft'],
  files: ['id'],
  chunks: [['file', 'place']],
  holdings: [['draft', 'file'], false, 'file'],
};

/** Brings the stores from an older layout to this one. Only ever adds. */
export function upgrade(db: IDBPDatabase<Schema>, from: number): void {
  if (from > 0) return;
  for (const [name, [keyPath, autoIncrement, index]] of Object.entries(stores)) {
    const store = (db as unknown as IDBPDatabase).createObjectStore(name, { keyPath, autoIncrement });
    if (index) store.createIndex(index, index);
  }
}

/** When the change of a journal row was made, if it says so. */
export function momentOf(change: unknown): Instant | undefined {
  const at = (change as Change | null | undefined)?.at;
  return typeof at === 'string' ? at : undefined;
}
