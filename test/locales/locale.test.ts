import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createFormat } from '../../src/locales/format.js';
import { Locale, messagesIn, type Area } from '../../src/locales/locale.js';
import { packageMessages } from '../../src/locales/package.js';

/** An area in English and Spanish, whose Spanish comes, or fails, when the test says so. */
function area(): { area: Area<{ hello: string; count: string }>; come: () => void; fail: () => void } {
  let come = () => {};
  let fail = () => {};
  const loaded = new Promise<void>((resolve, reject) => {
    come = resolve;
    fail = () => reject(new Error('offline'));
  });
  const english: Area<{ hello: string; count: string }>['en'] = (f) => ({ hello: 'Hello', count: f.number(12345.5) });
  const others = {
    es: async () =>
      loaded.then(() => (f: Parameters<typeof english>[0]) => ({ hello: 'Hola', count: f.number(12345.5) })),
  };
  return { area: { en: english, others }, come, fail };
}
const soon = () => new Promise((resolve) => setTimeout(resolve));

test('English stands until the other language has come; everyone who asked is told once', async () => {
  const { area: greetings, come } = area();
  const locale = new Locale('es-ES');
  const told: string[] = [];
  const [one, two] = [() => told.push('one'), () => told.push('two')];
  for (const arrived of [one, two, one]) assert.equal(locale.words(greetings, arrived).say.hello, 'Hello');
  assert.equal(locale.words(greetings, one).format.language, 'en');
  assert.equal(locale.words(greetings, one).say.count, '12,345.5');
  come();
  await soon();
  assert.deepEqual(told, ['one', 'two']);
  const { say, format } = locale.words(greetings, one);
  assert.deepEqual([say.hello, say.count, format.language], ['Hola', '12.345,5', 'es-ES']);
  assert.equal(locale.words(greetings, one).say, say, 'the same object each time');
});

test('a language that cannot be loaded, or is not there, leaves English with English numbers', async () => {
  const { area: greetings, fail } = area();
  const locale = new Locale('es');
  let told = 0;
  locale.words(greetings, () => told++);
  fail();
  await soon();
  assert.deepEqual([told, locale.words(greetings, () => told++).say], [0, { hello: 'Hello', count: '12,345.5' }]);
  const french = new Locale('fr').words(greetings, () => told++);
  assert.deepEqual([french.say.count, french.format.language], ['12,345.5', 'en']);
});

test('two locales of two languages do not know of each other', async () => {
  const { area: greetings, come } = area();
  const [spanish, english] = [new Locale('es'), new Locale('en')];
  spanish.words(greetings, () => {});
  come();
  await soon();
  assert.equal(spanish.words(greetings, () => {}).say.hello, 'Hola');
  assert.equal(english.words(greetings, () => {}).say.hello, 'Hello');
});

test('direction by language and script', () => {
  const direction = (language: string) => new Locale(language).direction;
  assert.deepEqual(['ar', 'ar-EG', 'he', 'ur', 'az-Arab'].map(direction), Array(5).fill('rtl'));
  assert.deepEqual(['en', 'es', 'ar-Latn', 'az', 'arn'].map(direction), Array(5).fill('ltr'));
});

test('the words of a readable page are loaded in the language of its credential', async () => {
  assert.equal((await messagesIn(packageMessages, 'es-MX')).confirmed, 'Confirmado');
  assert.equal((await messagesIn(packageMessages, 'en')).confirmed, 'Confirmed');
  assert.equal((await messagesIn(packageMessages, 'fr')).confirmed, 'Confirmed');
});

test('numbers, sizes, dates, lists and money are written as each language writes them', () => {
  const [en, es, spain] = [createFormat('en'), createFormat('es'), createFormat('es-ES')];
  const now = Date.parse('2026-11-22T14:03:00Z');
  assert.equal(es.language, 'es-US');
  assert.deepEqual(
    [en, es, spain].map((f) => f.number(12345)),
    ['12,345', '12,345', '12.345'],
  );
  assert.deepEqual(
    [en, es, spain].map((f) => f.bytes(12_500_000)),
    ['12.5 MB', '12.5 MB', '12,5 MB'],
  );
  assert.deepEqual(
    [en, es].map((f) => f.bytes(52)),
    ['52 bytes', '52 bytes'],
  );
  assert.deepEqual(
    [en, es].map((f) => f.list(['a', 'b', 'i'])),
    ['a, b, and i', 'a, b e i'],
  );
  assert.deepEqual(
    [en, es].map((f) => f.ago('2026-11-19T14:03:00Z', now)),
    ['3 days ago', 'hace 3 días'],
  );
  assert.deepEqual(
    [en, es].map((f) => f.ago('2026-11-21T14:03:00Z', now)),
    ['yesterday', 'ayer'],
  );
  assert.deepEqual(
    [en, es].map((f) => f.currency(125, 'USD')),
    ['$125', '$125'],
  );
  assert.match(es.dateTime('2026-11-22T14:03:00Z'), /22 nov 2026/);
  assert.match(spain.dateTime('2026-11-22T14:03:00Z'), /22 nov 2026/);
});
