import type { RequirementSubject } from '../model/requirement.js';

/** Where the form can lead: what a requirement is about, an outcome as a whole, the beginning or the end. */
export type OpenSubject =
  RequirementSubject | { kind: 'start' } | { kind: 'outcome'; part: string; outcome: string } | { kind: 'finish' };

/** Asks the form to lead to a subject. Bubbles out of shadow roots; cancel it to lead elsewhere. */
export class RequirementOpenEvent extends Event {
  static readonly type = 'mc-requirement-open';
  constructor(readonly subject: OpenSubject) {
    super(RequirementOpenEvent.type, { bubbles: true, composed: true, cancelable: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'mc-requirement-open': RequirementOpenEvent;
  }
}
