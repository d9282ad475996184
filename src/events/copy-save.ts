/** Asks the form to save a copy of the draft as a file. Cancel it to save the copy another way. */
export class CopySaveEvent extends Event {
  static readonly type = 'mc-copy-save';
  constructor() {
    super(CopySaveEvent.type, { bubbles: true, composed: true, cancelable: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'mc-copy-save': CopySaveEvent;
  }
}
