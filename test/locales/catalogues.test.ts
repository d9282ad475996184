/**
 * Every message of every area, in every language there is: none missing, none left in English, none that swallows or
 * garbles what is put into it. Messages that take arguments are called with samples found by the arguments' names.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as areas from '../../src/locales/areas.js';
import { createFormat } from '../../src/locales/format.js';
import type { Area } from '../../src/locales/locale.js';
import { pseudo, pseudoLanguage, pseudoText, usePseudoLanguage } from '../../src/locales/pseudo.js';

const counts = [0, 1, 2, 7, 1204];
const maybe = [undefined, 1, 1204];
const params = {
  words: 1204,
  min: 2000,
  max: 900,
  have: 1,
  need: 3,
  most: 2,
  size: 3e9,
  count: 2,
  field: 'email',
  kind: 'video',
  accepts: 'pdf,link',
  title: 'Wochenplan',
  type: 'x/y',
};
const none = {
  words: 0,
  min: 1,
  have: 0,
  need: 1,
  most: 1,
  max: 5,
  size: 9,
  count: 1,
  field: 'name',
  kind: 'link',
  type: 'inode/directory',
};
const people = [undefined, 'Zweckverband'];

/** What may be given for an argument of this name. */
const samples: Record<string, readonly unknown[]> = {
  ago: ['vorgestern'],
  address: ['a@example.org'],
  affiliate: people,
  ...each(
    [
      'all',
      'answered',
      'arrived',
      'asked',
      'count',
      'details',
      'done',
      'entries',
      'files',
      'has',
      'have',
      'hours',
      'kept',
      'need',
      'number',
      'of',
      'page',
      'pages',
      'part',
      'place',
      'score',
      'slide',
      'status',
      'toGo',
      'tooMany',
      'days',
      'line',
      'column',
      'percent',
      'bytes',
      'amount',
    ],
    counts,
  ),
  ...each(
    [
      'code',
      'criterion',
      'heading',
      'issuer',
      'label',
      'length',
      'name',
      'profile',
      'question',
      'text',
      'time',
      'title',
      'version',
      'what',
      'words',
    ],
    ['Wochenplan'],
  ),
  ...each(['codes', 'groupNames', 'kinds', 'list', 'names', 'places', 'titles'], [['Alpha'], ['Alpha', 'Beta']]),
  ...each(['min', 'max', 'most'], maybe),
  ...each(['level', 'outcome', 'there', 'who'], people),
  at: ['2026-11-22T14:03:00Z'],
  currency: ['USD'],
  enough: [true, false],
  from: [2],
  groups: [
    [
      { title: 'Alpha', met: 1, all: 2 },
      { title: 'Beta', met: 1, all: 1 },
      { title: 'Gamma', met: 3, all: 3 },
    ],
  ],
  kind: ['pdf', undefined],
  lost: [
    { texts: 1, explanations: 2, marks: 1, confirmations: 1204 },
    { texts: 0, explanations: 0, marks: 0, confirmations: 1 },
  ],
  p: [params, none],
  params: [params, none],
  per: [undefined, 'year', 'credential'],
  questions: [true, false],
  reflection: [true, false],
  size: ['13 MB'],
  to: [undefined, 3],
  when: ['gestern'],
};

/** Where a name means something else than elsewhere. */
const own: Record<string, Record<string, readonly unknown[]>> = {
  'checklist.part': { name: people },
  'artifacts.range': { max: [undefined, 2000] },
  'evidence.kicker': { of: [7] },
  'evidence.said.labelled': { label: ['iv'] },
  'evidence.wrongKind': { kind: ['region'] },
  'form.fixNext': { place: ['Wochenplan'] },
  'form.next': { place: ['Wochenplan'] },
  'form.openContents': { place: ['Wochenplan'] },
  'form.removeText': { place: people },
  'narrativeField.tooLong': { max: [900], count: [1204] },
  'narrativeField.tooShort': { min: [2000], count: [0, 1, 1204] },
  'narrative.saidReached': { min: [1, 1204] },
  'narrative.least': { min: [1, 1204] },
  'narrative.leastTogether': { min: [1, 1204] },
  'narrative.most': { max: [1, 1204] },
  'evidence.said.pages': { to: [3] },
  'evidence.said.slides': { to: [3] },
  'evidence.said.stretch': { from: ['1:00'], to: ['2:00'] },
  'review.receipt.fileName': { number: ['R-17'] },
  'review.receipt.subject': { number: ['R-17'] },
  'review.announce.done': { number: ['R-17'] },
  'review.announce.packed': { number: ['R-17'] },
  'review.action.to': { who: ['Zweckverband'] },
  'revision.accepted': { to: ['2.1'] },
  'revision.limits': { min: counts },
  'revision.revised': { to: ['2.1'], from: ['2.0'] },
  'revision.title': { to: ['2.1'], from: ['2.0'] },
  'save.remote.synced': { when: ['gestern', undefined] },
  'start.audience': { who: [['Alpha', 'Beta']] },
};

