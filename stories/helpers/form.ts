/** Stories of one element inside a form: the real store and services over a storage in memory, as in the tests. */
import type { StoryContext } from '@storybook/web-components-vite';
import { render } from 'lit';
import { progressOf } from '../../src/model/requirement.js';
import type { LivePortfolio } from '../../src/state/live-portfolio.js';
import type { DraftStorage } from '../../src/state/ports.js';
import type { PortfolioState } from '../../src/state/state.js';
import { createMemoryStorage } from '../../src/storage/memory.js';
import { generateApplicant } from '../../test/fixtures/generate.js';
import {
  keepDraft,
  keepFiles,
  openLive,
  provideForm,
  type KeptWork,
  type LiveWork,
} from '../../test/fixtures/live-form.js';
import { affiliate, credential } from './work.js';

/** A device's storage that forgets: stories leave nothing in the browser of whoever reads them. */
export const deviceStorage = (): DraftStorage => ({ ...createMemoryStorage(), kind: 'device' });

/** The key of the drafts that stories open at once. */
export const hostKey = 'story';

type Context = Pick<StoryContext, 'id' | 'canvasElement' | 'globals'>;
interface Shown {
  key: string;
  value: unknown;
  end: () => unknown;
}
const shown = new WeakMap<Element, Shown>();

/** What a story works on lives as long as the story is shown: a control or a toolbar must not begin it anew. */
async function whileShown<T>(
  { id, canvasElement, globals }: Context,
  make: () => Promise<{ value: T; end: () => unknown }>,
): Promise<T> {
  const key = `${id}/${globals.language}`;
  const before = shown.get(canvasElement);
  if (before?.key === key && canvasElement.hasChildNodes()) return before.value as T;
  await before?.end();
  const made = await make();
  shown.set(canvasElement, { key, ...made });
  return made.value;
}

export interface FormWork extends Partial<LiveWork> {
  /** Keeps the bytes of the work's files too. */
  files?: boolean;
  /** Fills in the fields about the person. */
  person?: boolean;
  /** What has happened since it was opened. */
  then?: (live: LivePortfolio) => unknown;
}

/** A form around a story, opened on `work`; `context.loaded.form` is the live portfolio. */
export const inForm = (work: FormWork = {}) => ({
  loaders: [
    async (context: Context) =>
      whileShown(context, async () => {
        const form = await openWork(work);
        const host = document.createElement('div');
        provideForm(host, form, String(context.globals.language));
        return { value: { form, host }, end: () => form.close() };
      }),
  ],
  decorators: [
    (story: () => unknown, { loaded }: { loaded: Record<string, unknown> }): HTMLElement => {
      const host = loaded.host as HTMLElement;
      render(story(), host);
      return host;
    },
  ],
});

/** Opens work as a form would. */
export async function openWork({ files = true, person = false, then, ...work }: FormWork): Promise<LivePortfolio> {
  const storage = work.storage ?? deviceStorage();
  const { portfolio } = work;
  const live = await openLive({
    credential,
    affiliate,
    ...work,
    storage: portfolio && files ? withFiles(storage, portfolio) : storage,
  });
  if (person) {
    const { name, email, fields } = generateApplicant(live.store.getState().portfolio, affiliate);
    live.services.setApplicant({ name, email, fields });
  }
  await then?.(live);
  return live;
}

/** A storage for a whole form: drafts are laid into it, then it is altered; `context.loaded.storage` holds it. */
export const withStorage = (
  fill: (storage: DraftStorage) => unknown = () => undefined,
  alter: (storage: DraftStorage) => DraftStorage = (storage) => storage,
) => ({
  loaders: [
    async (context: Context) =>
      whileShown(context, async () => {
        const storage = deviceStorage();
        await fill(storage);
        return { value: { storage: alter(storage) }, end: () => undefined };
      }),
  ],
});

/** Lays a draft with its files into a storage, to be opened at once. */
export async function keepWork(storage: DraftStorage, work: Partial<KeptWork>): Promise<void> {
  const id = await keepDraft(storage, { credential, hostKey, ...work });
  if (work.portfolio) await keepFiles(storage, id, work.portfolio);
}

/** Resolves once the state is as awaited. */
export const until = ({ store }: LivePortfolio, is: (state: PortfolioState) => boolean): Promise<void> =>
  new Promise((resolve) => {
    if (is(store.getState())) return resolve();
    const stop = store.subscribe(() => {
      if (!is(store.getState())) return;
      stop();
      resolve();
    });
  });

function withFiles(storage: DraftStorage, portfolio: NonNullable<KeptWork['portfolio']>): DraftStorage {
  const { create } = storage;
  return {
    ...storage,
    async create(draft) {
      await create(draft);
      await keepFiles(storage, draft.summary.id, portfolio);
    },
  };
}

/** Hands the work in by the way there is, once nothing is missing. */
export async function handIn(live: LivePortfolio): Promise<void> {
  await until(live, ({ requirements }) => progressOf(requirements).ready);
  await live.services.handIn();
}
