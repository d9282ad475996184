import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import * as v from 'valibot';
import { Locator } from '../../../src/model/locator.js';
import {
  evidenceToAnnotations,
  fromSelector,
  mediaFragments,
  ownFragments,
  pdfFragments,
  toSelector,
} from '../../../src/model/interop/web-annotation.js';
import { arbitraryLocator } from '../locator.arbitrary.js';

const sent = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

const standard: [Locator, object][] = [
  [
    { kind: 'page', page: 12 },
    { type: 'FragmentSelector', conformsTo: pdfFragments, value: 'page=12' },
  ],
  [
    { kind: 'time', start: 75, end: 130 },
    { type: 'FragmentSelector', conformsTo: mediaFragments, value: 't=75,130' },
  ],
  [
    { kind: 'time', start: 75.5 },
    { type: 'FragmentSelector', conformsTo: mediaFragments, value: 't=75.5' },
  ],
  [
    { kind: 'region', xywh: [10, 20, 30, 40] },
    { type: 'FragmentSelector', conformsTo: mediaFragments, value: 'xywh=percent:10,20,30,40' },
  ],
  [
    { kind: 'region', page: 3, xywh: [10, 20, 30, 40] },
    {
      type: 'FragmentSelector',
      conformsTo: pdfFragments,
      value: 'page=3',
      refinedBy: { type: 'FragmentSelector', conformsTo: mediaFragments, value: 'xywh=percent:10,20,30,40' },
    },
  ],
  [
    { kind: 'quote', exact: 'we agreed', prefix: 'that day ', page: 3 },
    {
      type: 'FragmentSelector',
      conformsTo: pdfFragments,
      value: 'page=3',
      refinedBy: { type: 'TextQuoteSelector', exact: 'we agreed', prefix: 'that day ' },
    },
  ],
  [
    { kind: 'slide', slide: 4, to: 6 },
    { type: 'FragmentSelector', conformsTo: ownFragments, value: 'slide=4,6' },
  ],
  [{ kind: 'whole' }, { type: 'FragmentSelector', conformsTo: ownFragments, value: 'whole' }],
  [
    { kind: 'other', text: 'near é & x' },
    { type: 'FragmentSelector', conformsTo: ownFragments, value: 'other=near%20%C3%A9%20%26%20x' },
  ],
];

test('what standards can say is said in their words, both ways', () => {
  for (const [locator, selector] of standard) {
    assert.deepEqual(toSelector(locator), selector);
    assert.deepEqual(fromSelector(selector), locator);
  }
});

test('what they cannot say stands beside what they can', () => {
  const labelled: Locator = { kind: 'page', page: 4, label: 'iv', to: 6 };
  assert.deepEqual(toSelector(labelled), {
    type: 'FragmentSelector',
    conformsTo: pdfFragments,
    value: 'page=4',
    'mc:locator': labelled,
  });
  const heading: Locator = { kind: 'section', heading: 'Next steps' };
  assert.deepEqual(toSelector(heading), { type: 'TextQuoteSelector', exact: 'Next steps', 'mc:locator': heading });
  // Whole percents, around the region.
  const region = toSelector({ kind: 'region', xywh: [10.4, 20, 30.4, 79.9999] });
  assert.equal(region.type === 'FragmentSelector' && region.value, 'xywh=percent:10,20,31,80');
});

test('every locator comes back from its selector, with what is not known here', () => {
  fc.assert(
    fc.property(arbitraryLocator, (locator) => {
      assert.deepEqual(fromSelector(sent(toSelector(locator))), locator);
    }),
    { numRuns: 2000 },
  );
});

test('fragments keep to the grammar of Media Fragments and RFC 8118', () => {
  const grammar =
    /^(page=[1-9]\d*|t=\d+(\.\d+)?(,\d+(\.\d+)?)?|xywh=percent:\d+,\d+,\d+,\d+|slide=.*|whole|other=[\x21-\x7e]*)$/;
  fc.assert(
    fc.property(arbitraryLocator, (locator) => {
      const selector = toSelector(locator);
      for (const part of [selector, 'refinedBy' in selector ? selector.refinedBy : undefined]) {
        if (part?.type !== 'FragmentSelector') continue;
        assert.match(part.value, grammar);
        const [x, y, width, height] = /percent:(.*)/.exec(part.value)?.[1]?.split(',').map(Number) ?? [0, 0, 0, 0];
        assert.ok(x! + width! <= 100 && y! + height! <= 100, part.value);
        const [start, end] = /^t=(.*),(.*)/.exec(part.value)?.slice(1).map(Number) ?? [0, 1];
        assert.ok(start! < end!, part.value);
      }
    }),
    { numRuns: 1000 },
  );
});

