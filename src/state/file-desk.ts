import { acceptArtifact, sniffKind, sniffLength, checkLink } from '../model/artifact-kind.js';
import type { EvidencePart } from '../model/credential.js';
import type { Artifact, ArtifactFile } from '../model/portfolio.js';
import { Backoff } from './backoff.js';
import { newId } from './ids.js';
import { notLoaded } from './lazy.js';
import { StorageProblem, type DeviceRecord, type DraftStorage, type OpenDraft, type Uploader } from './ports.js';
import { readRecord } from './record.js';
import type { Refusal } from './services.js';
import type { FileStatus } from './state.js';
import type { LiveStore } from './store.js';
import { UploadQueue } from './upload-queue.js';

/** What the desk needs: where bytes are kept, how they are named by hash, and how they travel, if they do. */
export interface FileDeskOptions {
  draft: OpenDraft;
  storage: DraftStorage;
  store: LiveStore;
  hash: (bytes: Blob) => Promise<string>;
  /** Given once the endpoint knows the portfolio. */
  uploader: () => Promise<Uploader> | undefined;
}

const fresh: FileStatus = { kept: 'storing', upload: 'none', sent: 0 };

/** Takes files in, keeps their bytes on this device, and sees them to the receiver. */
export class FileDesk {
  /** Bytes that are not kept yet, or that the browser would not keep: they live in this page. */
  #inPage = new Map<string, Blob>();
  /** Digests worked out in this page, so that none is worked out twice. */
  #digests = new Map<string, Promise<string | undefined>>();
  #backoff = new Backoff();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #closed = false;
  #uploads: UploadQueue;
  #surveyed = false;
  #artifacts: readonly Artifact[];
  #unsubscribe: () => void;

