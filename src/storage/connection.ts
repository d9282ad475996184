import { openDB, type IDBPDatabase, type IDBPTransaction } from 'idb';
import { StorageProblem } from '../state/ports.js';
import { nameOf, openingProblem, storageProblem } from './problems.js';
import { layout, upgrade, type Schema, type StoreName } from './schema.js';

export type Reading = IDBPTransaction<Schema, StoreName[], 'readonly'>;
export type Writing = IDBPTransaction<Schema, StoreName[], 'readwrite'>;
type Database = IDBPDatabase<Schema>;

/**
 * One connection to the database, reopened when the browser has closed it. Every transaction goes through here, and
 * every fault leaves as a StorageProblem.
 */
export class Connection {
  #database: Promise<Database> | undefined;
  /** The same, once it is open. */
  #opened: Database | undefined;

  /** `patience`: milliseconds until an opening that does not end, or that another page blocks, is given up. */
  constructor(
    readonly name: string,
    private readonly patience: number,
  ) {}

  /** Many reads at one moment. */
  read<T>(stores: StoreName[], work: (tx: Reading) => Promise<T>): Promise<T> {
    return this.#run((db) => db.transaction(stores, 'readonly'), work);
  }

  /**
   * All of it is written, or nothing; resolves once it is on disk. `strict` waits until the disk has confirmed. Where
   * the database is open, the work begins before this returns: a page that is being left has no later moment.
   */
  write<T>(stores: StoreName[], durability: 'relaxed' | 'strict', work: (tx: Writing) => Promise<T>): Promise<T> {
    return this.#run((db) => db.transaction(stores, 'readwrite', { durability }), work);
  }

  async #run<M extends Reading | Writing, T>(begin: (db: Database) => M, work: (tx: M) => Promise<T>): Promise<T> {
    for (let second = false; ; second = true) {
      const opening = (this.#database ??= this.#open());
      try {
        const db = this.#opened ?? (await opening);
        try {
          return await finished(begin(db), work);
        } catch (fault) {
          // WebKit reports a lost connection as UnknownError; a closing one is InvalidStateError everywhere.
          if (this.#database === opening && /^(InvalidState|Unknown)Error$/.test(nameOf(fault))) {
            this.#forget();
            db.close();
          }
          if (second || this.#database === opening || fault instanceof StorageProblem) throw fault;
        }
      } catch (fault) {
        throw storageProblem(fault);
      }
    }
  }

  #forget(): void {
    this.#database = undefined;
    this.#opened = undefined;
  }

  async #open(): Promise<Database> {
    let isGone = false;
    const forget = () => {
      isGone = true;
      this.#forget();
    };
    const callbacks = {
      upgrade,
      // Another page upgrades or deletes the database: let go at once, and open again when it is needed.
      blocking: (_now: number, _wanted: number | null, event: IDBVersionChangeEvent) => {
        forget();
        (event.target as IDBDatabase).close();
      },
      terminated: forget,
    };
    try {
      // A newer layout has only more stores, so that this page can go on in the one that is there.
      const opening = openDB<Schema>(this.name, layout, callbacks).catch((fault) => {
        if (nameOf(fault) !== 'VersionError') throw fault;
        return openDB<Schema>(this.name, undefined, callbacks);
      });
      const db = await patiently(opening, this.patience);
      if (!isGone) this.#opened = db;
      return db;
    } catch (fault) {
      forget();
      throw openingProblem(fault);
    }
  }
}

/** Runs the work to the transaction's end, or undoes all of it. */
async function finished<M extends Reading | Writing, T>(tx: M, work: (tx: M) => Promise<T>): Promise<T> {
  const done = tx.done;
  done.catch(() => undefined);
  try {
    const result = await work(tx);
    await done;
    return result;
  } catch (fault) {
    try {
      tx.abort();
    } catch {
      // It has ended by itself.
    }
    // The transaction knows the cause (a full disk) where a request only knows that it was aborted.
    throw tx.error ?? fault;
  }
}

/** A database that opens too late is closed again, so that it blocks nobody. */
function patiently(opening: Promise<Database>, patience: number): Promise<Database> {
  return new Promise((resolve, reject) => {
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      reject(new StorageProblem('unavailable'));
    }, patience);
    void opening.then((db) => (late ? db.close() : resolve(db)), reject).finally(() => clearTimeout(timer));
  });
}
