/**
 * A language that nobody speaks, made from the English messages: every letter of ours accented, every text twice as
 * long and in brackets. Text without accents was never given to the locale; a bracket that is missing was cut off.
 * For tests and stories: nothing of the form imports it.
 */
import * as areas from './areas.js';
import type { Area } from './locale.js';

/** Its language tag. Numbers and dates are as in English. */
export const pseudoLanguage = 'en-XA';

const plain = 'AaBbCcDdEeFfGgHhIiJjKkLlMmNnOoPpRrSsTtUuVvWwYyZz';
const accented = 'ÅåƁƀÇçÐðÉéƑƒĜĝĤĥÎîĴĵĶķĻļṀṁÑñÖöÞþŔŕŠšŢţÛûṼṽŴŵÝýŽž';
const letters = new Map([...plain].map((letter, at) => [letter, [...accented][at] ?? letter]));

const accent = (text: string) => [...text].map((letter) => letters.get(letter) ?? letter).join('');

/** A text in the pseudo-language. What was put into it (`given`) stays as it is. */
export function pseudoText(text: string, given: readonly string[] = []): string {
  if (!text.trim()) return text;
  const kept = [...new Set(given)].filter((part) => part.trim()).sort((a, b) => b.length - a.length);
  const pieces = kept.length ? text.split(new RegExp(`(${kept.map(escaped).join('|')})`)) : [text];
  const whole = pieces.map((piece) => (kept.includes(piece) ? piece : accent(piece))).join('');
  const own = pieces.filter((piece) => !kept.includes(piece)).join(' ');
  return `[${whole} ${accent(own).trim()}]`;
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The words among the arguments of a message, in lists too. */
const wordsIn = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(wordsIn)
      : [];

/** Messages of one area in the pseudo-language: same shape, same functions. */
export function pseudo<M>(messages: M): M {
  const translate = (value: unknown): unknown => {
    if (typeof value === 'string') return pseudoText(value);
    if (Array.isArray(value)) return value.map(translate);
    if (typeof value === 'function') {
      return (...given: unknown[]) => {
        const said: unknown = value(...given);
        return typeof said === 'string' ? pseudoText(said, given.flatMap(wordsIn)) : said;
      };
    }
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, translate(each)]));
  };
  return translate(messages) as M;
}

/** Makes the pseudo-language known to the forms of this page. */
export function usePseudoLanguage(): void {
  for (const area of Object.values(areas) as Area<unknown>[]) {
    area.others[pseudoLanguage] = async () => (format) => pseudo(area.en(format));
  }
}
