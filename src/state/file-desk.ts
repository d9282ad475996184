import { acceptArtifact, sniffKind, sniffLength, checkLink } from '../model/artifact-kind.js';
import type { EvidencePart } from '../model/credential.js';
import type { ArtifactFile } from '../model/portfolio.js';
import { exclusive } from './exclusive.js';
import { newId } from './ids.js';
import { ServiceProblem, StorageProblem, type DeviceRecord, type DraftStorage, type OpenDraft, type Uploader } from './ports.js';
import type { Refusal } from './services.js';
import type { FileStatus } from './state.js';
import type { LiveStore } from './store.js';

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
const together = 2;

/** Takes files in, keeps their bytes on this device, and sees them to the receiver. */
export class FileDesk {
  /** Bytes that the browser would not keep: they live in this page until they have arrived. */
  #inPage = new Map<string, Blob>();
  #queue: string[] = [];
  #running = new Set<string>();

  constructor(private readonly options: FileDeskOptions) {}

  async addFiles(part: EvidencePart, files: readonly File[]): Promise<Refusal[]> {
    const refusals: Refusal[] = [];
    for (const file of files) {
      const refusal = (await this.#refusal(part, file, 1)) ?? undefined;
      if (refusal) refusals.push(refusal);
      else {
        const about = await this.#describe(file);
        this.options.store.apply({ kind: 'artifact-add', artifact: { id: newId(), part: part.id, title: titleOf(file.name), file: about } });
        void this.#keep(about, file);
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
    const refusal = await this.#refusal(part, file, 0);
    if (refusal) return refusal;
    const about = await this.#describe(file);
    this.options.store.apply({ kind: 'artifact-replace', artifact, file: about });
    void this.#keep(about, file);
    return undefined;
  }

  async read(file: string): Promise<Blob | undefined> {
    return this.#inPage.get(file) ?? this.options.storage.getFile(file);
  }

  /** Brings bytes from elsewhere under a file id that the portfolio names already. */
  async takeIn(about: ArtifactFile, bytes: Blob): Promise<void> {
    await this.#keep(about, bytes);
  }

  /** What the record and the device say of every file that the portfolio names. */
  async survey(record: DeviceRecord): Promise<void> {
    const { store, storage, draft } = this.options;
    const stored = new Set(await storage.storedFiles(draft.id));
    const before = store.getState().files;
    const files: Record<string, FileStatus> = {};
    for (const { file } of store.getState().portfolio.artifacts) {
      if (!file) continue;
      const known = before[file.id];
      const upload = record.uploads[file.id];
      const kept = this.#inPage.has(file.id) ? 'memory' : stored.has(file.id) ? 'stored' : known?.kept === 'storing' ? 'storing' : 'missing';
      const running = this.#running.has(file.id) || known?.upload === 'failed';
      files[file.id] = running && known && !upload?.checked
        ? { ...known, kept }
        : { kept, upload: upload?.checked ? 'checked' : upload?.arrived ? 'arrived' : 'none', sent: upload?.checked ? file.size : 0 };
    }
    store.set({ files });
    this.startUploads();
  }

  /** Queues every file that is here and has not arrived. Harmless to call at any time. */
  startUploads(): void {
    if (!this.options.uploader()) return;
    const { files } = this.options.store.getState();
    for (const [id, status] of Object.entries(files)) {
      const waiting = status.upload === 'none' || status.upload === 'waiting' || status.upload === 'arrived';
      if (!waiting || status.kept === 'missing' || status.kept === 'storing') continue;
      if (this.#running.has(id) || this.#queue.includes(id)) continue;
      this.#queue.push(id);
      this.#status(id, { upload: 'waiting', problem: undefined });
    }
    this.#next();
  }

  retry(file: string): void {
    this.#status(file, { upload: 'none', problem: undefined });
    this.startUploads();
  }

  async #refusal(part: EvidencePart, file: File, adds: number): Promise<Refusal | undefined> {
    const found = await sniff(file);
    const accepted = acceptArtifact(part.artifacts, found, file.size);
    if (!accepted.ok) return { name: file.name, code: accepted.code, params: accepted.params };
    const full = this.#isFull(part, adds);
    return full && { name: file.name, ...full };
  }

  #isFull(part: EvidencePart, adds: number): Pick<Refusal, 'code' | 'params'> | undefined {
    const { max } = part.artifacts;
    const have = this.options.store.getState().portfolio.artifacts.filter((artifact) => artifact.part === part.id).length;
    return max !== undefined && have + adds > max ? { code: 'artifact.too-many', params: { most: max } } : undefined;
  }

  async #describe(file: File): Promise<ArtifactFile> {
    const { type } = await sniff(file);
    return { id: newId(), name: file.name, type, size: file.size };
  }

  async #keep(about: ArtifactFile, bytes: Blob): Promise<void> {
    const { storage, draft } = this.options;
    this.#status(about.id, { ...fresh, kept: storage.kind === 'memory' ? 'memory' : 'storing' });
    this.#inPage.set(about.id, bytes);
    try {
      await storage.putFile(about.id, draft.id, bytes);
      this.#inPage.delete(about.id);
      this.#status(about.id, { kept: storage.kind === 'memory' ? 'memory' : 'stored' });
    } catch (cause) {
      this.#status(about.id, { kept: 'memory', problem: cause instanceof StorageProblem ? cause : new StorageProblem('failed', cause) });
    }
    this.startUploads();
    await this.#measure(about, bytes);
  }

