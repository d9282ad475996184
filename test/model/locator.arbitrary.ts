import fc from 'fast-check';
import type { Locator } from '../../src/model/locator.js';

/** Locators of every kind, for property tests. */

const fromOne = fc.oneof(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 1e12 }));

/** A first and perhaps a last, in order and apart. */
const stretch = fc.tuple(fromOne, fc.option(fc.integer({ min: 1, max: 1000 })));
const label = fc
  .oneof(fc.constantFrom('iv', 'A-1', '12', 'Cover (1)', '3–4', 'p. 2'), fc.string({ unit: 'grapheme', maxLength: 60 }))
  .map((text) => text.trim())
  .filter((text) => text !== '');

export const pageLocator: fc.Arbitrary<Locator> = fc.tuple(stretch, fc.option(label)).map(([[page, more], label]) => ({
  kind: 'page',
  page,
  ...(label === null ? {} : { label }),
  ...(more === null ? {} : { to: page + more }),
}));

export const slideLocator: fc.Arbitrary<Locator> = stretch.map(([slide, more]) => ({
  kind: 'slide',
  slide,
  ...(more === null ? {} : { to: slide + more }),
}));

const seconds = fc.oneof(
  fc.nat({ max: 20_000 }),
  fc.double({ min: 0, max: 1e9, noNaN: true }),
  fc.double({ min: 0, max: 1, noNaN: true }),
);
export const timeLocator: fc.Arbitrary<Locator> = fc.tuple(seconds, fc.option(seconds)).map(([one, another]) => {
  if (another === null || one === another) return { kind: 'time', start: one };
  return { kind: 'time', start: Math.min(one, another), end: Math.max(one, another) };
});

const percent = fc.oneof(fc.integer({ min: 0, max: 100 }), fc.double({ min: 0, max: 100, noNaN: true }));
const text = fc.string({ unit: 'binary' });
const maybe = <K extends string, T>(key: K, value: fc.Arbitrary<T>) =>
  fc.option(value).map((found) => (found === null ? {} : { [key]: found }) as { [P in K]?: T });

/** A record as JSON gives it: with the prototype of every object. */
const plain = <T extends object>(fields: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
  fc.record<T>(fields, { noNullPrototype: true });

const join = (...parts: fc.Arbitrary<object>[]) =>
  fc.tuple(...parts).map((found) => Object.assign({}, ...found) as Locator);

/** Any locator, with a field that this version does not know now and then. */
export const arbitraryLocator: fc.Arbitrary<Locator> = fc
  .oneof(
    pageLocator,
    slideLocator,
    timeLocator,
    join(
      fc.constant({ kind: 'region' }),
      maybe('page', fromOne),
      plain({ xywh: fc.tuple(percent, percent, percent, percent) }),
    ),
    join(
      fc.constant({ kind: 'quote' }),
      plain({ exact: text }),
      maybe('prefix', text),
      maybe('suffix', text),
      maybe('page', fromOne),
    ),
    plain({ kind: fc.constant('section' as const), heading: text }),
    fc.constant<Locator>({ kind: 'whole' }),
    plain({ kind: fc.constant('other' as const), text }),
  )
  .chain((locator) =>
    fc.oneof(
      { weight: 4, arbitrary: fc.constant(locator) },
      text.map((later) => ({ ...locator, later })),
    ),
  );
