import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import * as v from 'valibot';
import { checkLocator, innerPlaces, isSpecific, Locator } from '../../src/model/locator.js';
import { isLocatorFault, parseLocator, printLocator } from '../../src/model/locator-text.js';
import { arbitraryLocator, pageLocator, slideLocator, timeLocator } from './locator.arbitrary.js';

const parses = (text: string, expected: object, options = {}) =>
  assert.deepEqual(parseLocator(text, options), expected, text);
const page = (page: number, to?: number) => (to === undefined ? { kind: 'page', page } : { kind: 'page', page, to });
const time = (start: number, end?: number) =>
  end === undefined ? { kind: 'time', start } : { kind: 'time', start, end };
const slide = (slide: number, to?: number) =>
  to === undefined ? { kind: 'slide', slide } : { kind: 'slide', slide, to };

test('pages as people type them', () => {
  for (const text of ['p. 3', 'p.3', 'p3', 'P. 3', 'pg 3', 'page 3', 'Page 3 of 12', ' 3 ', 'p. 3-3'])
    parses(text, page(3));
  for (const text of [
    'pp. 3-5',
    'pp.3–5',
    'page 3 to 5',
    'p. 3 to p. 5',
    '3 - 5',
    'pages 3 through 5',
    '3…5',
    '3..5',
  ]) {
    parses(text, page(3, 5));
  }
});

test('times as people type them', () => {
  parses('12:30', time(750));
  parses('at 12:30', time(750));
  parses('1h02m', time(3720));
  parses('1 h 2 min 3 s', time(3723));
  parses('90 minutes', time(5400));
  parses('90:00', time(5400));
  parses('75s', time(75));
  parses('1:02:03,25', time(3723.25));
  parses('00:01:15-00:02:00', time(75, 120));
  parses('from 1:15 to 2:00', time(75, 120));
  parses('12:30 –', time(750));
});

test('slides as people type them', () => {
  parses('slide 4', slide(4));
  parses('Slides 4–6', slide(4, 6));
  parses('slide 4 of 20', slide(4));
  parses('slide 4 to slide 6', slide(4, 6));
});

test('a bare number is what is expected', () => {
  parses('75', page(75));
  parses('75', time(75), { expect: 'time' });
  parses('75-130', time(75, 130), { expect: 'time' });
  parses('4', slide(4), { expect: 'slide' });
  parses('4-6', slide(4, 6), { expect: 'slide' });
  parses('p. 4', page(4), { expect: 'time' });
  parses('0:04', time(4), { expect: 'page' });
});

test('printed labels resolve to places in the file', () => {
  const labels = ['i', 'ii', 'iii', 'iv', 'v', 'vi', '1', '2', '3', 'A-1', 'A-2', 'P1', ''];
  const labelled = (page: number, label: string, to?: number) => ({ kind: 'page', page, label, ...(to ? { to } : {}) });
  parses('pp. iv–vi', labelled(4, 'iv', 6), { labels });
  parses('p. IV', labelled(4, 'iv'), { labels });
  parses('iv', labelled(4, 'iv'), { labels });
  parses('p. 3', labelled(9, '3'), { labels });
  parses('3', labelled(9, '3'), { labels });
  parses('vi-2', labelled(6, 'vi', 8), { labels });
  parses('A-1', labelled(10, 'A-1'), { labels });
  parses('pp. A-1–A-2', labelled(10, 'A-1', 11), { labels });
  parses('P1', labelled(12, 'P1'), { labels });
  // No page is printed "5": the fifth of the file is meant.
  parses('p. 5', labelled(5, 'v'), { labels });
  parses('13', page(13), { labels });
  parses('p. iv (4–6)', labelled(4, 'iv', 6));
  parses('2', page(2), { labels: ['1', '2', '3'] });
});

