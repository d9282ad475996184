import type { Affiliate } from '../model/affiliate.js';
import { applyAll } from '../model/apply.js';
import type { Credential } from '../model/credential.js';
import { stageOf } from '../model/stage.js';
import { copyOf } from './copies.js';
import { FileDesk } from './file-desk.js';
import { HandInDesk } from './hand-in.js';
import { JournalWriter } from './journal-writer.js';
import { lazy } from './lazy.js';
import type { Packages } from './packages.js';
import { createServices } from './portfolio-services.js';
import {
  ServiceProblem,
  type DeviceRecord,
  type DraftContent,
  type DraftStorage,
  type PortfolioService,
  type Uploader,
} from './ports.js';
import { readRecord } from './record.js';
import { RestorePoints } from './restore-points.js';
import type { PortfolioServices } from './services.js';
import { createPortfolioStore, type GivenState, type PortfolioStore } from './store.js';

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
  /** Loads what files need, to be measured and, with an endpoint, sent: a line that is lost later does no harm. */
  prepareFiles?: ((sends: boolean) => Promise<unknown>) | undefined;
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
  /** Sends what the endpoint has not got yet, and takes in what others sent. Rejects with a ServiceProblem. */
  sync(): Promise<void>;
  close(): Promise<void>;
}

/** Bytes that nothing names are looked for when the page has come to rest, in milliseconds. */
const sweepAfter = 30_000;
/** What files need is loaded when the form has settled, in milliseconds. */
const prepareAfter = 2_000;

/** Opens a draft and keeps it going: journal, files, endpoint, hand-in. */
export async function openLivePortfolio(id: string, options: LiveOptions): Promise<LivePortfolio> {
  const { storage, now, endpoint } = options;
  const device = await storage.device();
  const draft = storage.open(id);
  const content = await draft.load(options.offered?.credential);
  const store = createPortfolioStore(initialState(content, options), { device, now });
  const journal = new JournalWriter(draft, store, content);
  const points = new RestorePoints({ draft, store, journal, now });

  let secret = content.record.remote?.secret ?? '';
  let known = false;
  const access: Access | undefined = endpoint ? { endpoint, portfolio: id, secret: () => secret } : undefined;
  const uploader = access && options.uploader && lazyOf(options.uploader, access);
  const files = new FileDesk({
    draft,
    storage,
    store,
    hash: options.hash,
    uploader: () => (known ? uploader?.() : undefined),
  });
  const service = access && options.service && lazyOf(options.service, access);
  const closing = new AbortController();
  // Loaded after the form stands: nobody waits for it to begin writing.
  const sync =
    endpoint && service
      ? lazy(async () => {
          const { RemoteSync } = await import('./remote-sync.js');
          return new RemoteSync({
            endpoint,
            draft,
            store,
            journal,
            service,
            now,
            closed: closing.signal,
            onRecord: (record) => learn(record),
            onKnown: () => {
              known = true;
              files.startUploads();
            },
          });
        })
      : undefined;
  const syncSoon = (delay?: number) =>
    void sync?.()
      .then((remote) => remote.soon(delay))
      .catch(() => undefined);
  /** What is known of the line before anything is sent on it: that there is none, and that there is one again. */
  const offline = () => {
    const { state, at, problem } = store.getState().remote;
    if (state === 'none' || state === 'stopped' || problem?.reason === 'offline') return;
    store.set({ remote: { state: 'waiting', at, problem: new ServiceProblem('offline', true) } });
  };
  const online = () => {
    const { at, problem } = store.getState().remote;
    if (problem?.reason === 'offline') store.set({ remote: { state: at ? 'sending' : 'waiting', at } });
  };
  store.onApply(() => {
    const { state, at } = store.getState().remote;
    if (globalThis.navigator?.onLine === false) offline();
    else if (state === 'synced') store.set({ remote: { state: 'sending', at } });
    syncSoon();
  });
  const remote = sync && service ? { sync, service } : undefined;
  const handIn = new HandInDesk({ draft, store, journal, files, packages: options.packages, remote, now });

  /** What the record says that the state does not: by another tab, or since it was laid anew. */
  const learn = (record: DeviceRecord) => {
    secret = record.remote?.secret ?? secret;
    journal.sentUpTo(record.remote?.syncedKey);
    store.set({ receipts: record.receipts, stage: stageOf(record.events), copy: copyOf(record) });
    handIn.learn(record);
    void files.survey(record).catch(() => undefined);
  };
  const unsubscribe = draft.subscribe((news) => {
    if (news === 'removed') store.set({ blocked: 'removed' });
    else if (news === 'record')
      void readRecord(draft)
        .then(learn)
        .catch(() => undefined);
    else if (news === 'applicant')
      void draft
        .load()
        .then(({ applicant }) => store.set({ applicant }))
        .catch(() => undefined);
    else
      void journal
        .catchUp()
        .then(() => syncSoon())
        .catch(() => undefined);
  });
  const stopListening = listen({
    leaving: () => {
      void journal.flush().catch(() => undefined);
      syncSoon(0);
    },
    offline,
    online: () => {
      online();
      syncSoon(0);
      handIn.hurry();
      files.hurry();
    },
  });
  const sweeping = setTimeout(() => void storage.sweepFiles().catch(() => undefined), sweepAfter);
  const preparing = setTimeout(() => {
    const hasFiles = store.getState().portfolio.artifacts.some(({ file }) => file);
    if (endpoint || hasFiles) void options.prepareFiles?.(endpoint !== undefined).catch(() => undefined);
  }, prepareAfter);

  await files.survey(content.record).catch(() => undefined);
  void files.measureAll().catch(() => undefined);
  // What another tab wrote while this one was opening.
  void journal.catchUp().catch(() => undefined);
  // Something was on its way when the page ended: nothing may change until its fate is known.
  if (remote && content.record.outbox) void handIn.send();
  else syncSoon(0);

  return {
    store,
    services: createServices({ draft, store, journal, files, handIn, points, options }),
    flush: () => journal.flush(),
    sync: async () => (await remote?.sync())?.run(),
    async close() {
      clearTimeout(sweeping);
      clearTimeout(preparing);
      stopListening();
      unsubscribe();
      points.close();
      files.close();
      closing.abort();
      handIn.close();
      await journal.flush().catch(() => undefined);
      journal.close();
      draft.close();
    },
  };
}

