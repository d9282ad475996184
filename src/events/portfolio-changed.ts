import type { Portfolio } from '../model/portfolio.js';

/** The work changed, here or in another tab. */
export class PortfolioChangedEvent extends Event {
  static readonly type = 'mc-portfolio-changed';
  constructor(readonly portfolio: Portfolio) {
    super(PortfolioChangedEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'mc-portfolio-changed': PortfolioChangedEvent;
  }
}