/** One of something, in the plural. */
const onePlural =
  /(?<![\d,.])1 (words|files|details|texts|artifacts|places|hours|days|questions|criteria|points|things|fields|pages|palabras|archivos|detalles|textos|evidencias|lugares|horas|días|preguntas|criterios|puntos|cosas|datos|páginas)(?!\p{L})/u;

/** Where there is never one. */
const never = new Set(
  ['remedies.remedy', 'findings.line'].flatMap((at) => [`${at}.evidence.too-many`, `${at}.artifact.too-many`]),
);

/** Spanish that reads as the English does. */
const same = /^(PDF|video|p\. 3, pp\. 5–6)$/i;
/** Messages that only pass on what they are given. */
const passing = new Set([
  'evidence.forDetail',
  'evidence.understood',
  'form.by',
  'save.remote.name',
  'start.price',
  'versions.size',
]);

function each(names: string[], values: readonly unknown[]): Record<string, readonly unknown[]> {
  return Object.fromEntries(names.map((name) => [name, values]));
}

type Message = string | ((...args: unknown[]) => unknown);

/** Every message of an area by its path. */
function* messagesOf(value: unknown, path: string): Generator<[string, Message]> {
  if (typeof value === 'string' || typeof value === 'function') yield [path, value as Message];
  else for (const [key, one] of Object.entries(value as object)) yield* messagesOf(one, `${path}.${key}`);
}

/** Names of a function's arguments, by its source; a destructured one is called `p`. */
function argumentNames(message: Message): string[] {
  const [, list] =
    /^(?:function\s*\w*)?\(?([^=]*?)\)?\s*(?:=>|\{)/.exec(String(message).replace(/\{[^}]*\}(?=[,)])/, 'p')) ?? [];
  return (list ?? '')
    .split(',')
    .map((name) => name.trim().replace(/\d$/, ''))
    .filter(Boolean);
}

function callsOf(path: string, english: Message): unknown[][] {
  return argumentNames(english).reduce<unknown[][]>(
    (calls, name) => {
      const values = own[path]?.[name] ?? samples[name];
      assert.ok(values, `${path}: say in this test what may be given for "${name}"`);
      return calls.flatMap((call) => values.map((value) => [...call, value]));
    },
    [[]],
  );
}

const said = (message: Message, call: unknown[]) => (typeof message === 'string' ? message : message(...call));

/** What was put in and can be seen in the English words: `year` there is a word of its own. */
const seen = (call: readonly unknown[], english: string): string[] =>
  call
    .flatMap((value): unknown[] => (Array.isArray(value) ? value : [value]))
    .map((value) => (value === 1204 ? '1,204' : value))
    .filter(
      (value): value is string =>
        typeof value === 'string' && value.length > 1 && value !== 'year' && english.includes(value),
    );

async function inLanguage(area: Area<unknown>, language: string): Promise<unknown> {
  const load = area.others[language];
  assert.ok(load, `not in ${language}`);
  return (await load())(createFormat(language));
}

usePseudoLanguage();
const languages = ['es', pseudoLanguage];

