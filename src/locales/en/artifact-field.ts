import type { Format } from '../format.js';

/** What the form control says before its inside has come: few words, since they load with the page. */
export const en = (f: Format) => ({
  partOf: (number: number, of: number) => `Part ${f.number(number)} of ${f.number(of)}`,
  title: 'Your artifacts',
  missing: (need: number) => (need > 1 ? `Add ${f.number(need)} artifacts at least.` : 'Add a file.'),
  loading: 'Loading…',
  failed: 'This part of the form could not be loaded. Your work is safe.',
  again: 'Try again',
});

export type Messages = ReturnType<typeof en>;
