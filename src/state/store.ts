import { apply } from '../model/apply.js';
import type { Change, ChangeDraft } from '../model/change.js';
import { evaluate } from '../model/evaluate.js';
import { applicantGaps, type Facts } from '../model/facts.js';
import { memoByIdentity } from '../model/memo.js';
import type { Requirement } from '../model/requirement.js';
import { isEditable } from '../model/stage.js';
import { newId } from './ids.js';
import type { PortfolioState } from './state.js';

/** One portfolio, live. State goes out, changes come in; nothing else writes the portfolio. */
export interface PortfolioStore {
  getState(): PortfolioState;
  /** Called after every change of state, once a change, synchronously. */
  subscribe(listener: () => void): () => void;
  /** Applies changes at once and writes them to the journal. Does nothing while the state is read only. */
  apply(...drafts: ChangeDraft[]): Change[];
}

/** What the store cannot work out: everything but what follows from the rest. */
export type GivenState = Omit<PortfolioState, 'requirements' | 'readOnly'> & {
  readonly blocked?: 'newer-version' | 'removed' | undefined;
};

/** The store as its own collaborators see it: they set what they learn, and hear what this tab changed. */
export interface LiveStore extends PortfolioStore {
  set(patch: Partial<GivenState>): void;
  /** Drafts as changes of this device and moment. */
  stamp(drafts: readonly ChangeDraft[]): Change[];
  /** Called before the state changes: it is still the one that the changes are made to. */
  onApply(listener: (changes: readonly Change[]) => void): void;
}

/**
 * Makes a portfolio live. `device` and `now` go into each change.
 * @param given the state to begin with
 */
export function createPortfolioStore(given: GivenState, origin: { device: string; now: () => string }): LiveStore {
  let known = given;
  let state = derive(known, undefined);
  const listeners = new Set<() => void>();
  const hearers: ((changes: readonly Change[]) => void)[] = [];

  const set = (patch: Partial<GivenState>) => {
    known = { ...known, ...patch };
    state = derive(known, state.requirements);
    for (const listener of [...listeners]) listener();
  };

  const stamp = (drafts: readonly ChangeDraft[]) =>
    drafts.map((draft) => ({ ...draft, id: newId(), at: origin.now(), device: origin.device }) as Change);

  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    apply(...drafts) {
      if (state.readOnly || drafts.length === 0) return [];
      const changes = stamp(drafts);
      const portfolio = changes.reduce(apply, state.portfolio);
      for (const hear of hearers) hear(changes);
      set({ portfolio });
      return changes;
    },
    set,
    stamp,
    onApply: (listener) => void hearers.push(listener),
  };
}

function derive(given: GivenState, before: readonly Requirement[] | undefined): PortfolioState {
  const { blocked, ...rest } = given;
  const { state, problem } = given.remote;
  // Where nothing may be sent, files that have not arrived are not what is missing: handing in says what is.
  const sends = state !== 'none' && problem?.reason !== 'insecure';
  const facts = factsOf(given.files, sends, gapsOf(given.applicant, given.affiliate));
  const requirements = evaluate(given.credential, given.portfolio, facts);
  return {
    ...rest,
    requirements: sameItems(before, requirements) ? before : requirements,
    readOnly: readOnlyOf(given),
  };
}

const gapsOf = memoByIdentity(applicantGaps);

const factsOf = memoByIdentity((files: PortfolioState['files'], sends: boolean, gaps: readonly string[]): Facts => {
  const having = (is: (status: PortfolioState['files'][string]) => boolean) =>
    new Set(
      Object.entries(files)
        .filter(([, status]) => is(status))
        .map(([id]) => id),
    );
  return {
    stored: having(({ kept }) => kept !== 'missing'),
    arrived: sends ? having(({ upload }) => upload === 'checked') : undefined,
    applicantGaps: gaps,
  };
});

function readOnlyOf({ blocked, handIn, stage }: GivenState): PortfolioState['readOnly'] {
  if (blocked) return blocked;
  if (handIn.state === 'preparing' || handIn.state === 'sending' || handIn.state === 'waiting') return 'sending';
  return stage === 'handed-over' || !isEditable(stage) ? 'stage' : undefined;
}

const sameItems = <T>(before: readonly T[] | undefined, after: readonly T[]): before is readonly T[] =>
  before?.length === after.length && after.every((item, n) => item === before[n]);