  async #measure(about: ArtifactFile, bytes: Blob): Promise<void> {
    if (about.sha256) return;
    const sha256 = await this.options.hash(bytes);
    const artifact = this.options.store.getState().portfolio.artifacts.find(({ file }) => file?.id === about.id);
    if (artifact) this.options.store.apply({ kind: 'artifact-measure', artifact: artifact.id, file: about.id, facts: { sha256 } });
  }

  /** The hash of every file that has none yet, such as one whose page was closed while it was being worked out. */
  async measureAll(): Promise<void> {
    for (const { file } of this.options.store.getState().portfolio.artifacts) {
      if (!file || file.sha256) continue;
      const bytes = await this.read(file.id);
      if (bytes) await this.#measure(file, bytes);
    }
  }

  #next(): void {
    while (this.#running.size < together) {
      const id = this.#queue.shift();
      if (id === undefined) return;
      this.#running.add(id);
      void exclusive(`upload.${id}`, () => this.#send(id)).finally(() => {
        this.#running.delete(id);
        this.#next();
      });
    }
  }

  async #send(id: string): Promise<void> {
    const { store, draft } = this.options;
    const uploader = await this.options.uploader();
    const artifact = store.getState().portfolio.artifacts.find(({ file }) => file?.id === id);
    const bytes = await this.read(id);
    if (!uploader || !artifact?.file || !bytes) return this.#status(id, { upload: 'none' });
    const { name, type, size } = artifact.file;
    const keep = (change: Partial<DeviceRecord['uploads'][string]>) =>
      draft.updateRecord((record) => {
        const known = record.uploads[id] ?? { url: '', size, arrived: false, checked: false };
        return { ...record, uploads: { ...record.uploads, [id]: { ...known, ...change } } };
      });
    // Another tab may have finished it while this one waited for its turn.
    const record = await draft.updateRecord((current) => current);
    const known = record.uploads[id];
    if (known?.checked) return this.#status(id, { upload: 'checked', sent: size });
    this.#status(id, { upload: 'sending' });
    try {
      await uploader.upload({
        id, bytes, name, type,
        from: known?.url || undefined,
        onUrl: (url) => void keep({ url }),
        onProgress: (sent, total) => {
          const step = sent >= total ? { upload: 'arrived' as const } : { upload: 'sending' as const };
          this.#status(id, { ...step, sent, problem: undefined });
        },
        onWaiting: (problem) => this.#status(id, { upload: 'waiting', problem }),
      }).done;
      await keep({ arrived: true, checked: true });
      this.#status(id, { upload: 'checked', sent: size, problem: undefined });
      if (this.#inPage.has(id)) this.#status(id, { kept: 'memory', problem: undefined });
    } catch (cause) {
      const problem = cause instanceof ServiceProblem ? cause : new ServiceProblem('server', false);
      this.#status(id, { upload: 'failed', problem });
    }
  }

  #status(id: string, patch: Partial<FileStatus>): void {
    const { files } = this.options.store.getState();
    this.options.store.set({ files: { ...files, [id]: { ...fresh, ...files[id], ...patch } } });
  }
}

async function sniff(file: File) {
  const head = new Uint8Array(await file.slice(0, sniffLength).arrayBuffer());
  return sniffKind(head, file.name, file.size);
}

/** `team_minutes-2026.pdf` → `team minutes-2026`. */
const titleOf = (name: string): string => name.replace(/\.[^.]+$/, '').replaceAll('_', ' ').trim() || name;
