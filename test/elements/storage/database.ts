import { openDB, type IDBPDatabase } from 'idb';

const used: string[] = [];

/** A database name that nobody has used; the database is deleted after the test. */
export function freshDatabase(): string {
  const name = `test-${Date.now()}-${Math.random()}`;
  used.push(name);
  return name;
}

/** Looks into the database past the storage, then lets go of it. */
export async function withDatabase<T>(name: string, work: (db: IDBPDatabase) => Promise<T>): Promise<T> {
  const db = await openDB(name);
  try {
    return await work(db);
  } finally {
    db.close();
  }
}

afterEach(async () => {
  // Open storages let go of the database by themselves when it is deleted.
  for (const name of used.splice(0)) indexedDB.deleteDatabase(name);
});
