/** Uploaders for Node: one whose every byte is in the test's hand, and one that speaks tus to a real receiver. */
import { Upload as TusUpload } from 'tus-js-client';
import type { Access } from '../../../src/state/live-portfolio.js';
import { ServiceProblem, type Uploader } from '../../../src/state/ports.js';
import { sha256 } from '../../receiver/setup.js';

type Request = Parameters<Uploader['upload']>[0];

/** An upload that was asked for; it goes on as the test says. */
export interface Asked extends Request {
  paused: boolean;
  arrive(): void;
  fail(problem: ServiceProblem): void;
}

export function createHeldUploads(): { asked: Asked[]; uploader: () => Promise<Uploader> } {
  const asked: Asked[] = [];
  return {
    asked,
    uploader: async () => ({
      upload(request) {
        const one = { ...request, paused: false } as Asked;
        const done = new Promise<void>((resolve, reject) => Object.assign(one, { arrive: resolve, fail: reject }));
        asked.push(one);
        return { done, pause: () => (one.paused = true) };
      },
    }),
  };
}

/** By tus, in pieces of 64 kB, to a receiver; `stopAfter` bytes the line breaks for good. */
export const tusUploader =
  ({ stopAfter = Infinity } = {}) =>
  async ({ endpoint, portfolio, secret }: Access): Promise<Uploader> => ({
    upload(request) {
      let upload: TusUpload | undefined;
      const headers = { Authorization: `Bearer ${secret()}` };
      const send = async () => {
        const bytes = Buffer.from(await request.bytes.arrayBuffer());
        await new Promise<void>((resolve, reject) => {
          upload = new TusUpload(bytes, {
            ...(request.from ? { uploadUrl: request.from } : { endpoint: `${endpoint}/files/` }),
            headers,
            metadata: { filename: request.name, filetype: request.type, portfolio, file: request.id },
            chunkSize: 64 * 1024,
            retryDelays: null,
            onUploadUrlAvailable: () => upload?.url && request.onUrl(upload.url),
            onProgress: request.onProgress,
            onChunkComplete: (_size, accepted) => {
              if (accepted < stopAfter) return;
              void upload?.abort();
              reject(new ServiceProblem('unreachable', false));
            },
            onError: reject,
            onSuccess: () => resolve(),
          });
          upload.start();
        });
        const answer = await fetch(`${endpoint}/portfolios/${portfolio}/files/${request.id}`, { headers });
        const { sha256: theirs } = (await answer.json()) as { sha256?: string };
        if (theirs !== (request.sha256 ?? sha256(bytes))) throw new ServiceProblem('mismatch', false);
      };
      return { done: send(), pause: () => void upload?.abort() };
    },
  });
