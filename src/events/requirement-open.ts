import type { RequirementSubject } from '../model/requirement.js';

/** Asks the form to lead to what a requirement is about. Bubbles out of shadow roots; cancel it to lead elsewhere. */
export class RequirementOpenEvent extends Event {
  static readonly type = 'mc-requirement-open';
  constructor(readonly subject: RequirementSubject) {
    super(RequirementOpenEvent.type, { bubbles: true, composed: true, cancelable: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'mc-requirement-open': RequirementOpenEvent;
  }
}
