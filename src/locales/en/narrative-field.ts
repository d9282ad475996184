import type { Format } from '../format.js';

/** What a text says as a form control, before its inside is loaded. */
export const en = (f: Format) => {
  const words = (count: number) => `${f.number(count)} ${f.plural(count, { one: 'word', other: 'words' })}`;
  return {
    missing: 'Please write this text.',
    tooShort: (count: number, min: number) =>
      `Please write at least ${words(min)}. There ${f.plural(count, { one: 'is', other: 'are' })} ${f.number(count)} now, ${f.number(min - count)} to go.`,
    tooLong: (count: number, max: number) =>
      `Please write ${words(max)} at most. There are ${f.number(count)} now, ${f.number(count - max)} too many.`,
    failed: 'This text could not be opened. Nothing is lost.',
    again: 'Try again',
  };
};

export type Messages = ReturnType<typeof en>;
