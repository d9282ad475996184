import type { Stage } from '../model/stage.js';

/** The portfolio came to another stage: handed over, submitted, taken up again. */
export class StageChangedEvent extends Event {
  static readonly type = 'mc-stage-changed';
  constructor(
    readonly stage: Stage,
    readonly before: Stage,
  ) {
    super(StageChangedEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'mc-stage-changed': StageChangedEvent;
  }
}
