import type { DetailedError, Upload as TusUpload } from 'tus-js-client';
import * as v from 'valibot';
import { Id, Sha256, WholeNumber } from '../model/base.js';
import { ServiceProblem, type Upload, type Uploader } from '../state/ports.js';
import { hashBlob } from './hash.js';
import { requestJson } from './request-json.js';
import { endpointAddress, noAnswer, problemOf } from './service-answer.js';

export interface TusUploaderOptions {
  /** Where the receiver is, such as `/mc`. Uploads go to `files/` below it. */
  endpoint: string;
  /** The portfolio that the files belong to. */
  portfolio: string;
  /** The access secret that the portfolio was created with. */
  secret(): string | undefined;
}

/** The tus client. Loaded when it is first used, or before. */
export const loadTus = () => import('tus-js-client');

type Request = Parameters<Uploader['upload']>[0];

/** Small enough for the limits that proxies set, large enough to cost few requests. */
const chunkSize = 8 * 1024 * 1024;
/** A connection on which nothing has moved for so many milliseconds is taken for dead. */
const silence = 60_000;
/** Waiting doubles from the first to the last, in milliseconds. */
const shortestWait = 1000;
const longestWait = 60_000;

/** What the receiver knows of a file. */
const Arrived = v.object({ id: Id, size: WholeNumber, arrived: v.boolean(), sha256: v.optional(Sha256) });

/**
 * Uploads by the tus protocol, which goes on where it stopped: after a lost connection, a closed lid, a reload. The
 * address of the upload is the caller's to keep (`onUrl`, `from`); nothing is put into the page's storage.
 */
export function createTusUploader(options: TusUploaderOptions): Uploader {
  return {
    upload(request): Upload {
      const pause = new AbortController();
      const done = new Promise<void>((resolve, reject) => {
        new Run(options, request, pause.signal).toTheEnd().then(resolve, (cause: unknown) => {
          // Paused: neither done nor failed.
          if (!pause.signal.aborted) reject(cause as Error);
        });
      });
      return { done, pause: () => pause.abort() };
    },
  };
}

/** One upload from here to its end, through as many connections as it takes. */
class Run {
  private url: string | undefined;
  /** Bytes that had arrived when the last connection ended: as long as there are more, waits stay short. */
  private arrived = 0;

  constructor(
    private readonly options: TusUploaderOptions,
    private readonly request: Request,
    private readonly paused: AbortSignal,
  ) {
    this.url = request.from;
  }

  async toTheEnd(): Promise<void> {
    if (await this.sendAndCheck()) return;
    // What arrived is not what is here, as when it was begun with other bytes: once more from the first byte.
    this.startAnew();
    if (!(await this.sendAndCheck())) throw new ServiceProblem('mismatch', false);
  }

  private async sendAndCheck(): Promise<boolean> {
    await this.insist(() => this.send());
    const ours = this.request.sha256 ?? hashBlob(this.request.bytes, this.paused);
    const [theirs, expected] = await Promise.all([this.insist(() => this.ask()), ours]);
    return theirs === expected;
  }

  private startAnew(): void {
    this.url = undefined;
    this.arrived = 0;
  }

  /** Tries until it is done, as long as what is in the way can pass. */
  private async insist<T>(attempt: () => Promise<T>): Promise<T> {
    for (let tries = 0; ; tries += 1) {
      this.paused.throwIfAborted();
      const before = this.arrived;
      try {
        return await attempt();
      } catch (cause) {
        this.paused.throwIfAborted();
        if (!(cause instanceof ServiceProblem) || !cause.passing) throw cause;
        if (this.arrived > before) tries = 0;
        this.request.onWaiting(cause);
        await waitFor(cause, tries, this.paused);
      }
    }
  }

  private async send(): Promise<void> {
    try {
      await this.connect();
    } catch (cause) {
      if (!(cause instanceof ServiceProblem && cause.reason === 'not-found' && this.url !== undefined)) throw cause;
      // The receiver has given up the unfinished upload.
      this.startAnew();
      await this.connect();
    }
  }

