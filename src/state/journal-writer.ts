import { applyAll } from '../model/apply.js';
import type { Change } from '../model/change.js';
import type { Portfolio } from '../model/portfolio.js';
import { StorageProblem, type DraftContent, type JournalEntry, type JournalKey, type OpenDraft } from './ports.js';
import type { LiveStore } from './store.js';

/** Long enough to take a word typed fast in one write, well below what a person may lose. */
const flushDelay = 60;
const retryDelay = 5_000;
const compactAt = { entries: 500, bytes: 256_000 };

/**
 * Keeps the store and the journal on disk the same. What this tab changes is appended; what other tabs appended comes
 * in by the journal's order. `confirmed` is the work as the journal has it; changes still waiting lie on top.
 */
export class JournalWriter {
  #confirmed: Portfolio;
  #confirmedKey: JournalKey;
  #waiting: Change[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #work: Promise<void> = Promise.resolve();
  #grown = { entries: 0, bytes: 0 };
  #closed = false;

  constructor(
    private readonly draft: OpenDraft,
    private readonly store: LiveStore,
    content: DraftContent,
    /** Up to which key the journal may be taken into a snapshot: entries that an endpoint has yet to get must stay. */
    private readonly mayCompact: (key: JournalKey) => boolean,
  ) {
    this.#confirmed = store.getState().portfolio;
    this.#confirmedKey = content.entries.at(-1)?.key ?? content.snapshotKey;
    this.#grown.entries = content.entries.length;
    store.onApply((changes) => this.#add(changes));
  }

  get key(): JournalKey {
    return this.#confirmedKey;
  }

  /** Resolves when everything that was changed until now is on disk, or rejects with why it is not. */
  async flush(): Promise<void> {
    await this.#enqueue(() => this.#append());
    const { problem } = this.store.getState().saving;
    if (problem && this.#waiting.length) throw problem;
  }

  /** Another tab has grown the journal. */
  catchUp(): Promise<void> {
    return this.#enqueue(() => this.#takeIn());
  }

  /** Runs a task that lays the journal anew while nothing is appended, then reads it afresh. */
  whileQuiet(task: (confirmed: Portfolio, key: JournalKey) => Promise<void>): Promise<void> {
    return this.#enqueue(async () => {
      await this.#append();
      await task(this.#confirmed, this.#confirmedKey);
      await this.#reload();
    });
  }

  /** Another tab laid the journal anew. */
  readAfresh(): Promise<void> {
    return this.#enqueue(() => this.#reload());
  }

  /** Takes the journal into a snapshot when it has grown long and nothing in it has yet to be sent. */
  compactIfDue(): void {
    const { entries, bytes } = this.#grown;
    const due = entries >= compactAt.entries || bytes >= compactAt.bytes;
    if (!due || this.#closed || !this.mayCompact(this.#confirmedKey)) return;
    this.#grown = { entries: 0, bytes: 0 };
    // A snapshot that fails costs nothing but time at the next start.
    this.draft.compact(this.#confirmedKey, this.#confirmed).catch(() => undefined);
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
  }

  #add(changes: readonly Change[]): void {
    this.#waiting.push(...changes);
    if (!this.store.getState().saving.pending) this.#saving({ pending: true });
    if (!this.store.getState().saving.problem) this.#schedule(flushDelay);
  }

  #schedule(delay: number): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      if (!this.#closed) void this.#enqueue(() => this.#append());
    }, delay);
  }

  #enqueue(task: () => Promise<void>): Promise<void> {
    this.#work = this.#work.then(task, task);
    return this.#work;
  }

  async #append(): Promise<void> {
    // A copy: what is typed while it is written belongs to the next batch.
    const batch = [...this.#waiting];
    if (batch.length === 0) return;
    const optimistic = this.store.getState().portfolio;
    let keys: JournalKey[];
    try {
      keys = await this.draft.append(batch);
    } catch (cause) {
      const problem = cause instanceof StorageProblem ? cause : new StorageProblem('failed', cause);
      if (problem.reason === 'newer-version' || problem.reason === 'removed') this.store.set({ blocked: problem.reason });
      this.#saving({ problem });
      this.#schedule(retryDelay);
      return;
    }
    this.#waiting = this.#waiting.slice(batch.length);
    const last = keys.at(-1) ?? this.#confirmedKey;
    if (last === this.#confirmedKey + batch.length) {
      this.#confirmed = optimistic;
      this.#confirmedKey = last;
    } else await this.#takeIn(batch);
    const { problem, pending } = this.store.getState().saving;
    if (problem || (pending && this.#waiting.length === 0)) this.#saving({ problem: undefined, pending: this.#waiting.length > 0 });
    if (this.#waiting.length) this.#schedule(flushDelay);
    this.#grow(batch);
  }

  /** Takes in what the journal has beyond what is confirmed. `own` are this tab's, whose objects are kept as they are. */
  async #takeIn(own: readonly Change[] = []): Promise<void> {
    const entries = await this.draft.since(this.#confirmedKey);
    if (entries === 'rewritten') return this.#reload();
    if (entries.length === 0) return;
    const known = new Map([...own, ...this.#waiting].map((change) => [change.id, change]));
    await this.#settle(applyAll(this.#confirmed, entries.map(({ change }) => known.get(change.id) ?? change)), entries);
  }

  async #reload(): Promise<void> {
    const content = await this.draft.load();
    if (content.newerVersion) this.store.set({ blocked: 'newer-version' });
    const portfolio = applyAll(content.portfolio, content.entries.map(({ change }) => change));
    this.#confirmedKey = content.snapshotKey;
    this.#grown = { entries: 0, bytes: 0 };
    await this.#settle(portfolio, content.entries);
  }

  async #settle(confirmed: Portfolio, entries: readonly JournalEntry[]): Promise<void> {
    this.#confirmed = confirmed;
    this.#confirmedKey = entries.at(-1)?.key ?? this.#confirmedKey;
    const written = new Set(entries.map(({ change }) => change.id));
    this.#waiting = this.#waiting.filter((change) => !written.has(change.id));
    const portfolio = applyAll(confirmed, this.#waiting);
    const before = this.store.getState();
    if (portfolio.credential.digest !== before.portfolio.credential.digest) {
      // Another tab accepted a revision: the work and what it is judged by change together.
      const { credential } = await this.draft.load();
      const offered = before.revised?.digest === portfolio.credential.digest ? undefined : before.revised;
      this.store.set({ portfolio: applyAll(confirmed, this.#waiting), credential, revised: offered });
    } else if (portfolio !== before.portfolio) this.store.set({ portfolio });
  }

  #saving(patch: Partial<ReturnType<LiveStore['getState']>['saving']>): void {
    this.store.set({ saving: { ...this.store.getState().saving, ...patch } });
  }

  #grow(batch: readonly Change[]): void {
    this.#grown.entries += batch.length;
    for (const change of batch) this.#grown.bytes += JSON.stringify(change).length;
    this.compactIfDue();
  }
}
