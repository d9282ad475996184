/** The name of the rules by which words are counted here: docs/word-count.md, vectors in words.vectors.json. */
export const wordProfile = 'mc-words/1';

type Ranges = readonly (readonly [first: number, last: number])[];

/** The Unicode White_Space property, written out: engines' `\s` differs from it (U+0085, U+FEFF). */
const spaces: Ranges = [
  [0x09, 0x0d],
  [0x20, 0x20],
  [0x85, 0x85],
  [0xa0, 0xa0],
  [0x1680, 0x1680],
  [0x2000, 0x200a],
  [0x2028, 0x2029],
  [0x202f, 0x202f],
  [0x205f, 0x205f],
  [0x3000, 0x3000],
];

/** En dash and em dash. */
const dashes: Ranges = [[0x2013, 0x2014]];

/** Nothing is seen of these: soft hyphen, joiners, zero-width spaces, fillers, marks of direction, variation selectors. */
const invisible: Ranges = [
  [0xad, 0xad],
  [0x34f, 0x34f],
  [0x61c, 0x61c],
  [0x115f, 0x1160],
  [0x180b, 0x180f],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x206f],
  [0x3164, 0x3164],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
  [0xffa0, 0xffa0],
  [0xfff9, 0xfffb],
  [0xe0000, 0xe0fff],
];

/** Chinese, Japanese and Yi: letters, signs and full-width forms. Hangul is not here: Korean has spaces. */
const eastAsian: Ranges = [
  [0x2329, 0x232a],
  [0x2e80, 0x2fdf],
  [0x2ff0, 0x2fff],
  [0x3001, 0x312f],
  [0x3190, 0xa4cf],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe1f],
  [0xfe30, 0xfe6f],
  [0xff01, 0xff9f],
  [0xffe0, 0xffe6],
  [0x16fe0, 0x18dff],
  [0x1aff0, 0x1b2ff],
  [0x20000, 0x3ffff],
];

/** Thai (without the baht sign), Lao, Burmese with its neighbours, Khmer: letters and digits. */
const southEastAsian: Ranges = [
  [0xe01, 0xe3a],
  [0xe40, 0xe5b],
  [0xe81, 0xedf],
  [0x1000, 0x109f],
  [0x1780, 0x17e9],
  [0xa9e0, 0xa9fe],
  [0xaa60, 0xaa7f],
];

/** Vowel signs, tone marks and the like, which are written on a letter of the two tables above. */
const marks: Ranges = [
  [0xe31, 0xe31],
  [0xe34, 0xe3a],
  [0xe47, 0xe4e],
  [0xeb1, 0xeb1],
  [0xeb4, 0xebc],
  [0xec8, 0xece],
  [0x102b, 0x103e],
  [0x1056, 0x1059],
  [0x105e, 0x1060],
  [0x1062, 0x1064],
  [0x1067, 0x106d],
  [0x1071, 0x1074],
  [0x1082, 0x108d],
  [0x108f, 0x108f],
  [0x109a, 0x109d],
  [0x17b4, 0x17d3],
  [0x17dd, 0x17dd],
  [0x302a, 0x302f],
  [0x3099, 0x309a],
  [0xa9e5, 0xa9e5],
  [0xaa7b, 0xaa7d],
];

/** Burmese and Khmer signs that write the letter after them under the one before. */
const stackers: Ranges = [
  [0x1039, 0x1039],
  [0x17d2, 0x17d2],
];

/** What a code point does to the count. `part` is anything that no table names. */
const kinds = { part: 1, hyphen: 2, space: 3, dash: 4, invisible: 5, stacker: 6, mark: 7, letter: 8 } as const;

// The first table that names a code point decides.
const tables: readonly (readonly [kind: number, ranges: Ranges])[] = [
  [kinds.hyphen, [[0x2d, 0x2d]]],
  [kinds.space, spaces],
  [kinds.dash, dashes],
  [kinds.invisible, invisible],
  [kinds.stacker, stackers],
  [kinds.mark, marks],
  [kinds.letter, eastAsian],
  [kinds.letter, southEastAsian],
];

function lookUp(codePoint: number): number {
  for (const [kind, ranges] of tables) {
    for (const [first, last] of ranges) if (codePoint >= first && codePoint <= last) return kind;
  }
  return kinds.part;
}

/** Kinds found so far; 0 is not yet known. A text uses few code points, and counting runs at each keystroke. */
const known = new Uint8Array(0x10000);

function kindOf(codePoint: number): number {
  if (codePoint > 0xffff) return lookUp(codePoint);
  return known[codePoint] || (known[codePoint] = lookUp(codePoint));
}

/**
 * The number of words in a plain text by the profile `mc-words/1`: one pass over its code points, the same in every
 * engine. Paragraphs set apart by a line feed count as they do one by one.
 */
export function countWords(text: string): number {
  let words = 0;
  let inWord = false;
  let hyphens = 0;
  let stacked = false;
  for (let at = 0; at < text.length; at++) {
    const codePoint = text.codePointAt(at)!;
    if (codePoint > 0xffff) at++;
    const kind = kindOf(codePoint);
    if (kind === kinds.invisible || kind === kinds.mark) continue;
    if (kind === kinds.stacker) {
      stacked = true;
    } else if (kind === kinds.letter) {
      if (!stacked) words++;
      inWord = stacked = false;
      hyphens = 0;
    } else if (kind === kinds.space || kind === kinds.dash) {
      inWord = stacked = false;
      hyphens = 0;
    } else {
      // Two hyphens are a typewriter's dash: they end the word they stand in.
      if (!inWord || (hyphens > 1 && kind === kinds.part)) words++;
      inWord = true;
      stacked = false;
      hyphens = kind === kinds.hyphen ? hyphens + 1 : 0;
    }
  }
  return words;
}

/**
 * The number of characters in a plain text, for languages in which words are not written apart: what can be seen, in
 * code points of the composed form (NFC).
 */
export function countCharacters(text: string): number {
  const kind = (character: string) => kindOf(character.codePointAt(0)!);
  const visible = Array.from(text).filter((character) => kind(character) !== kinds.invisible);
  const composed = Array.from(visible.join('').normalize('NFC'));
  return composed.filter((character) => kind(character) !== kinds.space).length;
}
