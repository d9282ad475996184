import type { Instant } from '../model/base.js';
import type { Change } from '../model/change.js';
import type { Credential } from '../model/credential.js';
import type { Portfolio } from '../model/portfolio.js';
import { newId } from '../state/ids.js';
import { StorageProblem } from '../state/ports.js';
import { emptyRecord } from '../state/record.js';
import type { DeviceRecord, JournalKey, RestorePoint } from '../state/ports.js';
import { isRecord } from './device-record.js';
import { keptVersion, migrate } from './migrations.js';
import { readPortfolio } from './read-kept.js';
import { outlivedPoints } from './restore-points.js';
import { momentOf, type EntryRow, type PointRow } from './schema.js';
import { pointRows } from './restore-point-rows.js';
import type { TabView } from './tab-view.js';

/*
 * What is done to a draft now and then: a chunk of its own, since nobody needs it to begin. The contract of
 * each function is that of the method of `OpenDraft` with its name. Each refuses a portfolio that could not be read
 * again: better a journal that grows than a snapshot that is lost.
 */

export async function compact(view: TabView, key: JournalKey, portfolio: Portfolio): Promise<void> {
  const { id, connection } = view;
  readPortfolio({ v: keptVersion, content: portfolio });
  const work = () =>
    connection.write(['drafts', 'snapshots', 'journal', 'damaged'], 'strict', async (tx) => {
      const row = await view.row(tx);
      if (view.newerVersion || row.epoch !== view.epoch || row.snapshotKey >= key) return;
      const journal = tx.objectStore('journal');
      const keys = (await journal.index('draft').getAllKeys(id)).filter((each) => each <= key);
      if (!keys.includes(key) || !keys.every((each) => view.known.has(each))) return;
      const changedAt = momentOf((await journal.get(key))?.change) ?? row.summary.changedAt;
      await Promise.all([
        view.putDocument(tx, 'snapshots', portfolio),
        tx.objectStore('drafts').put({ ...row, snapshotKey: key, summary: { ...row.summary, changedAt } }),
        ...keys.filter((each) => !view.unreadable.has(each)).map((each) => journal.delete(each)),
      ]);
    });
  // The lock only spares tabs the same work: the transaction looks for itself whether it is still to be done.
  if (!navigator.locks) return work();
  await navigator.locks.request(`${connection.name}:${id}:compact`, { ifAvailable: true }, async (lock) => {
    if (lock) await work();
  });
}

/** `unseen`: how many entries after `upTo` were laid behind `pending`. */
export async function rewrite(
  view: TabView,
  portfolio: Portfolio,
  pending: readonly Change[],
  record: DeviceRecord,
  upTo: JournalKey,
): Promise<{ key: JournalKey; unseen: number }> {
  readPortfolio({ v: keptVersion, content: portfolio });
  const epoch = newId();
  const stores = ['drafts', 'snapshots', 'journal', 'records', 'damaged'] as const;
  const { keys, snapshotKey, unseen } = await view.connection.write([...stores], 'strict', async (tx) => {
    const row = await view.row(tx);
    const journal = tx.objectStore('journal');
    const rows = await journal.index('draft').getAll(view.id);
    if (view.newerVersion || rows.some(({ v }) => v > keptVersion)) throw new StorageProblem('newer-version');
    const replaced = rows.filter((entry) => !view.unreadable.has(entry.key));
    const ids = new Set<unknown>(pending.map((change) => change.id));
    const unseen = replaced.filter((entry) => entry.key > upTo && !ids.has(idOf(entry)));
    const snapshotKey = Math.max(row.snapshotKey, ...rows.map((entry) => entry.key));
    const remote = record.remote && { ...record.remote, syncedKey: snapshotKey };
    const summary = { ...row.summary, copiedAt: record.copiedAt };
    await Promise.all(replaced.map((entry) => journal.delete(entry.key)));
    const keys = await view.add(tx, pending);
    await Promise.all([
      ...unseen.map(({ key: _, ...entry }) => journal.add(entry as EntryRow)),
      view.putDocument(tx, 'snapshots', portfolio),
      view.putDocument(tx, 'records', { ...record, remote }),
      tx.objectStore('drafts').put({ ...row, epoch, snapshotKey, summary }),
    ]);
    return { keys, snapshotKey, unseen: unseen.length };
  });
  view.epoch = epoch;
  for (const key of keys) view.known.add(key);
  return { key: keys.at(-1) ?? snapshotKey, unseen };
}

/** The id of an entry's change, which may be damaged. */
const idOf = (entry: EntryRow): unknown => (entry.change as Change | null | undefined)?.id;

export function updateRecord(view: TabView, update: (record: DeviceRecord) => DeviceRecord): Promise<DeviceRecord> {
  return view.connection.write(['drafts', 'records', 'damaged'], 'strict', async (tx) => {
    const [row, kept] = await Promise.all([view.row(tx), tx.objectStore('records').get(view.id)]);
    const migrated = migrate('record', kept?.v, kept?.content);
    if (migrated.state === 'newer') throw new StorageProblem('newer-version');
    const readable = migrated.state === 'read' && isRecord(migrated.value);
    if (!readable) view.unreadableDocuments.add('record');
    const current = readable ? (migrated.value as DeviceRecord) : emptyRecord();
    const next = update(current);
    if (readable && next === current) return next;
    const summary = { ...row.summary, copiedAt: next.copiedAt };
    await Promise.all([view.putDocument(tx, 'records', next), tx.objectStore('drafts').put({ ...row, summary })]);
    return next;
  });
}

export async function saveCredential(view: TabView, credential: Credential, digest: string): Promise<void> {
  await view.connection.write(['drafts', 'credentials'], 'strict', async (tx) => {
    const row = await view.row(tx);
    const { id, version, title } = credential;
    await Promise.all([
      tx.objectStore('credentials').put({ draft: view.id, digest, v: keptVersion, content: credential }),
      tx.objectStore('drafts').put({ ...row, summary: { ...row.summary, credential: { id, version, digest, title } } }),
    ]);
  });
}

export async function addRestorePoint(
  view: TabView,
  portfolio: Portfolio,
  at: Instant,
  why: RestorePoint['why'],
  key?: JournalKey,
): Promise<void> {
  readPortfolio({ v: keptVersion, content: portfolio });
  const draft = view.id;
  const bytes = new Blob([JSON.stringify(portfolio)]).size;
  await view.connection.write(['drafts', 'points', 'pointBodies'], 'strict', async (tx) => {
    await view.row(tx);
    const points = tx.objectStore('points');
    const bodies = tx.objectStore('pointBodies');
    const point: Omit<PointRow, 'id'> = { draft, at, why, bytes, key };
    const id = await points.add(point as PointRow);
    await bodies.add({ id, draft, v: keptVersion, content: portfolio });
    const outlived = outlivedPoints(await points.index('draft').getAll(draft), at);
    await Promise.all(outlived.flatMap((old) => [points.delete(old), bodies.delete(old)]));
  });
}

export async function restorePoints(view: TabView): Promise<RestorePoint[]> {
  return (await pointRows(view)).map(({ id, at, why, bytes }) => ({ id, at, why, bytes }));
}
