import type { Change } from '../model/change.js';
import { evidenceFor, narrativeAt, type Portfolio } from '../model/portfolio.js';
import { blockText } from '../model/rich-text.js';
import { countBlock } from '../model/text-count.js';
import { countWords } from '../model/words.js';
import type { JournalWriter } from './journal-writer.js';
import type { OpenDraft, RestorePoint } from './ports.js';
import type { LiveStore } from './store.js';

const interval = 10 * 60_000;
/** A change that takes out more words than this can be taken back to where it was. */
const largeChange = 200;

/** Keeps earlier versions on this device: each ten minutes in which this tab changed something, and before large changes. */
export class RestorePoints {
  #changed = false;
  #timer: ReturnType<typeof setInterval>;

  constructor(
    private readonly options: { draft: OpenDraft; store: LiveStore; journal: JournalWriter; now: () => string },
  ) {
    const { store } = options;
    store.onApply((changes) => {
      this.#changed = true;
      const { portfolio } = store.getState();
      if (changes.some((change) => isLarge(portfolio, change)))
        void this.#keep('before-change', portfolio).catch(() => undefined);
    });
    this.#timer = setInterval(() => {
      if (!this.#changed) return;
      this.#changed = false;
      void this.keep('interval').catch(() => undefined);
    }, interval);
  }

  /** Keeps the work as it stands now. Rejects with a StorageProblem where it could not be kept. */
  async keep(why: RestorePoint['why']): Promise<void> {
    await this.options.journal.flush().catch(() => undefined);
    await this.#keep(why, this.options.store.getState().portfolio);
  }

  close(): void {
    clearInterval(this.#timer);
  }

  #keep(why: RestorePoint['why'], portfolio: Portfolio): Promise<void> {
    const { draft, journal, now } = this.options;
    return draft.addRestorePoint(portfolio, now(), why, journal.keyOf(portfolio));
  }
}

/** Whether a change takes out many words, or a file whose bytes nothing else would name. */
export function isLarge(portfolio: Portfolio, change: Change): boolean {
  if (change.kind === 'artifact-remove' || change.kind === 'artifact-replace') {
    return portfolio.artifacts.some(({ id, file }) => id === change.artifact && file !== undefined);
  }
  if (change.kind === 'evidence-explain') {
    const before = evidenceFor(portfolio, change.detail)?.explanation ?? '';
    return (
      before.length - change.text.length > largeChange && countWords(before) - countWords(change.text) > largeChange
    );
  }
  if (change.kind !== 'narrative') return false;
  const after = new Map(change.put.map(({ block }) => [block.id, block]));
  const gone = new Set(change.remove);
  const touched = narrativeAt(portfolio, change)?.text.content.filter(({ id }) => after.has(id) || gone.has(id)) ?? [];
  const fresh = change.put.map(({ block }) => block);
  const lengthOf = (blocks: typeof fresh) => blocks.reduce((sum, block) => sum + blockText(block).length, 0);
  const wordsOf = (blocks: typeof fresh) => blocks.reduce((sum, block) => sum + countBlock(block), 0);
  // A keystroke is settled by length alone: no word has less than one character.
  return lengthOf(touched) - lengthOf(fresh) > largeChange && wordsOf(touched) - wordsOf(fresh) > largeChange;
}
