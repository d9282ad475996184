import { digestOf } from '../model/digest.js';
import { progressOf } from '../model/requirement.js';
import { freeze } from '../model/submit.js';
import type { Finding, Receipt, Submission } from '../model/submission.js';
import { isEditable, stageOf } from '../model/stage.js';
import { Backoff } from './backoff.js';
import { exclusive } from './exclusive.js';
import { newId } from './ids.js';
import type { FileDesk } from './file-desk.js';
import type { JournalWriter } from './journal-writer.js';
import type { Packages } from './packages.js';
import { ServiceProblem, StorageProblem, type DeviceRecord, type OpenDraft, type PortfolioService } from './ports.js';
import { readRecord } from './record.js';
import type { RemoteSync } from './remote-sync.js';
import type { LiveStore } from './store.js';

/** Answers that say for certain that it did not arrive. After any other it is sent again until its fate is known. */
const refusals = new Set<ServiceProblem['reason']>([
  'refused',
  'frozen',
  'mismatch',
  'unauthorised',
  'not-found',
  'too-large',
  'insecure',
]);

type Package = { name: string; blob: Blob };

/** Freezes the work and hands it in once, by the endpoint or as a package. */
export class HandInDesk {
  #backoff = new Backoff();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #sending: Promise<void> | undefined;
  #closed = false;