test('each fault has its code', () => {
  const fault = (text: string, code: string, options = {}) => {
    const result = parseLocator(text, options);
    assert.ok(isLocatorFault(result), text);
    assert.equal(result.fault, code, text);
  };
  fault('', 'locator.empty');
  fault(' \n', 'locator.empty');
  for (const text of ['near the end', 'page', 'slide x', '12:75', '1:60:00', '1e5', '9'.repeat(20), '3 5', '-', 'p.']) {
    fault(text, 'locator.unreadable');
  }
  for (const text of ['pp. 5-3', '2:00-1:00', 'slides 6-4']) fault(text, 'locator.reversed');
  for (const text of ['p. 0', '0', 'slide 0', 'pp. 0-3', 'p. x (0)']) fault(text, 'locator.zero');
  for (const text of ['pp. 3, 5', '3, 5 and 7', '1:15; 2:00', 'slide 4 & slide 6']) fault(text, 'locator.several');
  assert.deepEqual(parseLocator('pp. 3–x'), { fault: 'locator.label-unknown', text: 'x' });
  fault('p. iv', 'locator.label-unknown');
  fault('iv', 'locator.label-unknown');
  fault('p. 9', 'locator.label-unknown', { labels: ['a', 'b'] });
  fault('pp. vi–iv', 'locator.reversed', { labels: ['iv', 'v', 'vi'] });
  fault('1', 'locator.label-ambiguous', { labels: ['x', '1', '1'] });
  fault('iv', 'locator.unreadable', { expect: 'time' });
});

test('what was printed is read back: pages, times, slides', () => {
  fc.assert(
    fc.property(fc.oneof(pageLocator, timeLocator, slideLocator), (locator) => {
      assert.deepEqual(parseLocator(printLocator(locator)), locator);
    }),
    { numRuns: 2000 },
  );
});

test('what was printed is read back where the file has labels', () => {
  const labels = fc.array(fc.constantFrom('i', 'ii', 'iii', '1', '2', '3', '4', 'A-1', 'B (2)', '', '5–6'), {
    minLength: 1,
  });
  fc.assert(
    fc.property(labels, fc.nat(), (labels, at) => {
      const label = labels[at % labels.length];
      const typed = parseLocator(label || '1', { labels });
      if (isLocatorFault(typed)) assert.equal(typed.fault, 'locator.label-ambiguous');
      else assert.deepEqual(parseLocator(printLocator(typed), { labels }), typed);
    }),
  );
});

test('quotes, headings and the whole are read back too', () => {
  for (const locator of [
    { kind: 'quote', exact: 'we “agreed” to meet' },
    { kind: 'quote', exact: 'two\nlines', page: 3 },
    { kind: 'section', heading: 'Next steps' },
    { kind: 'whole' },
  ] satisfies Locator[]) {
    assert.deepEqual(parseLocator(printLocator(locator)), locator);
  }
  assert.equal(printLocator({ kind: 'region', page: 2, xywh: [10, 20.5, 30, 33.3333] }), 'p. 2 [10 20.5 30 33.33 %]');
});

test('any text is read or refused, quickly', () => {
  const words = fc.array(
    fc.constantFrom('p.', 'pp', 'slide', '3', '12:30', 'iv', '-', '–', 'to', ',', '(', ')', '"', 'h', ' '),
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        words.map((list) => list.join(' ')),
      ),
      (text) => {
        const result = parseLocator(text, { labels: ['iv', 'v', '3'] });
        if (!isLocatorFault(result)) assert.ok(v.is(Locator, result), JSON.stringify(result));
      },
    ),
  );
  for (const piece of ['1-', 'p ', '1:', '"', '1h', ' ', '3,', '…']) {
    const result = parseLocator(`1${piece.repeat(100_000)}!`);
    assert.ok(isLocatorFault(result), piece);
  }
});

test('the schema keeps fields it does not know and refuses what is no place', () => {
  const kept = { kind: 'page', page: 2, colour: 'red' };
  assert.deepEqual(v.parse(Locator, kept), kept);
  for (const wrong of [
    { kind: 'page' },
    { kind: 'page', page: 0 },
    { kind: 'page', page: 1.5 },
    { kind: 'page', page: '3' },
    { kind: 'time', start: -1 },
    { kind: 'time', start: Infinity },
    { kind: 'time', start: NaN },
    { kind: 'region', xywh: [0, 0, 100] },
    { kind: 'region', xywh: [0, 0, 101, 5] },
    { kind: 'place' },
    {},
  ]) {
    assert.ok(!v.is(Locator, wrong), JSON.stringify(wrong));
  }
  fc.assert(fc.property(arbitraryLocator, (locator) => v.is(Locator, locator)));
});

