import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { countCharacters, countWords, wordProfile } from '../../src/model/words.js';

interface Vector {
  name: string;
  text: string;
  words: number;
  note?: string;
}
const published = JSON.parse(readFileSync(new URL('../../src/model/words.vectors.json', import.meta.url), 'utf8')) as {
  profile: string;
  vectors: Vector[];
};

test('every published vector agrees', () => {
  assert.equal(published.profile, wordProfile);
  assert.ok(published.vectors.length > 100);
  for (const { name, text, words } of published.vectors) assert.equal(countWords(text), words, name);
});

test('vectors have names of their own, and those that deviate say how', () => {
  const names = published.vectors.map((vector) => vector.name);
  assert.equal(new Set(names).size, names.length);
  for (const { name, note } of published.vectors) assert.match(note ?? 'LibreOffice', /LibreOffice/, name);
});

// Texts in which every rule has something to do.
const telling = fc.string({
  unit: fc.constantFrom(
    ...['a', 'b', '.', '-', '-', '–', '—', ' ', '\t', '\n', '\u00a0', '\u200b', '\u00ad', '\u200d', '\ufe0f', '\ufeff'],
    ...['我', 'か', '。', '𠀀', '가', 'ก', '\u0e31', 'ລ', 'ក', '\u17d2', 'မ', '\u1039', '\u3099', '🎉', '\ud800', '²'],
  ),
});
const anyText = fc.oneof(telling, fc.string({ unit: 'binary' }));

test('paragraphs set apart by a line feed add up', () => {
  fc.assert(
    fc.property(fc.array(anyText), (paragraphs) => {
      const sum = paragraphs.reduce((total, paragraph) => total + countWords(paragraph), 0);
      assert.equal(countWords(paragraphs.join('\n')), sum);
    }),
    { numRuns: 500 },
  );
});

test('what cannot be seen changes nothing, wherever it stands', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(telling, fc.constantFrom('\u200b', '\u00ad', '\u2060', '\u200e', '\ufeff'))),
      (pieces) => {
        const plain = pieces.map(([piece]) => piece).join('');
        const laced = pieces.map(([piece, unseen]) => piece + unseen).join('');
        assert.equal(countWords(laced), countWords(plain));
        assert.equal(countCharacters(laced), countCharacters(plain));
      },
    ),
  );
});

test('the same text counts the same, composed or decomposed', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      assert.equal(countWords(text.normalize('NFD')), countWords(text.normalize('NFC')));
    }),
    { numRuns: 500 },
  );
  // The whole of Unicode, one character at a time.
  for (let codePoint = 0; codePoint <= 0x10ffff; codePoint++) {
    const character = `a${String.fromCodePoint(codePoint)}b`;
    const decomposed = character.normalize('NFD');
    if (decomposed !== character) assert.equal(countWords(decomposed), countWords(character), codePoint.toString(16));
  }
});

test('a text has no more words than characters, and text in Latin letters has its tokens', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      assert.ok(countWords(text) <= countCharacters(text));
    }),
  );
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', 'Z', '7', ',', "'", '/', ' ', '\n') }), (text) => {
      assert.equal(countWords(text), text.match(/\S+/g)?.length ?? 0);
    }),
  );
});

test('a megabyte of anything is counted', () => {
  const megabyte = 1024 * 1024;
  assert.equal(countWords('a'.repeat(megabyte)), 1);
  assert.equal(countWords('-'.repeat(megabyte)), 1);
  assert.equal(countWords('—'.repeat(megabyte)), 0);
  assert.equal(countWords(' '.repeat(megabyte)), 0);
  assert.equal(countWords('\u200b'.repeat(megabyte)), 0);
  assert.equal(countWords('ก'.repeat(megabyte)), megabyte);
  assert.equal(countWords('--a'.repeat(megabyte / 4)), megabyte / 4 + 1);
  assert.equal(countWords('\ud83c'.repeat(megabyte)), 1);
});

test('each code point is read once: work grows with the text', () => {
  const reads = (text: string) => {
    let count = 0;
    const watched = {
      length: text.length,
      codePointAt(at: number) {
        count++;
        return text.codePointAt(at);
      },
    };
    countWords(watched as unknown as string);
    return count;
  };
  for (const piece of ['a', '-', '—', 'ก', 'a--', '我 ']) {
    assert.equal(reads(piece.repeat(2000)), 2 * reads(piece.repeat(1000)), piece);
  }
});

test('characters are code points that can be seen', () => {
  assert.equal(countCharacters('two words'), 8);
  assert.equal(countCharacters('我喜欢。𠀀'), 5);
  assert.equal(countCharacters('e\u0301'), 1);
  assert.equal(countCharacters('a\u200b \u00ad\tb'), 2);
  assert.equal(countCharacters(''), 0);
});