  constructor(
    private readonly options: {
      draft: OpenDraft;
      store: LiveStore;
      journal: JournalWriter;
      files: FileDesk;
      packages: () => Promise<Packages>;
      remote: { sync: () => Promise<RemoteSync>; service: () => Promise<PortfolioService> } | undefined;
      now: () => string;
    },
  ) {}

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
  }

  /** A package is given back to be saved; an endpoint's answer stands in the state. A second press does nothing. */
  async handIn(): Promise<{ package?: Package }> {
    const { store, journal, remote } = this.options;
    if (store.getState().readOnly) return {};
    if (!this.#isReady()) throw new Error('the portfolio is not ready');
    store.set({ handIn: { state: 'preparing' } });
    try {
      await journal.flush();
      if (!remote) return { package: await this.#pack() };
      await (await remote.sync()).run();
      // Changes from elsewhere have come in, and with them perhaps something that is missing.
      if (this.#isReady()) await this.#claimOutbox();
      else store.set({ handIn: { state: 'idle' } });
    } catch (cause) {
      const isProblem = cause instanceof ServiceProblem || cause instanceof StorageProblem;
      store.set({ handIn: { state: 'idle', problem: isProblem ? cause : new StorageProblem('failed', cause) } });
    }
    if (store.getState().handIn.state === 'preparing') await this.send();
    return {};
  }

  /** Sends what is on its way, again if need be: the receiver knows it by its id and answers with the same receipt. */
  send(): Promise<void> {
    return (this.#sending ??= this.#send().finally(() => (this.#sending = undefined)));
  }

  /** Something is on its way, perhaps from another tab or a page that is gone: nothing may change until its fate is known. */
  learn({ outbox }: DeviceRecord): void {
    if (outbox && this.options.remote && !isUnderway(this.options.store)) void this.send();
  }

  /** Back on line: no need to wait any longer. */
  hurry(): void {
    if (this.options.store.getState().handIn.state === 'waiting') void this.send();
  }

  /** Opens handed-over work again. */
  async revise(): Promise<void> {
    const at = this.options.now();
    const record = await this.options.draft.updateRecord((current) => ({
      ...current,
      events: [...current.events, { id: newId(), kind: 'revise', at }],
    }));
    this.options.store.set({ stage: stageOf(record.events), handIn: { state: 'idle' } });
  }

  /**
   * The package of the last hand-over once more, or nothing where there was none. The work is the same: it cannot be
   * edited until it is opened again.
   */
  async packageAgain(): Promise<Package | undefined> {
    const { receipts } = await readRecord(this.options.draft);
    const last = receipts.at(-1);
    if (last?.way !== 'package' || this.options.store.getState().stage !== 'handed-over') return undefined;
    const { submission, at } = last.receipt;
    return this.#write(this.#freeze({ id: submission, attempt: receipts.length, at }));
  }

  #isReady = () => progressOf(this.options.store.getState().requirements).ready;

  #freeze(given: { id: string; attempt: number; at: string }): Submission {
    const { credential, portfolio, requirements } = this.options.store.getState();
    return freeze(credential, portfolio, requirements, given);
  }

  /** Puts the frozen work where it is sent from, unless another tab was first. */
  async #claimOutbox(): Promise<void> {
    const id = newId();
    const at = this.options.now();
    await this.options.draft.updateRecord((record) =>
      record.outbox || !isEditable(stageOf(record.events))
        ? record
        : { ...record, outbox: { submission: this.#freeze({ id, attempt: record.receipts.length + 1, at }) } },
    );
  }

  async #send(): Promise<void> {
    const { draft, store, remote } = this.options;
    if (!remote || this.#closed) return;
    clearTimeout(this.#timer);
    store.set({ handIn: { state: 'sending' } });
    try {
      await exclusive(`submit.${draft.id}`, async () => {
        const record = await readRecord(draft);
        // Another tab has seen it through.
        if (!record.outbox) return this.#settle(record);
        const { submission } = record.outbox;
        const service = await remote.service();
        const receipt = await service.submit(submission, store.getState().applicant, record.remote?.revision ?? 0);
        await this.#done(receipt, submission, 'endpoint');
        // The line was lost meanwhile: how things stand there is asked again.
        if (store.getState().remote.state !== 'synced')
          void remote.sync().then(
            (sync) => sync.soon(0),
            () => undefined,
          );
      });
    } catch (cause) {
      await this.#failed(cause instanceof ServiceProblem ? cause : new ServiceProblem('server', true)).catch(
        () => undefined,
      );
    }
  }

  #settle({ events, receipts }: DeviceRecord): void {
    const stage = stageOf(events);
    const isHandedIn = stage === 'handed-over' || !isEditable(stage);
    const receipt = isHandedIn ? receipts.at(-1)?.receipt : undefined;
    this.options.store.set({ stage, receipts, handIn: receipt ? { state: 'done', receipt } : { state: 'idle' } });
  }

  async #pack(): Promise<Package> {
    const { draft, now } = this.options;
    const { receipts } = await readRecord(draft);
    const submission = this.#freeze({ id: newId(), attempt: receipts.length + 1, at: now() });
    const made = await this.#write(submission);
    const receipt: Receipt = {
      number: submission.id.slice(0, 8).toUpperCase(),
      submission: submission.id,
      at: submission.at,
      digest: await digestOf(submission),
      files: submission.files,
      words: {
        profile: submission.words.profile,
        total: submission.words.counts.reduce((sum, { words }) => sum + words, 0),
      },
    };
    await this.#done(receipt, submission, 'package');
    // Another tab may have been quicker: then its package is the one.
    const isOurs = this.options.store.getState().handIn.receipt?.submission === submission.id;
    return isOurs ? made : ((await this.packageAgain()) ?? made);
  }

  async #write(submission: Submission): Promise<Package> {
    const { store, files } = this.options;
    const { credential, applicant } = store.getState();
    const packages = await this.options.packages();
    return packages.writeSubmission({
      at: submission.at,
      credential,
      applicant,
      submission,
      getFile: (id) => files.read(id),
    });
  }

  /** Keeps the receipt; one for each submission, and one package for each time that the work was opened. */
  async #done(receipt: Receipt, submission: Submission, way: 'endpoint' | 'package'): Promise<void> {
    const { draft, now } = this.options;
    const at = now();
    const kind = way === 'endpoint' ? 'submit' : 'hand-over';
    const isKnown = ({ receipts, events }: DeviceRecord) =>
      receipts.some((entry) => entry.receipt.submission === submission.id) ||
      (way === 'package' && stageOf(events) === 'handed-over');
    const record = await draft.updateRecord((current) => ({
      ...current,
      outbox: undefined,
      ...(!isKnown(current) && {
        receipts: [...current.receipts, { receipt, at, way }],
        events: [...current.events, { id: newId(), kind, at, submission: submission.id }],
      }),
    }));
    this.#backoff.reset();
    this.#settle(record);
    await draft.addRestorePoint(submission.portfolio, at, 'handed-in').catch(() => undefined);
  }

  async #failed(problem: ServiceProblem): Promise<void> {
    const { draft, store, remote } = this.options;
    if (problem.passing || !refusals.has(problem.reason)) {
      store.set({ handIn: { state: 'waiting', problem } });
      if (!this.#closed) this.#timer = setTimeout(() => void this.send(), this.#backoff.next(problem.retryAfter));
      return;
    }
    // The receiver has said no, so nothing of it arrived: the work opens again.
    await draft.updateRecord((record) => ({ ...record, outbox: undefined }));
    const findings = Array.isArray(problem.problem?.findings) ? (problem.problem.findings as Finding[]) : undefined;
    store.set({ handIn: { state: 'refused', problem, ...(findings && { findings }) } });
    const sync = await remote?.sync();
    if (problem.reason === 'mismatch') await sync?.reunite().catch(() => undefined);
    else sync?.soon(0);
  }
}

const isUnderway = (store: LiveStore): boolean => {
  const { state } = store.getState().handIn;
  return state === 'preparing' || state === 'sending' || state === 'waiting';
};
