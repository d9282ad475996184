import type { Change } from '../model/change.js';
import type { Portfolio } from '../model/portfolio.js';

/** The work changed, here or in another tab. `changes` are this tab's own, or empty. */
export class PortfolioChangedEvent extends Event {
  static readonly type = 'mc-portfolio-changed';
  constructor(
    readonly portfolio: Portfolio,
    readonly changes: readonly Change[],
  ) {
    super(PortfolioChangedEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'mc-portfolio-changed': PortfolioChangedEvent;
  }
}