  /** One connection: sends what is missing. */
  private async connect(): Promise<void> {
    const { bytes, name, type, id, onUrl, onProgress } = this.request;
    const { portfolio } = this.options;
    const endpoint = endpointAddress(this.options.endpoint);
    const headers = { Authorization: `Bearer ${this.secret()}` };
    // Bytes that the browser has lost would look like a network that fails, for ever.
    await bytes.slice(0, 1).arrayBuffer();
    const { Upload: Tus } = await loadTus().catch((cause: unknown) => {
      throw noAnswer(cause);
    });
    await new Promise<void>((resolve, reject) => {
      let watch: ReturnType<typeof setTimeout>;
      const end = (settle: () => void) => {
        clearTimeout(watch);
        this.paused.removeEventListener('abort', onPause);
        settle();
      };
      const giveUp = (problem: unknown) => {
        end(() => reject(problem as Error));
        upload.abort().catch(() => undefined);
      };
      const onPause = () => giveUp(this.paused.reason);
      const moved = () => {
        clearTimeout(watch);
        watch = setTimeout(() => giveUp(new ServiceProblem('timeout', true)), silence);
      };
      const upload: TusUpload = new Tus(bytes, {
        // Asked to resume an upload while the receiver fails, the client would begin a new one if it knew where.
        ...(this.url === undefined ? { endpoint: `${endpoint}/files/` } : { uploadUrl: this.url }),
        headers,
        metadata: { filename: name, filetype: type, portfolio, file: id },
        chunkSize,
        retryDelays: null,
        storeFingerprintForResuming: false,
        fingerprint: () => Promise.resolve(null as unknown as string),
        onUploadUrlAvailable: () => {
          if (upload.url && upload.url !== this.url) onUrl(upload.url);
          this.url = upload.url ?? undefined;
        },
        onProgress: (sent, total) => {
          moved();
          onProgress(sent, total);
        },
        onChunkComplete: (_, accepted) => {
          this.arrived = accepted;
        },
        onError: (cause) => end(() => reject(problemOfTus(cause))),
        onSuccess: () => end(resolve),
      });
      this.paused.addEventListener('abort', onPause, { once: true });
      moved();
      upload.start();
    });
  }

  /** The receiver's SHA-256 of the whole file. */
  private async ask(): Promise<string> {
    const { endpoint, portfolio } = this.options;
    const path = ['portfolios', portfolio, 'files', this.request.id].map(encodeURIComponent).join('/');
    const url = `${endpointAddress(endpoint)}/${path}`;
    const answer = await requestJson(
      { method: 'GET', url, secret: this.secret(), signal: this.paused, timeout: 2 * silence },
      Arrived,
    );
    if (!answer.arrived || answer.sha256 === undefined) throw new ServiceProblem('server', true);
    return answer.sha256;
  }

  private secret(): string {
    const secret = this.options.secret();
    if (secret === undefined) throw new ServiceProblem('unauthorised', false);
    return secret;
  }
}

function problemOfTus(cause: Error | DetailedError): ServiceProblem {
  const response = 'originalResponse' in cause ? cause.originalResponse : null;
  if (!response) return noAnswer(cause);
  const answer = {
    status: response.getStatus(),
    header: (name: string) => response.getHeader(name),
    body: response.getBody(),
  };
  const problem = problemOf(answer);
  const about = problem.problem;
  // An upload that is gone may be told of in any form; one that lies elsewhere than was thought is asked for anew.
  if (answer.status === 404 || answer.status === 410) return new ServiceProblem('not-found', false, about);
  if (answer.status === 409 && problem.reason !== 'frozen') return new ServiceProblem('server', true, about);
  return problem;
}

/** Waits longer each time, never for all clients the same; shorter when the connection is back. */
async function waitFor(problem: ServiceProblem, tries: number, signal: AbortSignal): Promise<void> {
  const longest = Math.min(longestWait, shortestWait * 2 ** Math.min(tries, 10));
  const wait = Math.max((problem.retryAfter ?? 0) * 1000, longest / 2 + (Math.random() * longest) / 2);
  await new Promise<void>((resolve, reject) => {
    const end = (settle: () => void) => {
      clearTimeout(timer);
      globalThis.removeEventListener?.('online', onOnline);
      signal.removeEventListener('abort', onAbort);
      settle();
    };
    const onOnline = () => end(resolve);
    const onAbort = () => end(() => reject(signal.reason as Error));
    const timer = setTimeout(() => end(resolve), wait);
    globalThis.addEventListener?.('online', onOnline);
    signal.addEventListener('abort', onAbort);
  });
}
