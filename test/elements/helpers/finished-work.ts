import { parseAffiliate, parseCredential } from '../../../src/model/parse.js';
import type { Credential } from '../../../src/model/credential.js';
import { digestOf } from '../../../src/model/digest.js';
import type { Portfolio } from '../../../src/model/portfolio.js';
import type { Receipt, Submission } from '../../../src/model/submission.js';
import type { LiveOptions } from '../../../src/state/live-portfolio.js';
import { ServiceProblem, type DraftStorage, type PortfolioService, type Uploader } from '../../../src/state/ports.js';
import { createMemoryStorage } from '../../../src/storage/memory.js';
import { generatedFiles, generatePortfolio } from '../../fixtures/generate.js';
import sampleAffiliate from '../../../demo/affiliates/prairie-state-principals.json' with { type: 'json' };
import sampleCredential from '../../../demo/credentials/collaborative-leadership.json' with { type: 'json' };
import { openForm, type OpenForm } from './form.js';

const parsed = parseCredential(sampleCredential);
const parsedAffiliate = parseAffiliate(sampleAffiliate);
if (!parsed.ok || !parsedAffiliate.ok) throw new Error('the samples cannot be read');
export const credential: Credential = parsed.value;
export const affiliate = parsedAffiliate.value;

/** Work on the sample in which nothing is missing but the person. */
export const finishedPortfolio = (): Portfolio =>
  generatePortfolio(credential, { words: 1000, artifacts: 3, pointersPerDetail: 1, complete: true });

/** Memory in which the bytes of the work's files are kept from the start. */
function storageWithFiles(portfolio: Portfolio): DraftStorage {
  const storage = createMemoryStorage();
  return {
    ...storage,
    async create(draft) {
      await storage.create(draft);
      for (const [id, { bytes, type }] of generatedFiles(portfolio)) {
        await storage.putFile(id, draft.summary.id, new Blob([bytes], { type }));
      }
    },
  };
}

/** A form in which everything but the person is there, or `change` was done to it. */
export async function openFinished({
  change = (portfolio) => portfolio,
  options = {},
  person = true,
}: {
  change?: (portfolio: Portfolio) => Portfolio;
  options?: Partial<LiveOptions>;
  /** Whether the fields about the person are filled in. */
  person?: boolean;
} = {}): Promise<OpenForm> {
  const portfolio = change(finishedPortfolio());
  const form = await openForm({ credential: sampleCredential, portfolio, affiliate, storage: storageWithFiles(portfolio), options });
  if (person) form.services.setApplicant({ name: 'Jordan Sample', email: 'jordan@example.com', fields: { role: 'Principal' } });
  return form;
}

/** An affiliate's end in memory: takes work in, gives receipts, and refuses or is away when told to. */
export class MemoryReceiver implements PortfolioService {
  readonly submissions = new Map<string, Submission>();
  answers = 0;
  problem: ServiceProblem | undefined;
  /** Cannot be reached at all. */
  away = false;
  /** Waited for before every answer to a hand-in. */
  gate: Promise<void> = Promise.resolve();
  #revision = 0;
  #portfolio: Portfolio | undefined;

  async create(portfolio: Portfolio) {
    this.#portfolio = portfolio;
    return { revision: this.#revision };
  }
  async read() {
    if (!this.#portfolio) throw new ServiceProblem('not-found', false);
    return { portfolio: this.#portfolio, revision: this.#revision };
  }
  async send(_id: string, revision: number, changes: readonly unknown[]) {
    if (this.away) throw new ServiceProblem('unreachable', true);
    this.#revision = revision + (changes.length ? 1 : 0);
    return { revision: this.#revision };
  }
  async submit(submission: Submission): Promise<Receipt> {
    this.answers += 1;
    await this.gate;
    if (this.problem) throw this.problem;
    this.submissions.set(submission.id, submission);
    return {
      number: `PSP-${1000 + this.submissions.size}`,
      submission: submission.id,
      at: '2026-11-22T14:03:00Z',
      digest: await digestOf(submission),
      files: submission.files,
    };
  }

  /** Takes every file, whole; `sent` of its bytes and no more where that is given. */
  uploader(sent?: number): Uploader {
    return {
      upload: ({ id, bytes, onUrl, onProgress }) => {
        onUrl(`memory:${id}`);
        onProgress(sent ?? bytes.size, bytes.size);
        return { pause: () => undefined, done: sent === undefined ? Promise.resolve() : new Promise(() => undefined) };
      },
    };
  }

  options(uploader = this.uploader()): Partial<LiveOptions> {
    return { endpoint: 'https://receiver.example.org/mc', service: async () => this, uploader: async () => uploader };
  }
}

/** Files that are saved by the browser's own download, caught at its door. */
export function catchDownloads(): { files: { name: string; blob: Promise<Blob> }[]; stop(): void } {
  const { click } = HTMLAnchorElement.prototype;
  const files: { name: string; blob: Promise<Blob> }[] = [];
  HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
    if (this.download) files.push({ name: this.download, blob: fetch(this.href).then((answer) => answer.blob()) });
    else click.call(this);
  };
  return { files, stop: () => void (HTMLAnchorElement.prototype.click = click) };
}
