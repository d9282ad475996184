import type { ArtifactFile } from '../model/portfolio.js';
import { exclusive } from './exclusive.js';
import { ServiceProblem, type DeviceRecord, type OpenDraft, type Uploader } from './ports.js';
import { readRecord } from './record.js';
import type { FileStatus } from './state.js';

/** So many files travel at once. */
const together = 2;

/** Sends files to the receiver, a few at a time, each by one tab alone; where each goes on stands in the record. */
export class UploadQueue {
  #queue: string[] = [];
  #running = new Map<string, AbortController>();
  #closed = false;

  constructor(
    private readonly options: {
      draft: OpenDraft;
      uploader: () => Promise<Uploader> | undefined;
      /** What is to be sent, or nothing where it is not here any more. */
      bytesOf: (id: string) => Promise<{ file: ArtifactFile; bytes: Blob; sha256: string } | undefined>;
      statusOf: (id: string) => FileStatus | undefined;
      status: (id: string, patch: Partial<FileStatus>) => void;
      /** A file waits for what can pass: it is to be added again later. */
      onWaiting: (problem: ServiceProblem) => void;
    },
  ) {}

  has(id: string): boolean {
    return this.#running.has(id) || this.#queue.includes(id);
  }

  add(id: string): void {
    if (this.#closed || this.has(id)) return;
    this.#queue.push(id);
    this.options.status(id, { upload: 'waiting', problem: undefined });
    this.#next();
  }

  /** Leaves everything else: nobody is to wait for a file that was taken out. */
  keepOnly(named: ReadonlySet<string>): void {
    this.#queue = this.#queue.filter((id) => named.has(id));
    for (const [id, stop] of this.#running) if (!named.has(id)) stop.abort();
  }

  close(): void {
    this.#closed = true;
    this.keepOnly(new Set());
  }

  #next(): void {
    while (this.#running.size < together && !this.#closed) {
      const id = this.#queue.shift();
      if (id === undefined) return;
      const stop = new AbortController();
      this.#running.set(id, stop);
      void exclusive(`upload.${id}`, () => this.#send(id, stop.signal))
        .catch((cause: unknown) => {
          const problem = cause instanceof ServiceProblem ? cause : new ServiceProblem('server', false);
          this.options.status(id, { upload: problem.passing ? 'waiting' : 'failed', problem });
          if (problem.passing) this.options.onWaiting(problem);
        })
        .finally(() => {
          this.#running.delete(id);
          this.#next();
        });
    }
  }

  async #send(id: string, stop: AbortSignal): Promise<void> {
    const { draft, status, statusOf } = this.options;
    const uploader = await this.options.uploader();
    const found = await this.options.bytesOf(id);
    // Another tab may have finished it while this one waited for its turn.
    const known = (await readRecord(draft)).uploads[id];
    if (stop.aborted || !uploader || !found) return status(id, { upload: 'none' });
    const { file, bytes, sha256 } = found;
    const { name, type, size } = file;
    if (known?.checked) return status(id, { upload: 'checked', sent: size });
    const keep = (change: Partial<DeviceRecord['uploads'][string]>) =>
      draft.updateRecord((record) => {
        const before = record.uploads[id] ?? { url: '', size, arrived: false, checked: false };
        return { ...record, uploads: { ...record.uploads, [id]: { ...before, ...change } } };
      });
    status(id, { upload: 'sending' });
    const upload = uploader.upload({
      id,
      bytes,
      name,
      type,
      sha256,
      from: known?.url || undefined,
      // Where it cannot be kept, a reload sends it from the start.
      onUrl: (url) => void keep({ url }).catch(() => undefined),
      onProgress: (sent, total) => {
        // A connection that begins again counts from what had arrived: less than what had been sent.
        const most = Math.max(sent, statusOf(id)?.sent ?? 0);
        status(id, { upload: sent >= total ? 'arrived' : 'sending', sent: most, problem: undefined });
      },
      onWaiting: (problem) => status(id, { upload: 'waiting', problem }),
    });
    const stopped = new Promise<void>((resolve) => stop.addEventListener('abort', () => resolve()));
    await Promise.race([upload.done, stopped]);
    if (stop.aborted) {
      upload.pause();
      return status(id, { upload: 'none' });
    }
    await keep({ arrived: true, checked: true });
    status(id, { upload: 'checked', sent: size, problem: undefined });
  }
}