test('selectors of other programs are read', () => {
  const read = (selector: object, expected: object) => {
    const locator = fromSelector(selector);
    assert.deepEqual({ ...locator, selector: undefined }, { ...expected, selector: undefined });
    assert.deepEqual(toSelector(locator), selector);
  };
  const media = (value: string) => ({ type: 'FragmentSelector', conformsTo: mediaFragments, value });
  read(
    { type: 'FragmentSelector', value: 'page=10', conformsTo: 'http://tools.ietf.org/rfc/rfc3778' },
    { kind: 'page', page: 10 },
  );
  read(media('t=npt:1:15,0:02:00.5'), { kind: 'time', start: 75, end: 120.5 });
  read(media('t=,20'), { kind: 'time', start: 0, end: 20 });
  read(media('#t=5&track=audio'), { kind: 'time', start: 5 });
  read(media('page=3&zoom=50'), { kind: 'page', page: 3 });
  read(media('page=3&xywh=percent:1,2,3,4'), { kind: 'region', page: 3, xywh: [1, 2, 3, 4] });
  read({ type: 'TextQuoteSelector', exact: 'x', refinedBy: media('t=1') }, { kind: 'quote', exact: 'x' });
  for (const value of [
    'xywh=pixel:1,2,3,4',
    'xywh=percent:90,2,130,4',
    'page=0',
    'page=%zz',
    't=',
    't=1,2,3',
    'char=5',
  ]) {
    read(media(value), { kind: 'other', text: value });
  }
  read({ type: 'SvgSelector', value: '<svg/>' }, { kind: 'other', text: '<svg/>' });
  read({ type: 'TextPositionSelector', start: 1, end: 2 }, { kind: 'other', text: 'TextPositionSelector' });
});

test('where another program moved the place, its standard form counts', () => {
  const moved = { ...toSelector({ kind: 'page', page: 4, label: 'iv' }), value: 'page=5' };
  const locator = fromSelector(moved);
  assert.equal(locator.kind === 'page' && locator.page, 5);
  assert.equal('label' in locator, false);
  assert.deepEqual(toSelector(locator), moved);
});

test('any selector is read as some locator and given back as it came', () => {
  const nearly = fc
    .tuple(
      arbitraryLocator,
      fc.dictionary(fc.constantFrom('value', 'type', 'exact', 'refinedBy', 'mc:locator'), fc.jsonValue()),
    )
    .map(([locator, changes]) => sent({ ...toSelector(locator), ...changes }));
  fc.assert(
    fc.property(fc.oneof(nearly, fc.dictionary(fc.string(), fc.jsonValue()).map(sent)), (selector) => {
      const locator = fromSelector(selector);
      assert.ok(v.is(Locator, locator));
      assert.deepEqual(sent(toSelector(sent(locator))), selector);
    }),
    { numRuns: 1000 },
  );
});

test('evidence becomes one annotation for each pointer', () => {
  const annotations = evidenceToAnnotations(
    {
      id: 'e1',
      detail: 'd1',
      explanation: 'The agenda shows shared decisions.',
      pointers: [
        {
          id: 'p1',
          artifact: 'a1',
          file: 'f1',
          locators: [
            { kind: 'page', page: 2 },
            { kind: 'page', page: 5 },
          ],
          note: 'The votes',
        },
        { id: 'p2', artifact: 'a2', locators: [] },
      ],
    },
    {
      annotation: (pointer) => `urn:example:annotation:${pointer}`,
      detail: (detail) => `urn:example:detail:${detail}`,
      source: (artifact, file) => `urn:example:${artifact}:${file ?? 'link'}`,
      language: 'en',
    },
  );
  assert.deepEqual(
    annotations.map(({ id, type, motivation }) => [id, type, motivation]),
    [
      ['urn:example:annotation:p1', 'Annotation', 'assessing'],
      ['urn:example:annotation:p2', 'Annotation', 'assessing'],
    ],
  );
  assert.equal(annotations[0]?.['@context'][0], 'http://www.w3.org/ns/anno.jsonld');
  const text = { type: 'TextualBody', format: 'text/plain', language: 'en' };
  const detail = { type: 'SpecificResource', source: 'urn:example:detail:d1', purpose: 'classifying' };
  const explanation = { ...text, value: 'The agenda shows shared decisions.', purpose: 'assessing' };
  assert.deepEqual(annotations[0]?.body, [explanation, { ...text, value: 'The votes', purpose: 'commenting' }, detail]);
  assert.deepEqual(annotations[1]?.body, [explanation, detail]);
  assert.deepEqual(
    annotations[0]?.target.map((target) => ('id' in target ? target : [target.source, fromSelector(target.selector)])),
    [
      ['urn:example:a1:f1', { kind: 'page', page: 2 }],
      ['urn:example:a1:f1', { kind: 'page', page: 5 }],
    ],
  );
  assert.deepEqual(annotations[1]?.target, [{ id: 'urn:example:a2:link' }]);
});