const lazyOf = <T>(load: (access: Access) => Promise<T>, access: Access) => lazy(() => load(access));

function initialState(content: DraftContent, options: LiveOptions): GivenState {
  const portfolio = applyAll(
    content.portfolio,
    content.entries.map(({ change }) => change),
  );
  const { offered, endpoint } = options;
  return {
    draft: content.summary.id,
    createdAt: content.summary.createdAt,
    credential: content.credential,
    affiliate: options.affiliate,
    portfolio,
    applicant: content.applicant,
    stage: stageOf(content.record.events),
    saving: { place: options.storage.kind, chosen: options.memoryChosen, pending: false, problem: undefined },
    files: {},
    remote: { state: endpoint ? 'waiting' : 'none' },
    handIn: { state: 'idle' },
    receipts: content.record.receipts,
    copy: copyOf(content.record),
    damaged: content.damaged,
    revised: offered && offered.digest !== portfolio.credential.digest ? offered : undefined,
    blocked: content.newerVersion ? 'newer-version' : undefined,
  };
}

/** A page that is hidden may never come back; a line that is back is used at once. Neither exists outside a browser. */
function listen({ leaving, offline, online }: Record<'leaving' | 'offline' | 'online', () => void>): () => void {
  const end = new AbortController();
  const hidden = () => {
    if (document.visibilityState === 'hidden') leaving();
  };
  globalThis.document?.addEventListener('visibilitychange', hidden, end);
  globalThis.addEventListener?.('pagehide', leaving, end);
  globalThis.addEventListener?.('offline', offline, end);
  globalThis.addEventListener?.('online', online, end);
  return () => end.abort();
}
