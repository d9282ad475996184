import type { Affiliate } from '../model/affiliate.js';
import { applyAll } from '../model/apply.js';
import { changesBetween } from '../model/changes-between.js';
import type { Credential, EvidencePart } from '../model/credential.js';
import { gonePlaces } from '../model/rebase.js';
import { stageOf } from '../model/stage.js';
import { countPortfolio } from '../model/submit.js';
import { FileDesk } from './file-desk.js';
import { HandInDesk } from './hand-in.js';
import { JournalWriter } from './journal-writer.js';
import type { Packages } from './packages.js';
import type { DeviceRecord, DraftContent, DraftStorage, OpenDraft, PortfolioService, Uploader } from './ports.js';
import { RemoteSync } from './remote-sync.js';
import type { PortfolioServices } from './services.js';
import { settleChanges } from './settle.js';
import type { PortfolioState } from './state.js';
import { createPortfolioStore, type LiveStore, type PortfolioStore } from './store.js';

/** What a live portfolio is made with. Heavy ports are functions: they are loaded when first used. */
export interface LiveOptions {
  storage: DraftStorage;
  /** The person chose that nothing be kept on this device. */
  memoryChosen: boolean;
  affiliate: Affiliate | undefined;
  /** The issuer's newest version of the credential, if it is another than the draft's. */
  offered: { credential: Credential; digest: string } | undefined;
  endpoint: string | undefined;
  service: ((access: Access) => Promise<PortfolioService>) | undefined;
  uploader: ((access: Access) => Promise<Uploader>) | undefined;
  packages: () => Promise<Packages>;
  hash: (bytes: Blob) => Promise<string>;
  now: () => string;
}

/** Access to one portfolio at the endpoint. The secret is made here and may change before the first use. */
export interface Access {
  endpoint: string;
  portfolio: string;
  secret: () => string;
}

export interface LivePortfolio {
  store: PortfolioStore;
  services: PortfolioServices;
  /** Writes what is waiting. */
  flush(): Promise<void>;
  close(): Promise<void>;
}

const restoreInterval = 10 * 60_000;

/** Opens a draft and keeps it going: journal, files, endpoint, hand-in. */
export async function openLivePortfolio(id: string, options: LiveOptions): Promise<LivePortfolio> {
  const { storage, now } = options;
  const draft = storage.open(id);
  const content = await draft.load(options.offered?.credential);
  const store = createPortfolioStore(initialState(content, options), { device: await storage.device(), now });
  let syncedKey = content.record.remote?.syncedKey;
  const mayCompact = (key: number) => !options.endpoint || (syncedKey !== undefined && syncedKey >= key);
  const journal = new JournalWriter(draft, store, content, mayCompact);

  let secret = '';
  let known = false;
  const access: Access | undefined = options.endpoint ? { endpoint: options.endpoint, portfolio: id, secret: () => secret } : undefined;
  let uploader: Promise<Uploader> | undefined;
  const files = new FileDesk({
    draft, storage, store, hash: options.hash,
    uploader: () => (known && access && options.uploader ? (uploader ??= options.uploader(access)) : undefined),
  });
  const remote = access && options.service ? await connect(access, options.service) : undefined;
  const handIn = new HandInDesk({ draft, store, journal, files, packages: options.packages, remote, now });

  async function connect(to: Access, makeService: NonNullable<LiveOptions['service']>) {
    const service = await makeService(to);
    const sync = new RemoteSync({
      endpoint: to.endpoint, draft, store, journal, service, now,
      onSecret: (given) => (secret = given),
      onKnown: () => {
        known = true;
        files.startUploads();
      },
    });
    return { service, sync };
  }

  const learn = (record: DeviceRecord) => {
    syncedKey = record.remote?.syncedKey;
    store.set({ receipts: record.receipts, stage: stageOf(record.events), copy: copyOf(record) });
    return files.survey(record);
  };
  const unsubscribe = draft.subscribe((news) => {
    if (news === 'removed') store.set({ blocked: 'removed' });
    else if (news === 'grown') void journal.catchUp().then(() => remote?.sync.soon()).catch(() => undefined);
    else void draft.load().then(({ record, applicant }) => (news === 'applicant' ? store.set({ applicant }) : learn(record)), () => undefined);
  });
  const stopPoints = keepRestorePoints(store, draft, now);
  const stopLeaving = flushOnLeaving(journal, remote?.sync);

  await files.survey(content.record);
  void files.measureAll().catch(() => undefined);
  if (content.record.outbox) void handIn.send();
  else remote?.sync.soon(0);

  return {
    store,
    services: createServices({ draft, store, journal, files, handIn, options }),
    flush: () => journal.flush(),
    async close() {
      stopPoints();
      stopLeaving();
      unsubscribe();
      remote?.sync.close();
      handIn.close();
      await journal.flush().catch(() => undefined);
      journal.close();
      draft.close();
    },
  };
}