test('places are checked against what is known of the file', () => {
  const out = ['evidence.locator-out-of-range'];
  const reversed = ['evidence.locator-reversed'];
  assert.deepEqual(checkLocator({ kind: 'page', page: 12 }, { pages: 12 }), []);
  assert.deepEqual(checkLocator({ kind: 'page', page: 13 }, { pages: 12 }), out);
  assert.deepEqual(checkLocator({ kind: 'page', page: 11, to: 13 }, { pages: 12 }), out);
  assert.deepEqual(checkLocator({ kind: 'page', page: 13 }, {}), []);
  assert.deepEqual(checkLocator({ kind: 'page', page: 5, to: 3 }, {}), reversed);
  assert.deepEqual(checkLocator({ kind: 'page', page: 15, to: 3 }, { pages: 12 }), [...reversed, ...out]);
  assert.deepEqual(checkLocator({ kind: 'quote', exact: 'x', page: 3 }, { pages: 2 }), out);
  assert.deepEqual(checkLocator({ kind: 'slide', slide: 4, to: 9 }, { slides: 8 }), out);
  assert.deepEqual(checkLocator({ kind: 'time', start: 60, end: 62 }, { duration: 61.4 }), []);
  assert.deepEqual(checkLocator({ kind: 'time', start: 60, end: 63 }, { duration: 61.4 }), out);
  assert.deepEqual(checkLocator({ kind: 'time', start: 60, end: 3 }, { duration: 90, pages: 1 }), reversed);
  assert.deepEqual(checkLocator({ kind: 'region', xywh: [100 / 3, 0, 200 / 3, 100] }, {}), []);
  assert.deepEqual(checkLocator({ kind: 'region', xywh: [50, 0, 51, 10] }, {}), out);
  assert.deepEqual(checkLocator({ kind: 'whole' }, { pages: 1, duration: 0 }), []);
});

test('the whole is a place only where there is one place', () => {
  const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  const pptx = 'application/vnd.openxmlformats-officedocument.presentationml.presentation';
  const whole: Locator = { kind: 'whole' };
  const other: Locator = { kind: 'other', text: 'the green box' };
  for (const locator of [whole, other]) {
    for (const type of ['application/pdf', 'video/mp4', 'audio/mpeg', 'text/plain', docx, pptx]) {
      assert.equal(isSpecific(locator, { type }), false, type);
    }
    assert.equal(isSpecific(locator, { type: 'application/pdf', pages: 2 }), false);
    assert.equal(isSpecific(locator, { type: 'image/tiff', pages: 2 }), false);
    assert.equal(isSpecific(locator, { type: 'application/pdf', pages: 1 }), true);
    for (const type of ['image/jpeg', 'IMAGE/PNG', 'application/zip', 'text/csv', '']) {
      assert.equal(isSpecific(locator, { type }), true, type);
    }
  }
  assert.equal(isSpecific({ kind: 'other', text: ' ' }, { type: 'image/png' }), false);
  assert.equal(isSpecific({ kind: 'quote', exact: ' ' }, { type: 'text/plain' }), false);
  assert.equal(isSpecific({ kind: 'section', heading: '' }, { type: docx }), false);
  assert.equal(isSpecific({ kind: 'region', xywh: [1, 1, 0, 5] }, { type: 'image/png' }), false);
  assert.equal(isSpecific({ kind: 'page', page: 3 }, { type: 'application/pdf' }), true);
});

test('a file offers the places it has', () => {
  assert.equal(innerPlaces('application/pdf')[0], 'page');
  assert.deepEqual(innerPlaces('video/quicktime; codecs="avc1"'), ['time']);
  assert.equal(innerPlaces('application/vnd.oasis.opendocument.presentation')[0], 'slide');
  assert.equal(innerPlaces('application/vnd.oasis.opendocument.text')[0], 'section');
  assert.deepEqual(innerPlaces('application/octet-stream'), []);
});
