import type { Applicant } from '../model/applicant.js';
import type { Credential } from '../model/credential.js';
import type { Portfolio } from '../model/portfolio.js';
import { newId } from '../state/ids.js';
import { StorageProblem } from '../state/ports.js';
import type {
  DeviceRecord,
  DraftNews,
  DraftStorage,
  DraftSummary,
  JournalEntry,
  JournalKey,
  OpenDraft,
  RestorePoint,
} from '../state/ports.js';
import { freshFor, keepMentioned } from './mentions.js';
import { outlivedPoints } from './restore-points.js';
import { fromRecord } from './listing.js';

/** A draft in memory. */
interface MemoryDraft {
  summary: DraftSummary;
  credentials: Map<string, Credential>;
  portfolio: Portfolio;
  snapshotKey: JournalKey;
  /** How often the journal was laid anew. */
  rewrites: number;
  entries: JournalEntry[];
  applicant: Applicant;
  record: DeviceRecord;
  points: (RestorePoint & { portfolio: Portfolio })[];
}

/** What all open drafts of one storage share. */
interface Memory {
  drafts: Map<string, MemoryDraft>;
  open: Set<MemoryOpenDraft>;
  nextKey: JournalKey;
  nextPoint: number;
}

/**
 * Drafts and bytes that are gone with the page: for a shared computer, for browsers that keep nothing, and for tests.
 * Values are shared, not copied, since documents and changes are never altered in place.
 */
export function createMemoryStorage(options: { now?: () => number } = {}): DraftStorage {
  const now = options.now ?? Date.now;
  const memory: Memory = { drafts: new Map(), open: new Set(), nextKey: 1, nextPoint: 1 };
  const files = new Map<string, { bytes: Blob; holders: Set<string>; at: number }>();
  const device = newId();

  function deleteUnnamed(candidates: string[]): void {
    const unnamed = new Set(candidates);
    for (const { portfolio, entries, record, points } of memory.drafts.values()) {
      keepMentioned(unnamed, [portfolio, entries, record.outbox, points]);
    }
    for (const id of unnamed) files.delete(id);
  }

  return {
    kind: 'memory',
    async drafts({ credential, hostKey }) {
      return [...memory.drafts.values()]
        .filter(
          ({ summary }) =>
            (credential === undefined || summary.credential.id === credential) &&
            (hostKey === undefined || summary.hostKey === hostKey),
        )
        .map((draft) => ({ key: draft.entries.at(-1)?.key ?? draft.snapshotKey, summary: summaryOf(draft) }))
        .sort((a, b) => b.key - a.key || b.summary.changedAt.localeCompare(a.summary.changedAt))
        .map(({ summary }) => summary);
    },
    async create({ summary, credential, portfolio, applicant, record }) {
      if (memory.drafts.has(summary.id)) throw new StorageProblem('failed', 'There is a draft with this id.');
      memory.drafts.set(summary.id, {
        summary,
        portfolio,
        applicant,
        record,
        credentials: new Map([[summary.credential.digest, credential]]),
        snapshotKey: 0,
        rewrites: 0,
        entries: [],
        points: [],
      });
    },
    open: (id) => new MemoryOpenDraft(id, memory),
    async remove(id) {
      memory.drafts.delete(id);
      for (const file of files.values()) file.holders.delete(id);
      deleteUnnamed([...files].filter(([, file]) => file.holders.size === 0).map(([file]) => file));
      tell(memory, id, 'removed');
    },
    async putFile(id, draft, bytes) {
      const kept = files.get(id);
      if (kept && kept.bytes.size !== bytes.size) {
        throw new StorageProblem('failed', 'Other bytes are kept under this id.');
      }
      if (kept) kept.holders.add(draft);
      else files.set(id, { bytes, holders: new Set([draft]), at: now() });
    },
    getFile: async (id) => files.get(id)?.bytes,
    storedFiles: async (draft) => [...files].filter(([, file]) => file.holders.has(draft)).map(([id]) => id),
    async sweepFiles() {
      deleteUnnamed([...files].filter(([, file]) => Math.abs(now() - file.at) > freshFor).map(([id]) => id));
    },
    device: async () => device,
  };
}

class MemoryOpenDraft implements OpenDraft {
  readonly #listeners = new Set<(news: DraftNews) => void>();
  #rewrites: number | undefined;
  /** Keys of entries that were handed to or written by this one. Only they may be compacted by it. */
  readonly #known = new Set<JournalKey>();

  constructor(
    readonly id: string,
    private readonly memory: Memory,
  ) {
    memory.open.add(this);
  }

  async load() {
    const draft = this.#draft();
    this.#rewrites = draft.rewrites;
    this.#know(draft.entries);
    const revision = draft.entries.findLast(({ change }) => change.kind === 'credential-revise')?.change;
    const { digest } = revision?.kind === 'credential-revise' ? revision.credential : draft.portfolio.credential;
    return {
      summary: summaryOf(draft),
      credential: draft.credentials.get(digest) ?? [...draft.credentials.values()].at(-1)!,
      portfolio: draft.portfolio,
      snapshotKey: draft.snapshotKey,
      entries: [...draft.entries],
      applicant: draft.applicant,
      record: draft.record,
      damaged: [],
      newerVersion: false,
    };
  }