  constructor(private readonly options: FileDeskOptions) {
    const { store, draft, uploader } = options;
    this.#uploads = new UploadQueue({
      draft,
      uploader,
      bytesOf: async (id) => {
        const file = this.#fileOf(id);
        const bytes = file && (await this.read(id));
        const sha256 = bytes && (await this.#digest(file, bytes));
        return sha256 ? { file, bytes, sha256 } : undefined;
      },
      statusOf: (id) => store.getState().files[id],
      status: (id, patch) => this.#status(id, patch),
      onWaiting: ({ retryAfter }) => this.#later(retryAfter),
    });
    this.#artifacts = store.getState().portfolio.artifacts;
    this.#unsubscribe = store.subscribe(() => this.#look());
  }

  async addFiles(part: EvidencePart, files: readonly File[]): Promise<Refusal[]> {
    const refusals: Refusal[] = [];
    for (const file of files) {
      const judged = await this.#judge(part, file, 1);
      if ('code' in judged) refusals.push(judged);
      else {
        const artifact = { id: newId(), part: part.id, title: titleOf(file.name), file: judged };
        this.#take(judged, file, () => this.options.store.apply({ kind: 'artifact-add', artifact }));
      }
    }
    return refusals;
  }

  addLink(part: EvidencePart, url: string, title: string): Refusal | undefined {
    const checked = checkLink(url, part.artifacts);
    if (!checked.ok) return { name: url, code: checked.code, params: checked.params };
    const full = this.#isFull(part, 1);
    if (full) return { name: url, ...full };
    const artifact = { id: newId(), part: part.id, title: title.trim() || url, url: checked.url };
    this.options.store.apply({ kind: 'artifact-add', artifact });
    return undefined;
  }

  async replaceFile(part: EvidencePart, artifact: string, file: File): Promise<Refusal | undefined> {
    const judged = await this.#judge(part, file, 0);
    if ('code' in judged) return judged;
    this.#take(judged, file, () => this.options.store.apply({ kind: 'artifact-replace', artifact, file: judged }));
    return undefined;
  }

  async read(file: string): Promise<Blob | undefined> {
    return this.#inPage.get(file) ?? this.options.storage.getFile(file);
  }

  /** What the record and the device say of every file that the portfolio names. */
  async survey(record: DeviceRecord): Promise<void> {
    const { store, storage, draft } = this.options;
    const stored = new Set(await storage.storedFiles(draft.id));
    const { portfolio, files: before } = store.getState();
    const files: Record<string, FileStatus> = {};
    for (const { file } of portfolio.artifacts) {
      if (!file) continue;
      const known = before[file.id];
      const upload = record.uploads[file.id];
      // What came from another tab is perhaps still being stored there: its digest follows when it is.
      const unseen = this.#surveyed && !file.sha256 ? 'storing' : 'missing';
      const kept = stored.has(file.id) ? this.#keptHere : (known?.kept ?? unseen);
      if (upload?.checked) files[file.id] = { kept, upload: 'checked', sent: file.size };
      else if (known && (this.#uploads.has(file.id) || known.upload === 'failed')) files[file.id] = { ...known, kept };
      else files[file.id] = { kept, upload: upload?.arrived ? 'arrived' : 'none', sent: 0, problem: known?.problem };
    }
    this.#surveyed = true;
    store.set({ files });
    this.startUploads();
  }

  /** Queues every file that is here and has not arrived. Harmless to call at any time. */
  startUploads(): void {
    if (!this.options.uploader()) return;
    const { files, portfolio } = this.options.store.getState();
    for (const { file } of portfolio.artifacts) {
      const status = file && files[file.id];
      if (!status || status.upload === 'checked' || status.upload === 'failed') continue;
      if (status.kept !== 'missing' && status.kept !== 'storing') this.#uploads.add(file.id);
    }
  }

  retry(file: string): void {
    this.#status(file, { upload: 'none', problem: undefined });
    this.startUploads();
  }

  /** Works out the digest of every file that has none yet, such as one whose page was closed before it was done. */
  async measureAll(): Promise<void> {
    for (const { file } of this.options.store.getState().portfolio.artifacts) {
      if (!file || file.sha256) continue;
      const bytes = await this.read(file.id);
      if (bytes) await this.#measure(file, bytes);
    }
  }

  /** The line is back: what waits for something that can pass is taken up at once. */
  hurry(): void {
    this.#backoff.reset();
    this.#resume();
  }

  /** Stops what is under way. It goes on where it was when the draft is opened again. */
  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
    this.#unsubscribe();
    this.#uploads.close();
  }

  #later(atLeast?: number): void {
    if (this.#closed) return;
    this.#timer ??= setTimeout(() => this.#resume(), this.#backoff.next(atLeast));
  }

  #resume(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.startUploads();
    void this.measureAll().catch(() => undefined);
  }

  get #keptHere(): FileStatus['kept'] {
    return this.options.storage.kind === 'memory' ? 'memory' : 'stored';
  }

  #fileOf = (id: string): ArtifactFile | undefined =>
    this.options.store.getState().portfolio.artifacts.find(({ file }) => file?.id === id)?.file;

  /** Files come and go with artifacts: from another tab, by going back, by taking one out. */
  #look(): void {
    const { portfolio, files } = this.options.store.getState();
    if (portfolio.artifacts === this.#artifacts) return;
    this.#artifacts = portfolio.artifacts;
    const named = portfolio.artifacts.flatMap(({ file }) => (file ? [file.id] : []));
    this.#uploads.keepOnly(new Set(named));
    const isSettled = ({ kept }: FileStatus) => kept === 'stored' || kept === 'memory';
    const isNews = named.some(
      (id) => !files[id] || (!isSettled(files[id]) && !this.#inPage.has(id) && this.#fileOf(id)?.sha256),
    );
    if (isNews)
      void readRecord(this.options.draft)
        .then((record) => this.survey(record))
        .catch(() => undefined);
    else this.startUploads();
  }

  /** The file as it will stand in the portfolio, or why it is not taken. */
  async #judge(part: EvidencePart, file: File, adds: number): Promise<ArtifactFile | Refusal> {
    const head = new Uint8Array(await file.slice(0, sniffLength).arrayBuffer());
    const found = sniffKind(head, file.name, file.size);
    const accepted = acceptArtifact(part.artifacts, found, file.size);
    if (!accepted.ok) return { name: file.name, code: accepted.code, params: accepted.params };
    const full = this.#isFull(part, adds);
    return full ? { name: file.name, ...full } : { id: newId(), name: file.name, type: found.type, size: file.size };
  }

  #isFull(part: EvidencePart, adds: number): Pick<Refusal, 'code' | 'params'> | undefined {
    const { max } = part.artifacts;
    const have = this.options.store
      .getState()
      .portfolio.artifacts.filter((artifact) => artifact.part === part.id).length;
    return max !== undefined && have + adds > max ? { code: 'artifact.too-many', params: { most: max } } : undefined;
  }

  #take(about: ArtifactFile, bytes: Blob, apply: () => void): void {
    if (this.options.store.getState().readOnly) return;
    this.#inPage.set(about.id, bytes);
    this.#status(about.id, fresh);
    apply();
    void this.#keep(about, bytes);
  }

  async #keep(about: ArtifactFile, bytes: Blob): Promise<void> {
    const { storage, draft } = this.options;
    try {
      await storage.putFile(about.id, draft.id, bytes);
      this.#inPage.delete(about.id);
      this.#status(about.id, { kept: this.#keptHere });
    } catch (cause) {
      this.#status(about.id, {
        kept: 'memory',
        problem: cause instanceof StorageProblem ? cause : new StorageProblem('failed', cause),
      });
    }
    this.startUploads();
    await this.#measure(about, bytes);
  }

  async #measure(about: ArtifactFile, bytes: Blob): Promise<void> {
    let sha256: string | undefined;
    try {
      sha256 = await this.#digest(about, bytes);
    } catch {
      return this.#later();
    }
    if (!sha256) return;
    this.#backoff.reset();
    const { store } = this.options;
    const artifact = store.getState().portfolio.artifacts.find(({ file }) => file?.id === about.id && !file.sha256);
    if (artifact) store.apply({ kind: 'artifact-measure', artifact: artifact.id, file: about.id, facts: { sha256 } });
  }

  /** Nothing where the bytes turn out to be missing. Rejects with a ServiceProblem that passes. */
  #digest(about: ArtifactFile, bytes: Blob): Promise<string | undefined> {
    const known = about.sha256 ? Promise.resolve(about.sha256) : this.#digests.get(about.id);
    if (known) return known;
    const digest = this.options.hash(bytes).catch(async (cause: unknown) => {
      this.#digests.delete(about.id);
      // The bytes are here: it is the program for the digest that could not be loaded.
      if (await this.#isReadable(about.id)) throw notLoaded();
      // Such as those of a file that was moved since it was chosen.
      this.#status(about.id, { kept: 'missing', problem: new StorageProblem('failed', cause) });
      return undefined;
    });
    this.#digests.set(about.id, digest);
    return digest;
  }

  async #isReadable(id: string): Promise<boolean> {
    try {
      const first = await (await this.read(id))?.slice(0, 1).arrayBuffer();
      return first !== undefined;
    } catch {
      return false;
    }
  }

  #status(id: string, patch: Partial<FileStatus>): void {
    const { files } = this.options.store.getState();
    this.options.store.set({ files: { ...files, [id]: { ...fresh, ...files[id], ...patch } } });
  }
}

/** `team_minutes-2026.pdf` → `team minutes-2026`. */
const titleOf = (name: string): string =>
  name
    .replace(/\.[^.]+$/, '')
    .replaceAll('_', ' ')
    .trim() || name;
