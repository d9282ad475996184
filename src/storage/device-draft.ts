import type { Applicant } from '../model/applicant.js';
import type { Change } from '../model/change.js';
import type { Credential } from '../model/credential.js';
import type { Portfolio } from '../model/portfolio.js';
import type {
  DeviceRecord,
  DraftContent,
  DraftNews,
  JournalEntry,
  JournalKey,
  OpenDraft,
  RestorePoint,
} from '../state/ports.js';
import type { Connection } from './connection.js';
import { openNews, type News } from './news.js';
import { chunk } from './problems.js';
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
    const keys = await this.connection.write(['drafts', 'journal'], 'relaxed', async (tx) => {
      await view.row(tx);
      return view.add(tx, changes);
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
    await this.connection.write(['drafts', 'applicants', 'damaged'], 'relaxed', async (tx) => {
      await view.row(tx);
      await view.putDocument(tx, 'applicants', applicant);
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

  #hear(news: DraftNews): void {
    for (const listener of this.#listeners) listener(news);
  }
}
