import { Backoff } from './backoff.js';
import { exclusive } from './exclusive.js';
import { newSecret } from './ids.js';
import { lazy } from './lazy.js';
import { readRecord } from './record.js';
import type { JournalWriter } from './journal-writer.js';
import { ServiceProblem, StorageProblem, type DeviceRecord, type OpenDraft, type PortfolioService } from './ports.js';
import type { Change } from '../model/change.js';
import type { LiveStore } from './store.js';

const pause = 1_500;
const most = 200;
/** So often in a row others may come first, before it is left for later. */
const patience = 20;
/** As a revision: the endpoint has not confirmed the portfolio. As a key: it was not laid out for the endpoint yet. */
const unknown = -1;

/** Seldom needed. */
const loadAdditions = lazy(() => import('./additions.js'));

type RemoteRecord = NonNullable<DeviceRecord['remote']>;

/** Keeps the endpoint's copy of a draft up to date, and takes in what other devices wrote. */
export class RemoteSync {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #backoff = new Backoff();
  #running: Promise<void> = Promise.resolve();
  #next: Promise<void> | undefined;
  #stopped = false;

  constructor(
    private readonly options: {
      endpoint: string;
      draft: OpenDraft;
      store: LiveStore;
      journal: JournalWriter;
      service: () => Promise<PortfolioService>;
      now: () => string;
      /** The form is closed: nothing more is begun. */
      closed: AbortSignal;
      /** The endpoint knows the portfolio: uploads may begin. */
      onKnown: () => void;
      /** The record was made or laid anew; the service and the uploader are to use its secret from now on. */
      onRecord: (record: DeviceRecord) => void;
    },
  ) {
    options.closed.addEventListener('abort', () => this.#rest());
  }

  /** Syncs after a while. After a lasting problem only an explicit occasion (`delay` 0) tries again. */
  soon(delay = pause): void {
    if (this.#timer && delay > 0) return;
    if (!this.#stopped || delay === 0) this.#at(delay);
  }

  /** Sends everything that was changed until now. Rejects with a ServiceProblem; a passing one is tried again by itself. */
  run(): Promise<void> {
    // One run at a time. Who comes while one is under way shares the next, which sees all that was changed until now.
    this.#next ??= this.#running.then(() => {
      this.#next = undefined;
      const run = this.#sync();
      this.#running = run.catch(() => undefined);
      return run;
    });
    return this.#next;
  }

  /** The two copies were found to differ: what is here goes on top of what is there. Nothing of either is lost. */
  async reunite(): Promise<void> {
    await exclusive(`remote.${this.options.draft.id}`, () => this.#merge());
    await this.run();
  }

  #rest(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #at(delay: number): void {
    this.#rest();
    if (this.options.closed.aborted) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      void this.run().catch(() => undefined);
    }, delay);
  }

  async #sync(): Promise<void> {
    const { store, draft, journal, now } = this.options;
    try {
      const { outbox } = await readRecord(draft);
      // What is on its way is frozen: nothing may change under it until its fate is known.
      if (outbox) return;
      await journal.flush();
      await exclusive(`remote.${draft.id}`, () => this.#send());
      this.#backoff.reset();
      this.#stopped = false;
      const { handIn } = store.getState();
      // That the endpoint could not be had when handing in began is over.
      const isOver = handIn.state === 'idle' && handIn.problem instanceof ServiceProblem;
      store.set({ remote: { state: 'synced', at: now() }, ...(isOver && { handIn: { state: 'idle' } }) });
    } catch (cause) {
      const { at } = store.getState().remote;
      const problem = cause instanceof ServiceProblem ? cause : undefined;
      this.#stopped = problem !== undefined && !problem.passing;
      store.set({ remote: { state: this.#stopped ? 'stopped' : 'waiting', at, problem } });
      const isGone = cause instanceof StorageProblem && cause.reason === 'removed';
      if (this.#stopped || isGone) this.#rest();
      else this.#at(this.#backoff.next(problem?.retryAfter));
      throw cause;
    }
  }

  async #send(): Promise<void> {
    const { draft, journal, store } = this.options;
    const service = await this.options.service();
    let remote = await this.#known();
    let begunAnew = false;
    for (let turn = 0; turn < patience; turn += 1) {
      const entries = await draft.since(remote.syncedKey);
      if (entries === 'rewritten') {
        remote = await this.#afterRewrite();
        continue;
      }
      const batch = entries.slice(0, most).map(({ change }) => change);
      if (batch.length) store.set({ remote: { ...store.getState().remote, state: 'sending' } });
      const answer = await service.send(draft.id, remote.revision, batch).catch((problem: unknown) => {
        if (begunAnew || !isUnknownThere(problem)) throw problem;
      });
      if (!answer) {
        // Another address than before, or a receiver that has lost its data.
        begunAnew = true;
        await this.#layOut({ ...remote, revision: unknown });
        remote = await this.#create();
      } else if (answer.missed) {
        remote = await this.#takeIn(remote, answer.revision, answer.missed);
      } else {
        const syncedKey = entries[batch.length - 1]?.key ?? remote.syncedKey;
        remote = await this.#confirm({ ...remote, revision: answer.revision, syncedKey });
        this.options.onKnown();
        if (batch.length === entries.length) return journal.sentUpTo(remote.syncedKey);
        turn = 0;
      }
    }
    throw new ServiceProblem('server', true);
  }

  /** The endpoint's access to this draft, made if there is none. The secret is settled before anything is sent. */
  async #known(): Promise<RemoteRecord> {
    const { draft, endpoint, onRecord } = this.options;
    const fresh = { endpoint, secret: newSecret(), revision: unknown, syncedKey: unknown };
    let isNews = false;
    const record = await draft.updateRecord((current) => {
      isNews = current.remote?.endpoint !== endpoint;
      return isNews ? { ...current, remote: { ...fresh, ...current.remote, endpoint } } : current;
    });
    if (isNews) onRecord(record);
    const remote = await this.#remote();
    if (remote.syncedKey === unknown) await this.#layOut(remote);
    return remote.revision === unknown ? this.#create() : remote;
  }

  /** Takes the whole journal into a snapshot, so that what is made known can be made known again word for word. */
  async #layOut(remote: RemoteRecord): Promise<void> {
    const { draft, journal, onRecord } = this.options;
    await journal.whileQuiet(async (confirmed, key) => {
      const record = await readRecord(draft);
      if (record.remote?.syncedKey !== remote.syncedKey) return;
      await draft.rewrite(confirmed, [], { ...record, remote, uploads: {} }, key);
    });
    onRecord(await readRecord(draft));
  }

  /** Makes the portfolio known as the snapshot has it; all that followed is then sent as changes. */
  async #create(): Promise<RemoteRecord> {
    const service = await this.options.service();
    const remote = await this.#remote();
    const { portfolio, snapshotKey } = await this.options.draft.load();
    const { revision } = await service.create(portfolio, remote.secret);
    const confirmed = await this.#confirm({ ...remote, revision, syncedKey: snapshotKey });
    // It was there before, and went on since.
    return revision > 0 && confirmed.revision === revision ? this.#merge() : confirmed;
  }

  /** The journal is not what it was: another tab laid it anew, or it no longer goes back to what the endpoint has. */
  async #afterRewrite(): Promise<RemoteRecord> {
    const { draft, journal } = this.options;
    await journal.readAfresh();
    const remote = await this.#remote();
    return (await draft.since(remote.syncedKey)) === 'rewritten' ? this.#merge() : remote;
  }

  /** Others came first. Ours among the missed had arrived before; the rest goes under what we have yet to send. */
  async #takeIn(remote: RemoteRecord, revision: number, missed: readonly Change[]): Promise<RemoteRecord> {
    // It has gone back, as after a restored backup: what it lost is in no journal any more.
    if (revision < remote.revision) return this.#merge();
    const { draft, journal } = this.options;
    const service = await this.options.service();
    const arrived = new Set(missed.map(({ id }) => id));
    const unsent = async () => {
      const entries = await draft.since(remote.syncedKey);
      return entries === 'rewritten' ? [] : entries;
    };
    const first = (await unsent()).slice(0, missed.length);
    if (first.length === missed.length && first.every(({ change }) => arrived.has(change.id))) {
      return this.#confirm({ ...remote, revision, syncedKey: first.at(-1)?.key ?? remote.syncedKey });
    }
    const theirs = await service.read(draft.id);
    await journal.whileQuiet(async () => {
      const entries = await unsent();
      const ours = entries.map(({ change }) => change).filter(({ id }) => !arrived.has(id));
      const record = { ...(await readRecord(draft)), remote: { ...remote, revision: theirs.revision } };
      await draft.rewrite(theirs.portfolio, ours, record, entries.at(-1)?.key ?? remote.syncedKey);
    });
    return this.#remote();
  }

  async #merge(): Promise<RemoteRecord> {
    const { draft, journal, now, store } = this.options;
    const [service, { additions }] = await Promise.all([this.options.service(), loadAdditions()]);
    const theirs = await service.read(draft.id);
    await journal.whileQuiet(async (confirmed, key) => {
      await draft.addRestorePoint(confirmed, now(), 'before-import', key);
      const record = await readRecord(draft);
      const remote = record.remote && { ...record.remote, revision: theirs.revision };
      const ours = store.stamp(additions(theirs.portfolio, confirmed));
      await draft.rewrite(theirs.portfolio, ours, { ...record, remote }, key);
    });
    return this.#remote();
  }

  async #remote(): Promise<RemoteRecord> {
    const { remote } = await readRecord(this.options.draft);
    if (!remote) throw new ServiceProblem('not-found', false);
    return remote;
  }

  /** What the endpoint has confirmed. An answer that comes late, to another tab perhaps, takes nothing back. */
  async #confirm(remote: RemoteRecord): Promise<RemoteRecord> {
    await this.options.draft.updateRecord((record) => {
      const known = record.remote;
      const isNews =
        known &&
        known.secret === remote.secret &&
        known.revision <= remote.revision &&
        known.syncedKey <= remote.syncedKey;
      return isNews ? { ...record, remote } : record;
    });
    return this.#remote();
  }
}

/** The receiver says that there is no such portfolio; 410 would mean that it was taken out on purpose. */
const isUnknownThere = (problem: unknown): boolean =>
  problem instanceof ServiceProblem && problem.reason === 'not-found' && problem.problem?.status !== 410;
