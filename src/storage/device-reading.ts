import type { Credential } from '../model/credential.js';
import type { Portfolio } from '../model/portfolio.js';
import { StorageProblem } from '../state/ports.js';
import type { DraftContent, JournalEntry, JournalKey } from '../state/ports.js';
import { keptVersion } from './migrations.js';
import { readDraft, readEntries, readPortfolio } from './read-kept.js';
import { pointBodies, pointBody } from './restore-point-rows.js';
import type { TabView } from './tab-view.js';

/*
 * All reading of a draft goes through validation: together they are a chunk of their own, which a new draft does not
 * need. The contract of each function is that of the method of `OpenDraft` with its name.
 */

export async function load(view: TabView, offered?: Credential): Promise<DraftContent> {
  const { id } = view;
  const kept = await view.connection.read(
    ['drafts', 'snapshots', 'credentials', 'applicants', 'records', 'journal', 'damaged'],
    async (tx) => {
      const [row, snapshot, credentials, applicant, record, entries, damaged] = await Promise.all([
        view.row(tx),
        tx.objectStore('snapshots').get(id),
        tx.objectStore('credentials').getAll(IDBKeyRange.bound([id], [id, []])),
        tx.objectStore('applicants').get(id),
        tx.objectStore('records').get(id),
        tx.objectStore('journal').index('draft').getAll(id),
        tx.objectStore('damaged').index('draft').getAll(id),
      ]);
      return { row, snapshot, credentials, applicant, record, entries, damaged };
    },
  );
  const { content, unreadable } = await readDraft({ ...kept, restorePoints: () => pointBodies(view) }, offered);
  view.epoch = kept.row.epoch;
  view.newerVersion = content.newerVersion;
  // Keys that were added meanwhile stay: this tab wrote them.
  for (const { key, v } of kept.entries) if (!(v > keptVersion)) view.known.add(key);
  for (const key of unreadable) {
    if (typeof key === 'number') view.unreadable.add(key);
    else view.unreadableDocuments.add(key);
  }
  return content;
}

export async function since(view: TabView, key: JournalKey): Promise<JournalEntry[] | 'rewritten'> {
  const rows = await view.connection.read(['drafts', 'journal'], async (tx) => {
    const [row, entries] = await Promise.all([
      view.row(tx),
      tx.objectStore('journal').getAll(IDBKeyRange.lowerBound(key, true)),
    ]);
    view.epoch ??= row.epoch;
    if (row.epoch !== view.epoch || row.snapshotKey > key) return 'rewritten';
    return entries.filter((entry) => entry.draft === view.id);
  });
  if (rows === 'rewritten') return rows;
  const { entries, damaged, newerVersion } = readEntries(rows);
  if (newerVersion) {
    view.newerVersion = true;
    throw new StorageProblem('newer-version');
  }
  for (const row of rows) view.known.add(row.key);
  for (const bad of damaged) view.unreadable.add(bad.key as JournalKey);
  return entries;
}

export async function restorePoint(view: TabView, id: number): Promise<Portfolio> {
  return readPortfolio(await pointBody(view, id));
}
