import * as v from 'valibot';
import { Applicant, emptyApplicant } from '../model/applicant.js';
import { Change } from '../model/change.js';
import { Credential } from '../model/credential.js';
import { emptyPortfolio, Portfolio } from '../model/portfolio.js';
import { StorageProblem } from '../state/ports.js';
import { emptyRecord } from '../state/record.js';
import type { DamagedEntry, DeviceRecord, DraftContent, JournalEntry, JournalKey } from '../state/ports.js';
import { isRecord } from './device-record.js';
import { migrate, type KeptKind } from './migrations.js';
import type { DraftRow, EntryRow } from './schema.js';

/** A value with its version, as it lies on disk. Nothing is known of it yet. */
export interface KeptValue {
  v?: unknown;
  content?: unknown;
}

/** Everything of a draft as it lies on disk, and a way to its restore points, newest first. */
export interface KeptDraft {
  row: DraftRow;
  snapshot: KeptValue | undefined;
  credentials: readonly (KeptValue & { digest: string })[];
  applicant: KeptValue | undefined;
  record: KeptValue | undefined;
  entries: readonly EntryRow[];
  /** What was moved aside on an earlier day. */
  damaged: readonly DamagedEntry[];
  restorePoints: () => AsyncIterable<{ key?: JournalKey | undefined; body: KeptValue | undefined }>;
}

/** Entries told apart: what this version can read, what it cannot, and whether a newer version has written any. */
export interface ReadEntries {
  entries: JournalEntry[];
  damaged: DamagedEntry[];
  newerVersion: boolean;
}

const schemas: Record<Exclude<KeptKind, 'record'>, v.GenericSchema> = {
  change: Change,
  portfolio: Portfolio,
  credential: Credential,
  applicant: Applicant,
};

type Read<T> = { ok: true; value: T } | { ok: false; reason: string; newer?: true };

/** Reasons name the place and what belongs there, never what was written there. */
function read<T>(kind: KeptKind, kept: KeptValue | undefined): Read<T> {
  if (!kept) return { ok: false, reason: 'is missing' };
  let migrated;
  try {
    migrated = migrate(kind, kept.v, kept.content);
  } catch {
    return { ok: false, reason: 'could not be brought to this version' };
  }
  if (migrated.state === 'newer') return { ok: false, reason: 'was written by a newer version', newer: true };
  if (migrated.state === 'unknown-version') return { ok: false, reason: 'has no version' };
  const { value } = migrated;
  if (kind === 'record') {
    return isRecord(value) ? { ok: true, value: value as T } : { ok: false, reason: 'expected a device record' };
  }
  const result = v.safeParse(schemas[kind], value, { abortEarly: true });
  // The value itself goes on, with the fields that this version does not know.
  if (result.success) return { ok: true, value: value as T };
  const [issue] = result.issues;
  return { ok: false, reason: `${v.getDotPath(issue) ?? 'the whole'}: expected ${issue.expected ?? issue.type}` };
}

/** Validates journal rows. */
export function readEntries(rows: readonly EntryRow[]): ReadEntries {
  const result: ReadEntries = { entries: [], damaged: [], newerVersion: false };
  for (const row of rows) {
    const change = read<Change>('change', { v: row.v, content: row.change });
    if (change.ok) result.entries.push({ key: row.key, change: change.value });
    else if (change.newer) result.newerVersion = true;
    else result.damaged.push({ key: row.key, raw: row, reason: change.reason });
  }
  return result;
}

/** A portfolio from a restore point. Rejects with a StorageProblem where it cannot be read. */
export function readPortfolio(kept: KeptValue | undefined): Portfolio {
  const portfolio = read<Portfolio>('portfolio', kept);
  if (portfolio.ok) return portfolio.value;
  throw new StorageProblem(portfolio.newer ? 'newer-version' : 'failed', portfolio.reason);
}

/**
 * Puts a draft together from what lies on disk. What cannot be read is named in `damaged` and replaced: the snapshot
 * by the newest readable restore point, the credential by `offered`, applicant and record by empty ones. `unreadable`
 * names what of it still stands in its place.
 */
export async function readDraft(
  kept: KeptDraft,
  offered?: Credential,
): Promise<{ content: DraftContent; unreadable: DamagedEntry['key'][] }> {
  const { row } = kept;
  const { entries, damaged, newerVersion } = readEntries(kept.entries);
  function orElse<T>(name: 'applicant' | 'record', empty: T): T {
    const document = read<T>(name, kept[name]);
    if (document.ok) return document.value;
    if (document.newer) throw new StorageProblem('newer-version');
    damaged.push({ key: name, raw: kept[name], reason: document.reason });
    return empty;
  }

  const snapshot = read<Portfolio>('portfolio', kept.snapshot);
  if (!snapshot.ok && snapshot.newer) throw new StorageProblem('newer-version');
  let base: { portfolio: Portfolio; key: JournalKey };
  if (snapshot.ok) {
    base = { portfolio: snapshot.value, key: row.snapshotKey };
  } else {
    damaged.push({ key: 'snapshot', raw: kept.snapshot, reason: snapshot.reason });
    base = (await newestReadable(kept)) ?? { portfolio: emptyPortfolio(row.id, pinOf(row)), key: row.snapshotKey };
  }
  const ahead = snapshot.ok ? entries : entries.filter((entry) => entry.key > base.key);

  const digest = pinnedDigest(base.portfolio, ahead);
  const pinned = kept.credentials.find((each) => each.digest === digest);
  const credential = read<Credential>('credential', pinned);
  if (!credential.ok && credential.newer) throw new StorageProblem('newer-version');
  if (!credential.ok) damaged.push({ key: 'credential', raw: pinned, reason: credential.reason });
  const standing = credential.ok ? credential.value : offered;
  if (!standing) throw new StorageProblem('failed', 'The credential cannot be read and none was offered.');

  const applicant = orElse<Applicant>('applicant', emptyApplicant(row.id));
  const record = orElse<DeviceRecord>('record', emptyRecord());
  const content = {
    summary: { ...row.summary, changedAt: entries.at(-1)?.change.at ?? row.summary.changedAt },
    credential: standing,
    portfolio: base.portfolio,
    snapshotKey: row.snapshotKey,
    entries: ahead,
    applicant,
    record,
    damaged: [...damaged, ...kept.damaged],
    newerVersion,
  };
  return { content, unreadable: damaged.map((entry) => entry.key) };
}

async function newestReadable(kept: KeptDraft) {
  for await (const { key, body } of kept.restorePoints()) {
    const portfolio = read<Portfolio>('portfolio', body);
    if (portfolio.ok) return { portfolio: portfolio.value, key: key ?? kept.row.snapshotKey };
  }
  return undefined;
}

const pinOf = ({ summary: { credential } }: DraftRow) => ({
  id: credential.id,
  version: credential.version,
  digest: credential.digest,
});

/** The credential in force: that of the last revision that was accepted, else the portfolio's. */
function pinnedDigest(portfolio: Portfolio, entries: readonly JournalEntry[]): string {
  const revision = entries.findLast(({ change }) => change.kind === 'credential-revise');
  return revision?.change.kind === 'credential-revise'
    ? revision.change.credential.digest
    : portfolio.credential.digest;
}
