import { digestOf } from '../model/digest.js';
import { progressOf } from '../model/requirement.js';
import { freeze } from '../model/submit.js';
import type { Finding, Receipt, Submission } from '../model/submission.js';
import { stageOf } from '../model/stage.js';
import { Backoff } from './backoff.js';
import { exclusive } from './exclusive.js';
import { newId } from './ids.js';
import type { FileDesk } from './file-desk.js';
import type { JournalWriter } from './journal-writer.js';
import type { Packages } from './packages.js';
import { ServiceProblem, type DeviceRecord, type OpenDraft, type PortfolioService } from './ports.js';
import { readRecord } from './record.js';
import type { RemoteSync } from './remote-sync.js';
import type { LiveStore } from './store.js';

/** Answers that say for certain that it did not arrive. After any other it is sent again until its fate is known. */
const refusals = new Set<ServiceProblem['reason']>(['refused', 'frozen', 'mismatch', 'unauthorised', 'not-found', 'too-large']);

/** Freezes the work and hands it in once, by the endpoint or as a package. */
export class HandInDesk {
  #backoff = new Backoff();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly options: {
      draft: OpenDraft;
      store: LiveStore;
      journal: JournalWriter;
      files: FileDesk;
      packages: () => Promise<Packages>;
      remote: { sync: RemoteSync; service: PortfolioService } | undefined;
      now: () => string;
    },
  ) {}

  close(): void {
    clearTimeout(this.#timer);
  }

  /** A package is given back to be saved; an endpoint's answer stands in the state. */
  async handIn(): Promise<{ package?: { name: string; blob: Blob } }> {
    const { store } = this.options;
    if (store.getState().readOnly) return {};
    if (!progressOf(store.getState().requirements).ready) throw new Error('the portfolio is not ready');
    await this.options.files.measureAll();
    store.set({ handIn: { state: 'preparing' } });
    try {
      await this.options.journal.flush();
      if (!this.options.remote) return { package: await this.#pack() };
      await this.options.remote.sync.run();
      const submission = await this.#freeze();
      await this.options.draft.updateRecord((record) => ({ ...record, outbox: { submission } }));
      await this.send();
    } catch (cause) {
      store.set({ handIn: { state: 'idle', ...(cause instanceof Error && { problem: cause as ServiceProblem }) } });
    }
    return {};
  }

  /** Sends what is on its way, again if need be: the receiver knows it by its id and answers with the same receipt. */
  async send(): Promise<void> {
    const { draft, store, remote } = this.options;
    const { outbox } = await readRecord(draft);
    if (!outbox || !remote) return;
    clearTimeout(this.#timer);
    store.set({ handIn: { state: 'sending' } });
    try {
      const receipt = await exclusive(`submit.${draft.id}`, async () => {
        const { remote: access } = await readRecord(draft);
        return remote.service.submit(outbox.submission, store.getState().applicant, access?.revision ?? 0);
      });
      await this.#done(receipt, outbox.submission, 'endpoint');
    } catch (cause) {
      await this.#failed(cause instanceof ServiceProblem ? cause : new ServiceProblem('server', true));
    }
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

  async #freeze(): Promise<Submission> {
    const { credential, portfolio, requirements } = this.options.store.getState();
    const { receipts } = await readRecord(this.options.draft);
    return freeze(credential, portfolio, requirements, { id: newId(), attempt: receipts.length + 1, at: this.options.now() });
  }

  /**
   * The package of the last hand-over once more, or nothing where there was none. The work is the same: it cannot be
   * edited until it is opened again.
   */
  async packageAgain(): Promise<{ name: string; blob: Blob } | undefined> {
    const { receipts } = await readRecord(this.options.draft);
    const last = receipts.at(-1);
    if (last?.way !== 'package' || this.options.store.getState().stage !== 'handed-over') return undefined;
    const { credential, portfolio, requirements } = this.options.store.getState();
    const { submission, at } = last.receipt;
    return this.#write(freeze(credential, portfolio, requirements, { id: submission, attempt: receipts.length, at }));
  }

  async #pack(): Promise<{ name: string; blob: Blob }> {
    const submission = await this.#freeze();
    const made = await this.#write(submission);
    const receipt: Receipt = {
      number: submission.id.slice(0, 8).toUpperCase(),
      submission: submission.id,
      at: submission.at,
      digest: await digestOf(submission),
      files: submission.files,
      words: { profile: submission.words.profile, total: submission.words.counts.reduce((sum, { words }) => sum + words, 0) },
    };
    await this.#done(receipt, submission, 'package');
    return made;
  }

  async #write(submission: Submission): Promise<{ name: string; blob: Blob }> {
    const { store, files } = this.options;
    const { credential, applicant } = store.getState();
    const packages = await this.options.packages();
    return packages.writeSubmission({ at: submission.at, credential, applicant, submission, getFile: (id) => files.read(id) });
  }

  async #done(receipt: Receipt, submission: Submission, way: 'endpoint' | 'package'): Promise<void> {
    const { draft, store, now } = this.options;
    const known = (record: DeviceRecord) => record.receipts.some((entry) => entry.receipt.submission === receipt.submission);
    const record = await draft.updateRecord((current) =>
      known(current)
        ? { ...current, outbox: undefined }
        : {
            ...current,
            outbox: undefined,
            receipts: [...current.receipts, { receipt, at: now(), way }],
            events: [
              ...current.events,
              { id: newId(), kind: way === 'endpoint' ? 'submit' : 'hand-over', at: now(), submission: submission.id },
            ],
          },
    );
    store.set({ stage: stageOf(record.events), receipts: record.receipts, handIn: { state: 'done', receipt } });
    await draft.addRestorePoint(submission.portfolio, now(), 'handed-in').catch(() => undefined);
  }

  async #failed(problem: ServiceProblem): Promise<void> {
    const { draft, store } = this.options;
    if (problem.passing || !refusals.has(problem.reason)) {
      const wait = this.#backoff.next(problem.retryAfter);
      store.set({ handIn: { state: 'waiting', problem } });
      this.#timer = setTimeout(() => void this.send(), wait);
      return;
    }
    // The receiver has said no, so nothing of it arrived: the work opens again.
    await draft.updateRecord((record) => ({ ...record, outbox: undefined }));
    const findings = Array.isArray(problem.problem?.findings) ? (problem.problem.findings as Finding[]) : undefined;
    store.set({ handIn: { state: 'refused', problem, ...(findings && { findings }) } });
    this.options.remote?.sync.soon(0);
  }
}

