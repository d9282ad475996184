/** Asks the form to say something to screen readers, in its one polite live region. */
export class AnnounceEvent extends Event {
  static readonly type = 'mc-announce';
  constructor(readonly words: string) {
    super(AnnounceEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'mc-announce': AnnounceEvent;
  }
}