  async append(changes: Parameters<OpenDraft['append']>[0]): Promise<JournalKey[]> {
    const keys = this.#add(this.#draft(), changes);
    this.#tell('grown');
    return keys;
  }

  async since(key: JournalKey): Promise<JournalEntry[] | 'rewritten'> {
    const draft = this.#draft();
    this.#rewrites ??= draft.rewrites;
    if (draft.rewrites !== this.#rewrites || draft.snapshotKey > key) return 'rewritten';
    const entries = draft.entries.filter((entry) => entry.key > key);
    this.#know(entries);
    return entries;
  }

  async compact(key: JournalKey, portfolio: Portfolio): Promise<void> {
    const draft = this.#draft();
    const folded = draft.entries.filter((entry) => entry.key <= key);
    if (draft.rewrites !== this.#rewrites || folded.at(-1)?.key !== key) return;
    if (!folded.every((entry) => this.#known.has(entry.key))) return;
    draft.summary = summaryOf({ ...draft, entries: folded });
    draft.entries = draft.entries.filter((entry) => entry.key > key);
    draft.portfolio = portfolio;
    draft.snapshotKey = key;
  }

  async rewrite(...[portfolio, pending, record, upTo]: Parameters<OpenDraft['rewrite']>): Promise<JournalKey> {
    const draft = this.#draft();
    const snapshotKey = draft.entries.at(-1)?.key ?? draft.snapshotKey;
    const ids = new Set(pending.map((change) => change.id));
    const unseen = draft.entries.filter((entry) => entry.key > upTo && !ids.has(entry.change.id));
    draft.entries = [];
    draft.portfolio = portfolio;
    draft.snapshotKey = snapshotKey;
    draft.rewrites = this.#rewrites = draft.rewrites + 1;
    draft.record = record.remote ? { ...record, remote: { ...record.remote, syncedKey: snapshotKey } } : record;
    const keys = this.#add(draft, pending);
    draft.entries.push(...unseen.map(({ change }) => ({ key: this.memory.nextKey++, change })));
    if (unseen.length > 0) queueMicrotask(() => this.hear('grown'));
    this.#tell('grown');
    this.#tell('record');
    return keys.at(-1) ?? snapshotKey;
  }

  async saveApplicant(applicant: Applicant): Promise<void> {
    this.#draft().applicant = applicant;
    this.#tell('applicant');
  }

  async updateRecord(update: (record: DeviceRecord) => DeviceRecord): Promise<DeviceRecord> {
    const draft = this.#draft();
    const next = update(draft.record);
    if (next === draft.record) return next;
    draft.record = next;
    this.#tell('record');
    return next;
  }

  async saveCredential(credential: Credential, digest: string): Promise<void> {
    const draft = this.#draft();
    const { id, version, title } = credential;
    draft.credentials.set(digest, credential);
    draft.summary = { ...draft.summary, credential: { id, version, digest, title } };
  }

  async addRestorePoint(...[portfolio, at, why]: Parameters<OpenDraft['addRestorePoint']>): Promise<void> {
    const draft = this.#draft();
    const bytes = new Blob([JSON.stringify(portfolio)]).size;
    draft.points.push({ id: this.memory.nextPoint++, at, why, bytes, portfolio });
    const outlived = new Set(outlivedPoints(draft.points, at));
    draft.points = draft.points.filter((point) => !outlived.has(point.id));
  }

  async restorePoints(): Promise<RestorePoint[]> {
    return this.#draft()
      .points.map(({ id, at, why, bytes }) => ({ id, at, why, bytes }))
      .reverse();
  }

  async restorePoint(id: number): Promise<Portfolio> {
    const point = this.#draft().points.find((each) => each.id === id);
    if (!point) throw new StorageProblem('failed', 'There is no such restore point.');
    return point.portfolio;
  }

  subscribe(listener: (news: DraftNews) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  close(): void {
    this.#listeners.clear();
    this.memory.open.delete(this);
  }

  hear(news: DraftNews): void {
    for (const listener of this.#listeners) listener(news);
  }

  #draft(): MemoryDraft {
    const draft = this.memory.drafts.get(this.id);
    if (!draft) throw new StorageProblem('removed');
    return draft;
  }

  #add(draft: MemoryDraft, changes: readonly JournalEntry['change'][]): JournalKey[] {
    const added = changes.map((change) => ({ key: this.memory.nextKey++, change }));
    draft.entries.push(...added);
    this.#know(added);
    return added.map((entry) => entry.key);
  }

  #know(entries: readonly JournalEntry[]): void {
    for (const { key } of entries) this.#known.add(key);
  }

  #tell(news: DraftNews): void {
    tell(this.memory, this.id, news, this);
  }
}

/** News reach the other open ones after the present work is done, as they do between tabs. */
function tell(memory: Memory, id: string, news: DraftNews, except?: MemoryOpenDraft): void {
  for (const other of memory.open) {
    if (other.id === id && other !== except) queueMicrotask(() => other.hear(news));
  }
}

const summaryOf = ({
  summary,
  entries,
  record,
}: Pick<MemoryDraft, 'summary' | 'entries' | 'record'>): DraftSummary => ({
  ...summary,
  changedAt: entries.at(-1)?.change.at ?? summary.changedAt,
  copiedAt: record.copiedAt,
  ...fromRecord(record),
});