function initialState(content: DraftContent, options: LiveOptions) {
  const portfolio = applyAll(content.portfolio, content.entries.map(({ change }) => change));
  const { offered } = options;
  return {
    draft: content.summary.id,
    credential: content.credential,
    affiliate: options.affiliate,
    portfolio,
    applicant: content.applicant,
    stage: stageOf(content.record.events),
    saving: { place: options.storage.kind, chosen: options.memoryChosen, pending: false, problem: undefined },
    files: {},
    remote: { state: options.endpoint ? ('waiting' as const) : ('none' as const) },
    handIn: { state: 'idle' as const },
    receipts: content.record.receipts,
    copy: copyOf(content.record),
    damaged: content.damaged,
    revised: offered && offered.digest !== portfolio.credential.digest ? offered : undefined,
    blocked: content.newerVersion ? ('newer-version' as const) : undefined,
  };
}

const copyOf = (record: DeviceRecord): PortfolioState['copy'] =>
  record.copiedAt ? { at: record.copiedAt, ...(record.copied ?? { words: 0, files: 0 }) } : undefined;

/** Each ten minutes in which something changed. */
function keepRestorePoints(store: LiveStore, draft: OpenDraft, now: () => string): () => void {
  let kept = store.getState().portfolio;
  const timer = setInterval(() => {
    const { portfolio } = store.getState();
    if (portfolio === kept) return;
    kept = portfolio;
    draft.addRestorePoint(portfolio, now(), 'interval').catch(() => undefined);
  }, restoreInterval);
  return () => clearInterval(timer);
}

/** A page that is hidden may never come back: what is waiting is written at once. */
function flushOnLeaving(journal: JournalWriter, sync: RemoteSync | undefined): () => void {
  const leaving = new AbortController();
  const flush = () => {
    if (globalThis.document?.visibilityState === 'visible') return;
    void journal.flush().catch(() => undefined);
    sync?.soon(0);
  };
  globalThis.document?.addEventListener('visibilitychange', flush, leaving);
  globalThis.addEventListener?.('pagehide', () => void journal.flush().catch(() => undefined), leaving);
  return () => leaving.abort();
}

function createServices(live: {
  draft: OpenDraft;
  store: LiveStore;
  journal: JournalWriter;
  files: FileDesk;
  handIn: HandInDesk;
  options: LiveOptions;
}): PortfolioServices {
  const { draft, store, journal, files, handIn, options } = live;
  const evidencePart = (id: string): EvidencePart | undefined =>
    store.getState().credential.parts.find((part): part is EvidencePart => part.kind === 'evidence' && part.id === id);
  const before = (why: 'before-change' | 'before-revision') =>
    draft.addRestorePoint(store.getState().portfolio, options.now(), why);

  return {
    async addFiles(part, given) {
      const rule = evidencePart(part);
      return rule ? files.addFiles(rule, given) : [];
    },
    addLink(part, url, title) {
      const rule = evidencePart(part);
      return rule && files.addLink(rule, url, title);
    },
    async replaceFile(artifact, file) {
      const rule = evidencePart(store.getState().portfolio.artifacts.find(({ id }) => id === artifact)?.part ?? '');
      return rule && files.replaceFile(rule, artifact, file);
    },
    readFile: (file) => files.read(file),
    retryUpload: (file) => files.retry(file),

    setApplicant(fields) {
      const applicant = { ...store.getState().applicant, ...fields };
      store.set({ applicant });
      draft.saveApplicant(applicant).catch((problem) => store.set({ saving: { ...store.getState().saving, problem } }));
    },

    async makeCopy() {
      const { credential, portfolio, applicant } = store.getState();
      const packages = await options.packages();
      const missing: string[] = [];
      const made = await packages.writeDraft({
        at: options.now(), credential, portfolio, applicant,
        getFile: async (id) => {
          const bytes = await files.read(id);
          if (!bytes) missing.push(id);
          return bytes;
        },
      });
      return { ...made, missing };
    },
    async copied() {
      const { credential, portfolio } = store.getState();
      const words = countPortfolio(credential, portfolio).counts.reduce((sum, count) => sum + count.words, 0);
      const record = await draft.updateRecord((current) => ({
        ...current, copiedAt: options.now(), copied: { words, files: portfolio.artifacts.length },
      }));
      store.set({ copy: copyOf(record) });
    },
    makeDamagedFile() {
      const text = JSON.stringify(store.getState().damaged, undefined, 2);
      return { name: 'unread-entries.json', blob: new Blob([text], { type: 'application/json' }) };
    },

    restorePoints: () => draft.restorePoints(),
    async restore(point) {
      const earlier = await draft.restorePoint(point);
      await journal.flush();
      await before('before-change');
      store.apply(...changesBetween(store.getState().portfolio, earlier));
    },
    async settle(setAside, use) {
      await before('before-change');
      store.apply(...settleChanges(store.getState().portfolio, setAside, use));
    },
    async acceptRevision() {
      const { revised, credential } = store.getState();
      if (!revised) return;
      await journal.flush();
      await before('before-revision');
      await draft.saveCredential(revised.credential, revised.digest);
      const { id, version } = revised.credential;
      store.apply({
        kind: 'credential-revise',
        credential: { id, version, digest: revised.digest },
        gone: gonePlaces(credential, revised.credential),
      });
      store.set({ credential: revised.credential, revised: undefined });
    },

    handIn: () => handIn.handIn(),
    packageAgain: () => handIn.packageAgain(),
    reviseWork: () => handIn.revise(),
    async removeDraft() {
      await options.storage.remove(draft.id);
      store.set({ blocked: 'removed' });
    },
  };
}
