/** Asks the form to open a draft: a new one, or one that is on this device. */
export class DraftBeginEvent extends Event {
  static readonly type = 'mc-draft-begin';
  constructor(
    /** The draft to go on with; a new one without it. */
    readonly draft: string | undefined,
    /** A shared computer: a new draft is kept nowhere but in the page. */
    readonly memory: boolean,
  ) {
    super(DraftBeginEvent.type, { bubbles: true, composed: true });
  }
}

/** Asks the form to take in a saved draft file. */
export class DraftImportEvent extends Event {
  static readonly type = 'mc-draft-import';
  constructor(
    readonly file: File,
    /** As with DraftBeginEvent: keep it nowhere but in the page. */
    readonly memory: boolean,
  ) {
    super(DraftImportEvent.type, { bubbles: true, composed: true });
  }
}

/** Asks the form to leave the open draft and show what else there is. */
export class DraftLeaveEvent extends Event {
  static readonly type = 'mc-draft-leave';
  constructor() {
    super(DraftLeaveEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'mc-draft-begin': DraftBeginEvent;
    'mc-draft-import': DraftImportEvent;
    'mc-draft-leave': DraftLeaveEvent;
  }
}
