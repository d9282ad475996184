/** A small credential, a draft of it, and tabs that have it open. */
import { defaultPorts } from '../../../src/elements/portfolio/default-ports.js';
import type { Credential } from '../../../src/model/credential.js';
import { digestOf } from '../../../src/model/digest.js';
import { editPlainText, plainTextOf } from '../../../src/model/edit-plain-text.js';
import { parseCredential } from '../../../src/model/parse.js';
import { narrativeAt, type Portfolio } from '../../../src/model/portfolio.js';
import { blockText, type Block } from '../../../src/model/rich-text.js';
import { newDraft } from '../../../src/state/drafts.js';
import { openLivePortfolio, type LiveOptions, type LivePortfolio } from '../../../src/state/live-portfolio.js';
import type { DraftStorage, NewDraft } from '../../../src/state/ports.js';
import type { PortfolioState } from '../../../src/state/state.js';
import { hashBlob } from '../../../src/transport/hash.js';
import { part, strike, type Stroke } from '../../model/support/writing.js';

export const evidencePart = 'p-evidence';

const given = {
  format: 'mc-credential/1',
  id: 'https://example.org/small',
  version: '1',
  language: 'en',
  title: 'Small',
  overview: 'Shows how a small thing is done.',
  issuer: { name: 'An association' },
  outcomes: [
    {
      id: 'o1',
      code: '1',
      statement: 'Leads.',
      details: [{ id: 'd1', code: '1.a', statement: 'Listens.' }],
    },
  ],
  parts: [
    {
      kind: 'narrative',
      id: part,
      title: 'Overview',
      purpose: 'overview',
      layout: 'single',
      prompts: [{ id: 'q1', text: 'How?', kind: 'question' }],
    },
    {
      kind: 'evidence',
      id: evidencePart,
      title: 'Proof',
      artifacts: { kinds: ['pdf', 'text', 'image', 'link'], maxBytes: 50_000_000, max: 4 },
      evidence: { min: 1, locator: 'optional' },
    },
  ],
};

const parse = (input: unknown): Credential => {
  const parsed = parseCredential(input);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return parsed.value;
};

export const credential = parse(given);
export const digest = await digestOf(credential);
/** The issuer's second version: the detail is gone, another has come. */
export const secondVersion = parse({
  ...given,
  version: '2',
  outcomes: [{ id: 'o1', code: '1', statement: 'Leads.', details: [{ id: 'd2', code: '1.b', statement: 'Decides.' }] }],
});
export const secondDigest = await digestOf(secondVersion);

/** A new draft in a storage. */
export async function begin(
  storage: DraftStorage,
  over: (draft: NewDraft) => NewDraft = (draft) => draft,
): Promise<string> {
  const draft = over(newDraft(credential, digest, new Date().toISOString(), undefined));
  await storage.create(draft);
  return draft.summary.id;
}

/** Tabs that were opened, to be closed when the test is over. */
export class Tabs {
  #open = new Set<LivePortfolio>();

  async open(storage: DraftStorage, id: string, over: Partial<LiveOptions> = {}): Promise<LivePortfolio> {
    const live = await openLivePortfolio(id, {
      storage,
      memoryChosen: false,
      affiliate: undefined,
      offered: undefined,
      endpoint: undefined,
      service: undefined,
      uploader: undefined,
      packages: defaultPorts.packages,
      hash: hashBlob,
      now: () => new Date().toISOString(),
      ...over,
    });
    this.#open.add(live);
    return live;
  }

  /** The page is gone: what it had begun stays as it is. */
  kill(live: LivePortfolio): void {
    this.#open.delete(live);
    void live.close();
  }

  async close(): Promise<void> {
    await Promise.all([...this.#open].map((live) => live.close()));
    this.#open.clear();
  }
}

let tokens = 0;
/** A word unlike all others. */
export const newToken = (): string => `w${(tokens += 1)}x`;

/** Does one stroke of work in a tab; answers with the word that it left behind, if the state let it. */
export function work(live: LivePortfolio, stroke: Stroke): string | undefined {
  const token = newToken();
  const change = strike(live.store.getState().portfolio, stroke, token);
  if (!change) return undefined;
  const { id: _id, at: _at, device: _device, ...draft } = change;
  return live.store.apply(draft as Parameters<LivePortfolio['store']['apply']>[0]).length ? token : undefined;
}

/** Types a sentence at the end of the overview. */
export const write = (live: LivePortfolio): string => work(live, { what: 'insert', where: 0 })!;

/** Replaces the whole overview. */
export function writeText(live: LivePortfolio, text: string): void {
  const before = narrativeAt(live.store.getState().portfolio, { part });
  const edit = editPlainText(before, text, [], newToken);
  if (edit) live.store.apply({ kind: 'narrative', part, ...edit });
}

/** Everything that can be read anywhere in a portfolio: in its texts, or set aside. */
export function everything(portfolio: Portfolio): string {
  const aside = portfolio.setAside.map(({ content }) =>
    content.kind === 'block'
      ? blockText(content.block as Block)
      : content.kind === 'text'
        ? content.text
        : JSON.stringify(content),
  );
  return [
    ...portfolio.narratives.map(plainTextOf),
    ...portfolio.evidence.map(({ explanation }) => explanation),
    ...aside,
  ].join('\n');
}

export const text = (live: LivePortfolio): string =>
  plainTextOf(narrativeAt(live.store.getState().portfolio, { part }));

/** Looks until it is so. */
export async function until(condition: () => unknown, what: string, patience = 10_000): Promise<void> {
  const end = Date.now() + patience;
  while (!condition()) {
    if (Date.now() > end) throw new Error(`never: ${what}`);
    await pause(5);
  }
}

export const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Waits for a state of a tab. */
export const when = (live: LivePortfolio, is: (state: PortfolioState) => unknown, what: string): Promise<void> =>
  until(() => is(live.store.getState()), what);

/** What a person does to make the small credential complete. */
export async function complete(live: LivePortfolio): Promise<void> {
  writeText(live, 'We listen first, then we decide together.');
  live.services.setApplicant({ name: 'Jordan Sample', email: 'jordan@example.com' });
  await live.services.addFiles(evidencePart, [
    new File(['Minutes of a meeting, line by line.'], 'minutes.txt', { type: 'text/plain' }),
  ]);
  await when(live, ({ portfolio }) => portfolio.artifacts[0]?.file?.sha256, 'measured');
  live.store.apply(
    { kind: 'evidence-explain', evidence: 'e1', detail: 'd1', text: 'The minutes show it.' },
    {
      kind: 'pointer-put',
      evidence: 'e1',
      detail: 'd1',
      pointer: { id: 'n1', artifact: live.store.getState().portfolio.artifacts[0]!.id, locators: [] },
    },
  );
  await live.flush();
}
