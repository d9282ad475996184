import type { Change } from '../model/change.js';
import { Backoff } from './backoff.js';
import { exclusive } from './exclusive.js';
import { newSecret } from './ids.js';
import { readRecord } from './record.js';
import type { JournalWriter } from './journal-writer.js';
import { ServiceProblem, type DeviceRecord, type OpenDraft, type PortfolioService } from './ports.js';
import type { LiveStore } from './store.js';

const pause = 1_500;
const most = 200;
/** The endpoint has not confirmed the portfolio yet. */
const unknown = -1;

type RemoteRecord = NonNullable<DeviceRecord['remote']>;

/** Keeps the endpoint's copy of a draft up to date, and takes in what other devices wrote. */
export class RemoteSync {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #backoff = new Backoff();
  #running: Promise<void> | undefined;
  #again = false;
  #closed = false;
  #onOnline = () => this.soon(0);

  constructor(
    private readonly options: {
      endpoint: string;
      draft: OpenDraft;
      store: LiveStore;
      journal: JournalWriter;
      service: PortfolioService;
      now: () => string;
      /** The endpoint knows the portfolio now: uploads may begin. */
      onKnown: () => void;
      /** The secret that the service and the uploader are to use. */
      onSecret: (secret: string) => void;
    },
  ) {
    options.store.onApply(() => this.soon());
    addEventListener('online', this.#onOnline);
  }

  soon(delay = pause): void {
    if (this.#closed) return;
    if (delay === 0) clearTimeout(this.#timer);
    else if (this.#timer) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      void this.run().catch(() => undefined);
    }, delay);
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
    removeEventListener('online', this.#onOnline);
  }

  /** Sends everything that was changed until now. Rejects with a ServiceProblem; a passing one is tried again by itself. */
  async run(): Promise<void> {
    if (this.#running) {
      this.#again = true;
      return this.#running;
    }
    this.#running = this.#sync().finally(() => (this.#running = undefined));
    await this.#running;
    if (this.#again) {
      this.#again = false;
      await this.run();
    }
  }

  async #sync(): Promise<void> {
    const { store, draft, now } = this.options;
    try {
      const { outbox } = await readRecord(draft);
      // What is on its way is frozen: nothing may change under it until its fate is known.
      if (outbox) return;
      await this.options.journal.flush();
      await exclusive(`remote.${draft.id}`, () => this.#send());
      this.#backoff.reset();
      store.set({ remote: { state: 'synced', at: now() } });
    } catch (cause) {
      if (!(cause instanceof ServiceProblem)) {
        store.set({ remote: { ...store.getState().remote, state: 'waiting' } });
        throw cause;
      }
      store.set({ remote: { state: cause.passing ? 'waiting' : 'stopped', at: store.getState().remote.at, problem: cause } });
      if (cause.passing) this.soon(this.#backoff.next(cause.retryAfter));
      throw cause;
    }
  }

  async #send(): Promise<void> {
    const { draft, journal, service, store } = this.options;
    let remote = await this.#known();
    for (;;) {
      const entries = await draft.since(remote.syncedKey);
      if (entries === 'rewritten') {
        await journal.readAfresh();
        remote = await this.#remote();
        continue;
      }
      const batch = entries.slice(0, most).map(({ change }) => change);
      if (batch.length) store.set({ remote: { ...store.getState().remote, state: 'sending' } });
      const answer = await service.send(draft.id, remote.revision, batch);
      if (answer.missed) {
        remote = await this.#takeIn(remote, answer.revision, answer.missed);
        continue;
      }
      remote = await this.#confirm({ revision: answer.revision, syncedKey: entries[batch.length - 1]?.key ?? remote.syncedKey });
      if (batch.length === entries.length) return journal.compactIfDue();
    }
  }

  /** The endpoint's access to this draft, made if there is none. */
  async #known(): Promise<RemoteRecord> {
    const { draft, endpoint, onKnown, onSecret } = this.options;
    const { remote } = await readRecord(draft);
    if (remote?.endpoint !== endpoint) await this.#snapshot({ endpoint, secret: newSecret(), revision: unknown, syncedKey: 0 });
    const known = await this.#remote();
    onSecret(known.secret);
    const confirmed = known.revision === unknown ? await this.#create(known) : known;
    onKnown();
    return confirmed;
  }

  /** Makes the portfolio known as the snapshot has it; all that followed is then sent as changes. */
  async #create(remote: RemoteRecord): Promise<RemoteRecord> {
    const { portfolio, snapshotKey } = await this.options.draft.load();
    const { revision } = await this.options.service.create(portfolio, remote.secret);
    return this.#confirm({ revision, syncedKey: snapshotKey });
  }

  /** Takes the whole journal into a snapshot, so that what is made known can be made known again word for word. */
  async #snapshot(remote: RemoteRecord): Promise<void> {
    const { draft, journal } = this.options;
    await journal.whileQuiet(async (confirmed, key) => {
      await draft.rewrite(confirmed, [], { ...(await readRecord(draft)), remote, uploads: {} }, key);
    });
  }

  /** Others came first. Ours among the missed had arrived before; the rest goes under what we have yet to send. */
  async #takeIn(remote: RemoteRecord, revision: number, missed: readonly Change[]): Promise<RemoteRecord> {
    const { draft, journal, service } = this.options;
    const arrived = new Set(missed.map(({ id }) => id));
    const unsent = async () => {
      const entries = await draft.since(remote.syncedKey);
      return entries === 'rewritten' ? [] : entries;
    };
    const first = (await unsent()).slice(0, missed.length);
    if (first.length === missed.length && first.every(({ change }) => arrived.has(change.id))) {
      return this.#confirm({ revision, syncedKey: first.at(-1)?.key ?? remote.syncedKey });
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

  async #remote(): Promise<RemoteRecord> {
    const { remote } = await readRecord(this.options.draft);
    if (!remote) throw new ServiceProblem('not-found', false);
    return remote;
  }

  async #confirm(patch: Partial<RemoteRecord>): Promise<RemoteRecord> {
    await this.options.draft.updateRecord((record) =>
      record.remote ? { ...record, remote: { ...record.remote, ...patch } } : record,
    );
    return this.#remote();
  }
}
