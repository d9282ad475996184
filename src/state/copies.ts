import type { Credential } from '../model/credential.js';
import type { Portfolio } from '../model/portfolio.js';
import { countPortfolio } from '../model/submit.js';
import type { FileDesk } from './file-desk.js';
import type { Packages } from './packages.js';
import type { DeviceRecord, OpenDraft } from './ports.js';
import type { PortfolioServices } from './services.js';
import type { PortfolioState } from './state.js';
import type { LiveStore } from './store.js';

const newWords = 500;
const newDays = 5;
const day = 24 * 60 * 60_000;

/** What of a portfolio a copy is measured by. */
export function sizeOf(credential: Credential, portfolio: Portfolio): { words: number; files: number } {
  return {
    words: countPortfolio(credential, portfolio).counts.reduce((sum, { words }) => sum + words, 0),
    files: portfolio.artifacts.filter(({ file }) => file).length,
  };
}

/** The last copy, as the state shows it. */
export const copyOf = (record: DeviceRecord): PortfolioState['copy'] =>
  record.copiedAt ? { at: record.copiedAt, ...(record.copied ?? { words: 0, files: 0 }) } : undefined;

/**
 * Whether the person should be asked to save a copy elsewhere: after 500 new words, a new file, or five days. Never
 * where the endpoint has the work, which is a second copy, nor for work that was handed in.
 * @param now this moment, in milliseconds
 */
export function copyIsDue(state: PortfolioState, now: number): boolean {
  const { credential, portfolio, copy, remote, stage } = state;
  const isElsewhere = remote.at !== undefined && remote.state !== 'stopped';
  if (isElsewhere || state.readOnly || stage !== 'draft') return false;
  const { words, files } = sizeOf(credential, portfolio);
  if (words - (copy?.words ?? 0) >= newWords || files > (copy?.files ?? 0)) return true;
  const since = copy?.at ?? state.createdAt;
  const isBegun = words > 0 || files > 0 || portfolio.evidence.length > 0;
  return isBegun && since !== undefined && now - Date.parse(since) >= newDays * day;
}

/** Making a copy of a draft as a file, and remembering that there is one. */
export function copyServices(given: {
  draft: OpenDraft;
  store: LiveStore;
  files: FileDesk;
  packages: () => Promise<Packages>;
  now: () => string;
}): Pick<PortfolioServices, 'makeCopy' | 'copied'> {
  const { draft, store, files, now } = given;
  return {
    async makeCopy() {
      const { credential, portfolio, applicant } = store.getState();
      const packages = await given.packages();
      const missing: string[] = [];
      const made = await packages.writeDraft({
        at: now(),
        credential,
        portfolio,
        applicant,
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
      const copied = sizeOf(credential, portfolio);
      const record = await draft.updateRecord((current) => ({ ...current, copiedAt: now(), copied }));
      store.set({ copy: copyOf(record) });
    },
  };
}
