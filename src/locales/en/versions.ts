import type { Format } from '../format.js';

export const en = (f: Format) => ({
  lead: 'Your work as it was at these moments, kept on this device. Going back loses nothing: what you have now is kept as well.',
  loading: 'Looking for earlier versions…',
  empty:
    'There are no earlier versions yet. While you work, one is kept every ten minutes, and one before every large change.',
  failed: 'The earlier versions cannot be read just now.',
  tryAgain: 'Try again',
  closed: 'Your work cannot be changed now, so you cannot go back either.',
  list: 'Earlier versions',
  why: {
    interval: 'While you were working',
    'before-change': 'Before a large change',
    'before-import': 'Before a saved copy was opened',
    'before-revision': 'Before the revised credential was accepted',
    'handed-in': 'As you handed it in',
  },
  goBack: 'Go back to this',
  goBackTo: (when: string) => `Go back to this: ${when}`,
  confirm: {
    title: (when: string) => `Go back to ${when}?`,
    text: 'Your texts, artifacts, proofs and self-assessment become what they were then. The present version is kept as a restore point, so you can come back to it. What you have confirmed will have to be confirmed again.',
    yes: 'Go back',
    no: 'Stay with the present version',
  },
  restoring: 'Going back…',
  restoreFailed: 'It did not work, and nothing was changed. Try again.',
  restored: (when: string) => `Your work is as it was ${when}. The version before is kept among the earlier versions.`,
  size: (bytes: number) => f.bytes(bytes),
});

export type Messages = ReturnType<typeof en>;
