import type { Applicant } from '../model/applicant.js';
import type { Change } from '../model/change.js';
import type { Credential } from '../model/credential.js';
import type { Portfolio } from '../model/portfolio.js';
import {
  StorageProblem,
  type DeviceRecord,
  type DraftContent,
  type DraftNews,
  type JournalEntry,
  type JournalKey,
  type OpenDraft,
  type RestorePoint,
} from '../state/ports.js';
import type { Connection, Writing } from './connection.js';
import { openNews, type News } from './news.js';
import { chunk } from './problems.js';
import type { StoreName } from './schema.js';
import { TabView } from './tab-view.js';

/** Reading brings the validation with it, and history is made only now and then: chunks of their own. */
const reading = () => chunk(() => import('./device-reading.js'));
const history = () => chunk(() => import('./device-history.js'));

/** A draft in IndexedDB, open in this tab. */
export class DeviceDraft implements OpenDraft {
  readonly #listeners = new Set<(news: DraftNews) => void>();
  readonly #news: News;
  readonly #view: TabView;

  constructor(
    readonly id: string,
    private readonly connection: Connection,
  ) {
    this.#view = new TabView(id, connection);
    this.#news = openNews(connection.name, id, (news) => this.#hear(news));
  }

  async load(offered?: Credential): Promise<DraftContent> {
    return (await reading()).load(this.#view, offered);
  }

  async append(changes: readonly Change[]): Promise<JournalKey[]> {
    const view = this.#view;
    const keys = await this.#commit(['drafts', 'journal'], async (tx) => {
      const [, keys] = await Promise.all([view.row(tx), view.add(tx, changes, true)]);
      return keys;
    });
    for (const key of keys) view.known.add(key);
    this.#news.tell('grown');
    return keys;
  }

  async since(key: JournalKey): Promise<JournalEntry[] | 'rewritten'> {
    return (await reading()).since(this.#view, key);
  }

  async saveApplicant(applicant: Applicant): Promise<void> {
    const view = this.#view;
    await this.#commit(['drafts', 'applicants', 'damaged'], async (tx) => {
      await Promise.all([view.row(tx), view.putDocument(tx, 'applicants', applicant, true)]);
    });
    this.#news.tell('applicant');
  }

  async updateRecord(update: (record: DeviceRecord) => DeviceRecord): Promise<DeviceRecord> {
    let isNews = false;
    const record = await (
      await history()
    ).updateRecord(this.#view, (current) => {
      const next = update(current);
      isNews = next !== current;
      return next;
    });
    if (isNews) this.#news.tell('record');
    return record;
  }

  async compact(key: JournalKey, portfolio: Portfolio): Promise<void> {
    return (await history()).compact(this.#view, key, portfolio);
  }

  async rewrite(...anew: Parameters<OpenDraft['rewrite']>): Promise<JournalKey> {
    const { key, unseen } = await (await history()).rewrite(this.#view, ...anew);
    this.#news.tell('grown');
    this.#news.tell('record');
    if (unseen > 0) queueMicrotask(() => this.#hear('grown'));
    return key;
  }

  async saveCredential(credential: Credential, digest: string): Promise<void> {
    return (await history()).saveCredential(this.#view, credential, digest);
  }

  async addRestorePoint(...point: Parameters<OpenDraft['addRestorePoint']>): Promise<void> {
    return (await history()).addRestorePoint(this.#view, ...point);
  }

  async restorePoints(): Promise<RestorePoint[]> {
    return (await history()).restorePoints(this.#view);
  }

  async restorePoint(id: number): Promise<Portfolio> {
    return (await reading()).restorePoint(this.#view, id);
  }

  subscribe(listener: (news: DraftNews) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  close(): void {
    this.#news.close();
    this.#listeners.clear();
  }

  /**
   * A write that is committed in the task that began it, so that it outlives a page that is being left. Whether the
   * draft is still there is known only after that: where it is not, what was written for it is taken away again.
   */
  async #commit<T>(stores: StoreName[], work: (tx: Writing) => Promise<T>): Promise<T> {
    try {
      return await this.connection.write(stores, 'relaxed', work);
    } catch (fault) {
      if (fault instanceof StorageProblem && fault.reason === 'removed') await this.#takeAway().catch(() => undefined);
      throw fault;
    }
  }

  #takeAway(): Promise<void> {
    return this.connection.write(['drafts', 'journal', 'applicants'], 'relaxed', async (tx) => {
      if (await tx.objectStore('drafts').get(this.id)) return;
      const journal = tx.objectStore('journal');
      const keys = await journal.index('draft').getAllKeys(this.id);
      await Promise.all([tx.objectStore('applicants').delete(this.id), ...keys.map((key) => journal.delete(key))]);
    });
  }

  #hear(news: DraftNews): void {
    for (const listener of this.#listeners) listener(news);
  }
}
