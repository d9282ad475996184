import { parseAffiliate, parseCredential } from '../../../src/model/parse.js';
import type { Credential } from '../../../src/model/credential.js';
import type { Portfolio } from '../../../src/model/portfolio.js';
import type { LiveOptions } from '../../../src/state/live-portfolio.js';
import type { DraftStorage } from '../../../src/state/ports.js';
import { createMemoryStorage } from '../../../src/storage/memory.js';
import { generatePortfolio } from '../../fixtures/generate.js';
import { keepFiles } from '../../fixtures/live-form.js';
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
      await keepFiles(storage, draft.summary.id, portfolio);
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
  const form = await openForm({
    credential: sampleCredential,
    portfolio,
    affiliate,
    storage: storageWithFiles(portfolio),
    options,
  });
  if (person)
    form.services.setApplicant({ name: 'Jordan Sample', email: 'jordan@example.com', fields: { role: 'Principal' } });
  return form;
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
