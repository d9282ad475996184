/** Places as they are typed, and what is said of them. */
import { expect } from '@open-wc/testing';
import { locatorChip, locatorWords } from '../../src/elements/evidence-mapper/locator-words.js';
import { emptyRow, kindsFor, readRow, rowOf, type PlaceRow } from '../../src/elements/evidence-mapper/place-row.js';
import { createFormat } from '../../src/locales/format.js';
import { en } from '../../src/locales/en/evidence.js';
import type { Locator, LocatorKind } from '../../src/model/locator.js';
import type { Artifact } from '../../src/model/portfolio.js';

const say = en(createFormat('en'));

const artifact = (type: string, facts: Partial<NonNullable<Artifact['file']>> = {}): Artifact => ({
  id: 'a',
  part: 'p',
  title: 'It',
  file: { id: 'f', name: 'it', type, size: 10, ...facts },
});
const pdf = artifact('application/pdf', { pages: 12 });
const video = artifact('video/mp4', { duration: 90 });

const read = (text: string, kind: LocatorKind, of: Artifact = pdf, more: Partial<PlaceRow> = {}) =>
  readRow({ ...emptyRow(1, kind), text, ...more }, of, kindsFor(of, true));

describe('Places as they are typed', () => {
  it('reads several places from one field', () => {
    expect(read('p. 3, pp. 5–6', 'page').locators).to.deep.equal([
      { kind: 'page', page: 3 },
      { kind: 'page', page: 5, to: 6 },
    ]);
    expect(read('0:10 and 0:20-0:30', 'time', video).locators).to.deep.equal([
      { kind: 'time', start: 10 },
      { kind: 'time', start: 20, end: 30 },
    ]);
  });

  it('keeps what it understood and names the piece that it did not', () => {
    const reading = read('p. 3, 0', 'page');
    expect(reading.locators).to.deep.equal([{ kind: 'page', page: 3 }]);
    expect(reading.fault).to.deep.equal({ code: 'locator.zero', text: '0' });
    expect(read('p. 0', 'page').fault).to.deep.include({ code: 'locator.zero' });
  });

  it('says when a place is of a kind that the artifact does not have', () => {
    expect(read('1:02:03', 'page').fault).to.deep.equal({ code: 'wrong-kind', text: '1:02:03', kind: 'time' });
  });

  it('keeps a place beyond the end, and says so', () => {
    expect(read('p. 13', 'page')).to.deep.equal({
      locators: [{ kind: 'page', page: 13 }],
      fault: { code: 'out-of-range' },
    });
    expect(read('1:31', 'time', video).fault).to.deep.equal({ code: 'out-of-range' });
    expect(read('1:30', 'time', video).fault).to.equal(undefined);
  });

  it('understands printed page labels', () => {
    const report = artifact('application/pdf', { pages: 4, pageLabels: ['i', 'ii', '1', '2'] });
    expect(read('ii', 'page', report).locators).to.deep.equal([{ kind: 'page', page: 2, label: 'ii' }]);
    expect(read('p. 2', 'page', report).locators).to.deep.equal([{ kind: 'page', page: 4, label: '2' }]);
  });

  it('reads an area only when it is one', () => {
    expect(read('', 'region', pdf, { box: ['10', '20', '', ''] }).fault).to.deep.equal({ code: 'box-missing' });
    expect(read('', 'region', pdf, { box: ['90', '0', '20', '5'] }).fault).to.deep.equal({ code: 'out-of-range' });
    expect(read('', 'region', pdf, { box: ['10', '20', '30', '40,5'], page: '2' }).locators).to.deep.equal([
      { kind: 'region', xywh: [10, 20, 30, 40.5], page: 2 },
    ]);
  });

  it('leaves a locator as it is while nothing is typed, even where its row shows less', () => {
    const kept: Locator[] = [
      { kind: 'quote', exact: 'we agreed', prefix: 'and then ', suffix: ' to try', page: 2 },
      { kind: 'region', xywh: [33.333333, 0, 12.5, 100], page: 1 },
      { kind: 'page', page: 4, label: 'iv', to: 6 },
      { kind: 'whole' },
      { kind: 'other', text: 'second sheet' },
    ];
    for (const locator of kept)
      expect(readRow(rowOf(1, locator), pdf, kindsFor(pdf, true)).locators[0]).to.equal(locator);
  });

  it('offers what fits the artifact first, and the whole only where it counts as a place', () => {
    expect(kindsFor(pdf, true)).to.deep.equal(['page', 'region', 'quote', 'section', 'other']);
    expect(kindsFor(pdf, false)).to.include('whole');
    expect(kindsFor(artifact('application/pdf', { pages: 1 }), true)).to.include('whole');
    expect(kindsFor(video, true)[0]).to.equal('time');
    expect(kindsFor(artifact('image/png'), true)[0]).to.equal('whole');
    expect(kindsFor(artifact('text/csv'), true)).to.deep.equal(['other', 'whole']);
    expect(kindsFor({ id: 'l', part: 'p', title: '', url: 'https://example.org/' }, true)).to.include.members([
      'whole',
      'time',
    ]);
  });

  it('says in words what was understood', () => {
    const words = (locator: Locator) => locatorWords(locator, say);
    expect(words({ kind: 'page', page: 3 })).to.equal('page 3');
    expect(words({ kind: 'page', page: 5, to: 6 })).to.equal('pages 5 to 6');
    expect(words({ kind: 'page', page: 4, label: 'iv' })).to.equal('page iv, which is number 4 in the file');
    expect(words({ kind: 'time', start: 750, end: 840 })).to.equal('from 12:30 to 14:00');
    expect(words({ kind: 'slide', slide: 4 })).to.equal('slide 4');
    expect(words({ kind: 'quote', exact: 'we agreed', page: 2 })).to.equal('the words “we agreed” on page 2');
    expect(locatorChip({ kind: 'page', page: 5, to: 6 }, say)).to.equal('pp. 5–6');
    expect(locatorChip({ kind: 'whole' }, say)).to.equal('all of it');
    expect(locatorChip({ kind: 'region', xywh: [0, 0, 1, 1], page: 2 }, say)).to.equal('area of p. 2');
  });
});
