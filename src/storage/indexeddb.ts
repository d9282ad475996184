import { newId } from '../state/ids.js';
import { fromRecord } from './listing.js';
import type { DraftStorage, DraftSummary, NewDraft, OpenDraft } from '../state/ports.js';
import { Connection } from './connection.js';
import { DeviceDraft } from './device-draft.js';
import type { DeviceFiles } from './device-files.js';
import { keptVersion } from './migrations.js';
import { chunk } from './problems.js';
import { databaseName, momentOf } from './schema.js';

/** Departures from the usual, for tests. */
export interface DeviceStorageOptions {
  /** The database's name. */
  name?: string;
  /** Milliseconds until an opening that does not end is given up. */
  patience?: number;
  /** This device's clock in milliseconds. Only the age of bytes that nothing names is read from it. */
  now?: () => number;
}

/**
 * Opens the drafts and bytes that this browser keeps for this site, in IndexedDB.
 *
 * Rejects with a StorageProblem where the browser refuses (`refused`: blocked by a setting, or a private window), where
 * it does not answer (`unavailable`), or where the disk is full (`full`): `createMemoryStorage` then stands in.
 */
export async function openDeviceStorage(options: DeviceStorageOptions = {}): Promise<DraftStorage> {
  const connection = new Connection(options.name ?? databaseName, options.patience ?? 10_000);
  // Writing the device's name at once shows whether this browser keeps anything at all.
  const device = await connection.write(['about'], 'relaxed', async (tx) => {
    const about = tx.objectStore('about');
    const known = await about.get('device');
    if (known) return known;
    const name = newId();
    await about.put(name, 'device');
    return name;
  });
  return new DeviceStorage(connection, device, options.now ?? Date.now);
}

class DeviceStorage implements DraftStorage {
  readonly kind = 'device';
  readonly #connection: Connection;
  readonly #device: string;
  /** Bytes come with a chunk of their own. */
  readonly #files: () => Promise<DeviceFiles>;

  constructor(connection: Connection, device: string, now: () => number) {
    this.#connection = connection;
    this.#device = device;
    let files: DeviceFiles | undefined;
    this.#files = async () => {
      const { DeviceFiles } = await chunk(() => import('./device-files.js'));
      return (files ??= new DeviceFiles(connection, now));
    };
  }

  async drafts(filter: { credential?: string; hostKey?: string }): Promise<DraftSummary[]> {
    const found = await this.#connection.read(['drafts', 'journal', 'records'], async (tx) => {
      const rows = (await tx.objectStore('drafts').getAll()).filter(
        ({ summary }) =>
          (filter.credential === undefined || summary.credential.id === filter.credential) &&
          (filter.hostKey === undefined || summary.hostKey === filter.hostKey),
      );
      const byDraft = tx.objectStore('journal').index('draft');
      return Promise.all(
        rows.map(async ({ id, snapshotKey, summary }) => {
          const last = (await byDraft.openCursor(id, 'prev'))?.value;
          const record = (await tx.objectStore('records').get(id))?.content;
          const changedAt = momentOf(last?.change) ?? summary.changedAt;
          return {
            key: Math.max(snapshotKey, last?.key ?? 0),
            summary: { ...summary, ...fromRecord(record), changedAt },
          };
        }),
      );
    });
    // By the journal's order. Drafts in which nothing has happened have only their clock.
    found.sort((a, b) => b.key - a.key || b.summary.changedAt.localeCompare(a.summary.changedAt));
    return found.map(({ summary }) => summary);
  }

  async create({ summary, credential, portfolio, applicant, record }: NewDraft): Promise<void> {
    const draft = summary.id;
    const v = keptVersion;
    await this.#connection.write(
      ['drafts', 'credentials', 'snapshots', 'applicants', 'records'],
      'strict',
      async (tx) => {
        await Promise.all([
          // `add` refuses an id that is there: a draft is never written over.
          tx.objectStore('drafts').add({ id: draft, v, epoch: newId(), snapshotKey: 0, summary }),
          tx.objectStore('credentials').put({ draft, digest: summary.credential.digest, v, content: credential }),
          tx.objectStore('snapshots').put({ draft, v, content: portfolio }),
          tx.objectStore('applicants').put({ draft, v, content: applicant }),
          tx.objectStore('records').put({ draft, v, content: record }),
        ]);
      },
    );
  }

  open(id: string): OpenDraft {
    return new DeviceDraft(id, this.#connection);
  }

  async remove(id: string): Promise<void> {
    return (await this.#files()).remove(id);
  }

  async putFile(id: string, draft: string, bytes: Blob): Promise<void> {
    return (await this.#files()).put(id, draft, bytes);
  }

  async getFile(id: string): Promise<Blob | undefined> {
    return (await this.#files()).get(id);
  }

  async storedFiles(draft: string): Promise<string[]> {
    return (await this.#files()).held(draft);
  }

  async sweepFiles(): Promise<void> {
    return (await this.#files()).sweep();
  }

  async device(): Promise<string> {
    return this.#device;
  }
}
