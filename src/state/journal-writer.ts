import type { Applicant } from '../model/applicant.js';
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
  #waiting: readonly Change[] = [];
  #applicant: Applicant | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #work: Promise<void> = Promise.resolve();
  #underWay = 0;
  #grown = { entries: 0, bytes: 0 };
  #sent: JournalKey | undefined;
  #closed = false;

  constructor(
    private readonly draft: OpenDraft,
    private readonly store: LiveStore,
    content: DraftContent,
  ) {
    this.#confirmed = store.getState().portfolio;
    this.#confirmedKey = content.entries.at(-1)?.key ?? content.snapshotKey;
    this.#sent = content.record.remote?.syncedKey;
    this.#count(content.entries.map(({ change }) => change));
    store.onApply((changes) => this.#add(changes));
  }

  /** The last entry that a portfolio holds, where it is the work just as the journal has it. */
  keyOf(portfolio: Portfolio): JournalKey | undefined {
    return portfolio === this.#confirmed ? this.#confirmedKey : undefined;
  }

  /**
   * Resolves when everything that was changed until now is on disk, or rejects with why it is not. With nothing under
   * way the writes begin before this returns, and outlive the page; behind another write they need the page to live.
   */
  async flush(): Promise<void> {
    await this.#enqueue(() => this.#write());
    const { problem } = this.store.getState().saving;
    if (problem && this.#isWaiting()) throw problem;
  }

  /** The applicant was changed: written with what else is waiting, the newest state alone. */
  keepApplicant(applicant: Applicant): void {
    this.#applicant = applicant;
    this.#wait();
  }

  /** Another tab has grown the journal. */
  catchUp(): Promise<void> {
    return this.#enqueue(() => this.#takeIn());
  }

  /** Runs a task that lays the journal anew while nothing is appended, then reads it afresh. */
  whileQuiet(task: (confirmed: Portfolio, key: JournalKey) => Promise<void>): Promise<void> {
    return this.#enqueue(async () => {
      await this.#write();
      await this.#takeIn();
      await task(this.#confirmed, this.#confirmedKey);
      await this.#reload();
    });
  }

  /** Another tab laid the journal anew. */
  readAfresh(): Promise<void> {
    return this.#enqueue(() => this.#reload());
  }

  /**
   * Up to where an endpoint has the journal: what it has yet to get must stay. A tab that knows less than others only
   * compacts later; one that has not heard of the endpoint is refused, since the journal was laid anew for it.
   */
  sentUpTo(key: JournalKey | undefined): void {
    this.#sent = key;
    this.#compactIfDue();
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
  }

  #add(changes: readonly Change[]): void {
    // A list of its own: the one being written must not grow.
    this.#waiting = [...this.#waiting, ...changes];
    this.#wait();
  }

  #wait(): void {
    const { pending, problem } = this.store.getState().saving;
    if (!pending) this.#saving({ pending: true });
    if (!problem) this.#schedule(flushDelay);
  }

  #isWaiting = () => this.#waiting.length > 0 || this.#applicant !== undefined;

  #schedule(delay: number): void {
    if (this.#closed) return;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      void this.#enqueue(() => this.#write());
    }, delay);
  }

  /** One thing after another; one that fails does not keep the next from its turn. The first begins at once. */
  #enqueue(task: () => Promise<void>): Promise<void> {
    this.#underWay += 1;
    const work = this.#underWay > 1 ? this.#work.then(task, task) : task();
    this.#work = work.finally(() => (this.#underWay -= 1));
    return this.#work;
  }

  async #write(): Promise<void> {
    if (!this.#isWaiting()) return;
    const applicant = this.#applicant;
    try {
      if (this.store.getState().readOnly === 'removed') throw new StorageProblem('removed');
      // Both begin in this task. Each is waited for, so that nothing is appended while one is under way.
      const written = await Promise.allSettled([
        this.#waiting.length ? this.#append(this.#waiting) : undefined,
        applicant && this.draft.saveApplicant(applicant),
      ]);
      for (const result of written) if (result.status === 'rejected') throw result.reason;
      if (this.#applicant === applicant) this.#applicant = undefined;
      this.#saving({ problem: undefined, pending: this.#isWaiting() });
      if (this.#isWaiting()) this.#schedule(flushDelay);
    } catch (cause) {
      this.#saving({ problem: cause instanceof StorageProblem ? cause : new StorageProblem('failed', cause) });
      if (!this.#blocks(cause)) this.#schedule(retryDelay);
    }
  }

  async #append(batch: readonly Change[]): Promise<void> {
    const optimistic = this.store.getState().portfolio;
    const last = (await this.draft.append(batch)).at(-1);
    this.#waiting = this.#waiting.slice(batch.length);
    if (last === this.#confirmedKey + batch.length) {
      this.#confirmed = optimistic;
      this.#confirmedKey = last;
    } else await this.#takeIn(batch);
    this.#count(batch);
    this.#compactIfDue();
  }

  /** Takes in what the journal has beyond what is confirmed. `own` are this tab's, whose objects are kept as they are. */
  async #takeIn(own: readonly Change[] = []): Promise<void> {
    try {
      const entries = await this.draft.since(this.#confirmedKey);
      if (entries === 'rewritten') return await this.#reload();
      if (entries.length === 0) return;
      const known = new Map([...own, ...this.#waiting].map((change) => [change.id, change]));
      await this.#settle(
        applyAll(
          this.#confirmed,
          entries.map(({ change }) => known.get(change.id) ?? change),
        ),
        entries,
      );
    } catch (cause) {
      // What cannot be read now is read with the next news, or at the next start.
      this.#blocks(cause);
    }
  }

  async #reload(): Promise<void> {
    const content = await this.draft.load();
    if (content.newerVersion) this.store.set({ blocked: 'newer-version' });
    const portfolio = applyAll(
      content.portfolio,
      content.entries.map(({ change }) => change),
    );
    this.#confirmedKey = content.snapshotKey;
    this.#sent = content.record.remote?.syncedKey;
    this.#grown = { entries: 0, bytes: 0 };
    this.#count(content.entries.map(({ change }) => change));
    await this.#settle(portfolio, content.entries);
  }

  async #settle(confirmed: Portfolio, entries: readonly JournalEntry[]): Promise<void> {
    this.#confirmed = confirmed;
    this.#confirmedKey = entries.at(-1)?.key ?? this.#confirmedKey;
    const written = new Set(entries.map(({ change }) => change.id));
    this.#waiting = this.#waiting.filter((change) => !written.has(change.id));
    const { portfolio: before } = this.store.getState();
    const revised = confirmed.credential.digest !== before.credential.digest;
    // Another tab accepted a revision: the work and what it is judged by change together.
    const credential = revised ? (await this.draft.load().catch(() => undefined))?.credential : undefined;
    const portfolio = applyAll(confirmed, this.#waiting);
    if (credential) {
      const { revised: offered } = this.store.getState();
      const isTaken = offered?.digest === portfolio.credential.digest;
      this.store.set({ portfolio, credential, ...(isTaken && { revised: undefined }) });
    } else if (portfolio !== before) this.store.set({ portfolio });
  }

  /** Whether nothing more can be written from here; the state then says why. */
  #blocks(cause: unknown): boolean {
    const reason = cause instanceof StorageProblem ? cause.reason : undefined;
    if (reason !== 'newer-version' && reason !== 'removed') return false;
    this.store.set({ blocked: reason });
    return true;
  }

  #saving(patch: Partial<ReturnType<LiveStore['getState']>['saving']>): void {
    const { saving } = this.store.getState();
    const isNews = (Object.keys(patch) as (keyof typeof patch)[]).some((name) => patch[name] !== saving[name]);
    if (isNews) this.store.set({ saving: { ...saving, ...patch } });
  }

  #count(changes: readonly Change[]): void {
    this.#grown.entries += changes.length;
    for (const change of changes) this.#grown.bytes += JSON.stringify(change).length;
  }

  /** Takes the journal into a snapshot when it has grown long and nothing in it has yet to be sent. */
  #compactIfDue(): void {
    const { entries, bytes } = this.#grown;
    const due = entries >= compactAt.entries || bytes >= compactAt.bytes;
    if (!due || this.#closed || (this.#sent !== undefined && this.#sent < this.#confirmedKey)) return;
    this.#grown = { entries: 0, bytes: 0 };
    // A snapshot that fails costs nothing but time at the next start.
    this.draft.compact(this.#confirmedKey, this.#confirmed).catch(() => undefined);
  }
}
