import type { Change, ChangeDraft } from '../model/change.js';
import type { PortfolioState } from './state.js';

/** One portfolio, live. State goes out, changes come in; nothing else writes the portfolio. */
export interface PortfolioStore {
  getState(): PortfolioState;
  /** Called after every change of state, once a change, synchronously. */
  subscribe(listener: () => void): () => void;
  /** Applies changes at once and writes them to the journal. Does nothing while the state is read only. */
  apply(...drafts: ChangeDraft[]): Change[];
}