for (const [name, area] of Object.entries(areas) as [string, Area<unknown>][]) {
  const english = [...messagesOf(area.en(createFormat('en')), name)];

  test(`${name}: every message says something, whatever it is given`, () => {
    assert.ok(english.length > 0);
    for (const [path, message] of english) {
      for (const call of callsOf(path, message)) {
        const words = said(message, call);
        assert.equal(typeof words, 'string', path);
        assert.doesNotMatch(words as string, /undefined|NaN|\[object|null/, `${path}(${JSON.stringify(call)})`);
        if (!never.has(path)) assert.doesNotMatch(words as string, onePlural, `${path}(${JSON.stringify(call)})`);
      }
    }
  });

  for (const language of languages) {
    test(`${name} in ${language}: complete, translated, and nothing that was put in is lost`, async () => {
      const theirs = [...messagesOf(await inLanguage(area, language), name)];
      assert.deepEqual(theirs.map(([path]) => path).sort(), english.map(([path]) => path).sort());
      const byPath = new Map(theirs);
      for (const [path, message] of english) {
        const other = byPath.get(path)!;
        assert.equal(typeof other, typeof message, path);
        for (const call of callsOf(path, message)) {
          const where = `${path}(${JSON.stringify(call)})`;
          const before = said(message, call) as string;
          const words = said(other, call) as string;
          assert.equal(typeof words, 'string', where);
          assert.doesNotMatch(words, /undefined|NaN|\[object|null/, where);
          if (!never.has(path)) assert.doesNotMatch(words, onePlural, where);
          assert.equal(words.trim() === '', before.trim() === '', `${where}: "${words}"`);
          assert.equal(words.trim(), words, `${where}: spaces at an end`);
          for (const part of seen(call, before))
            assert.ok(words.includes(part), `${where}: "${part}" is lost in "${words}"`);
          if (/\p{L}/u.test(before) && !same.test(before) && !passing.has(path))
            assert.notEqual(words, before, `${where} is English`);
        }
      }
    });
  }
}

test('why a file was not added is said in Spanish for every reason', async () => {
  const english = areas.artifacts.en(createFormat('en'));
  const spanish = (await areas.artifacts.others.es!())(createFormat('es'));
  const reasons = [
    'empty',
    'kind-refused',
    'kind-contradicts',
    'kind-unsafe',
    'kind-unknown',
    'too-large',
    'link-invalid',
    'too-many',
    'added-already',
  ];
  for (const reason of reasons) {
    for (const given of [params, none] as Record<string, string | number>[]) {
      const code = `artifact.${reason}`;
      assert.notEqual(english.why(code, given), english.why('unknown', given), code);
      assert.notEqual(spanish.why(code, given), spanish.why('unknown', given), code);
    }
  }
});

test('Spanish speaks of one and of many, and of a million', async () => {
  const form = (await areas.form.others.es!())(createFormat('es'));
  assert.equal(form.progress(1, 1), '1 de 1 detalle');
  assert.equal(form.progress(3, 15), '3 de 15 detalles');
  assert.equal(form.progress(0, 1_000_000), '0 de 1,000,000 detalles');
  assert.equal(form.copyMissing(1), '1 archivo no está en este dispositivo y por eso no está en la copia.');
  assert.equal(form.copyMissing(2), '2 archivos no están en este dispositivo y por eso no están en la copia.');
  const findings = (await areas.findings.others.es!())(createFormat('es'));
  assert.equal(findings.line['evidence.pointer-missing']!({ have: 1, need: 2 }), 'agregue 1 lugar más');
  assert.equal(findings.line['artifact.too-few']!({ have: 0, need: 2 }), 'agregue 2 evidencias');
  const narrative = (await areas.narrative.others.es!())(createFormat('es'));
  assert.equal(narrative.leadSingle(4, true, false), 'Una narrativa que responde a las cuatro preguntas');
  assert.equal(narrative.leadSingle(2, false, true), 'Una reflexión que trata ambos puntos');
  assert.equal(narrative.below(999, 1), '999 palabras · falta 1');
});

test('a row of the checklist is as short in Spanish as there is room for', async () => {
  const findings = (await areas.findings.others.es!())(createFormat('es'));
  for (const [code, line] of Object.entries(findings.line)) {
    for (const given of [params, none] as Record<string, string | number>[])
      assert.ok(line(given).length <= 45, `${code}: ${line(given)}`);
  }
});

test('the pseudo-language doubles, accents, brackets, and leaves what is put in alone', () => {
  assert.equal(pseudoText('Save a copy'), '[Šåṽé å çöþý Šåṽé å çöþý]');
  assert.equal(pseudoText('Next: Plan', ['Plan']), '[Ñéxţ: Plan Ñéxţ:]');
  assert.equal(pseudoText(''), '');
  const say = pseudo(areas.form.en(createFormat('en')));
  assert.equal(say.next('Agendas'), '[Ñéxţ: Agendas Ñéxţ:]');
  assert.match(say.progress(3, 15), /^\[3 öƒ 15 ðéţåîļš .*\]$/);
  assert.ok(say.places.finish.length > 2 * 'Check and hand in'.length);
});
