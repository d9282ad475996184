import * as v from 'valibot';
import { Locator } from '../locator.js';
import type { Evidence } from '../portfolio.js';

/** `page=12`, from the fragment identifiers of PDF (RFC 8118). */
export const pdfFragments = 'http://tools.ietf.org/rfc/rfc8118';
/** `t=75,130` and `xywh=percent:10,20,30,40`, from W3C Media Fragments URI 1.0. */
export const mediaFragments = 'http://www.w3.org/TR/media-frags/';
/**
 * Ours, for places no standard names: `slide=4`, `slide=4,6`, `whole`, `other=…` (free words, percent-encoded as
 * UTF-8).
 */
export const ownFragments = 'urn:x-mc-portfolio:fragments:1';

/** The JSON-LD contexts of what is written here; `mc:locator` holds plain JSON. */
export const annotationContext = [
  'http://www.w3.org/ns/anno.jsonld',
  { mc: 'urn:x-mc-portfolio:', 'mc:locator': { '@id': 'mc:locator', '@type': '@json' } },
] as const;

/**
 * A selector of the Web Annotation Data Model. `mc:locator` is there where the standard form says less than the
 * locator does (a printed page label, the last page of several, fractions of a percent); programs that do not know
 * it still find the place.
 */
export type Selector = FragmentSelector | TextQuoteSelector;
export interface FragmentSelector {
  type: 'FragmentSelector';
  conformsTo?: string;
  value: string;
  refinedBy?: Selector;
  'mc:locator'?: Locator;
}
export interface TextQuoteSelector {
  type: 'TextQuoteSelector';
  exact: string;
  prefix?: string;
  suffix?: string;
  'mc:locator'?: Locator;
}

/**
 * A locator as a selector. `fromSelector` gives the same locator back, with fields this version does not know. A
 * selector that came from elsewhere and was kept in the locator is given back as it came.
 */
export function toSelector(locator: Locator): Selector {
  const kept = locator['selector'];
  if (isObject(kept) && same(fromSelector(kept), locator)) return kept as unknown as Selector;
  const standard = standardForm(locator);
  return same(readStandard(standard), locator) ? standard : { ...standard, 'mc:locator': locator };
}

/**
 * A selector as a locator. One that says more than a locator can, or that is not known here, is kept whole in the
 * field `selector`, so that `toSelector` gives it back; what cannot be read becomes `other`.
 */
export function fromSelector(selector: unknown): Locator {
  const own = isObject(selector) ? selector['mc:locator'] : undefined;
  // Another program may have changed the standard form and left ours: then the standard form counts.
  if (v.is(Locator, own) && same(toSelector(own), selector)) return own;
  const read = readStandard(selector);
  if (read !== undefined && same(standardForm(read), selector)) return read;
  return { ...(read ?? { kind: 'other', text: describe(selector) }), selector };
}

function standardForm(locator: Locator): Selector {
  switch (locator.kind) {
    case 'page':
      return pageFragment(locator.page);
    case 'time':
      return fragment(mediaFragments, `t=${timeRange(locator.start, locator.end)}`);
    case 'slide':
      return fragment(ownFragments, `slide=${locator.slide}${locator.to === undefined ? '' : `,${locator.to}`}`);
    case 'region':
      return onPage(locator.page, fragment(mediaFragments, `xywh=percent:${wholePercents(locator.xywh).join(',')}`));
    case 'quote':
      return onPage(locator.page, textQuote(locator.exact, locator.prefix, locator.suffix));
    case 'section':
      // Other programs find the words of the heading; only ours know that they head a section.
      return textQuote(locator.heading);
    case 'whole':
      return fragment(ownFragments, 'whole');
    case 'other':
      return fragment(ownFragments, `other=${encode(locator.text)}`);
  }
}

const fragment = (conformsTo: string, value: string): FragmentSelector => ({
  type: 'FragmentSelector',
  conformsTo,
  value,
});

const pageFragment = (page: number) => fragment(pdfFragments, `page=${page}`);

const onPage = (page: number | undefined, place: Selector): Selector =>
  page === undefined ? place : { ...pageFragment(page), refinedBy: place };

const textQuote = (exact: string, prefix?: string, suffix?: string): TextQuoteSelector => ({
  type: 'TextQuoteSelector',
  exact,
  ...(prefix === undefined ? {} : { prefix }),
  ...(suffix === undefined ? {} : { suffix }),
});

/** Media Fragments knows no exponents, and no range that is empty or runs backwards. */
function timeRange(start: number, end: number | undefined): string {
  const from = decimal(start);
  const to = decimal(end ?? start);
  return Number(to) > Number(from) ? `${from},${to}` : from;
}

function decimal(seconds: number): string {
  const shortest = String(seconds);
  return shortest.includes('e') ? seconds.toFixed(20).replace(/\.?0+$/, '') : shortest;
}

/** Media Fragments knows whole percents only: the smallest such rectangle around the region. */
function wholePercents([x, y, width, height]: readonly [number, number, number, number]): number[] {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  const side = (from: number, start: number, length: number) => Math.min(100, Math.ceil(start + length)) - from;
  return [left, top, side(left, x, width), side(top, y, height)];
}

const encode = (text: string) => encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'));

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** What the standard form alone says, without regard to `mc:locator`; undefined where no locator says it. */
function readStandard(selector: unknown): Locator | undefined {
  const read = isObject(selector) ? readKnown(selector) : undefined;
  // A page 0, a percentage over 100: kept as they came, not as a locator.
  return v.is(Locator, read) ? read : undefined;
}

function readKnown(selector: Record<string, unknown>): unknown {
  const { type, value, conformsTo, refinedBy, exact, prefix, suffix } = selector;
  if (type === 'TextQuoteSelector') {
    return {
      kind: 'quote',
      exact,
      ...(prefix === undefined ? {} : { prefix }),
      ...(suffix === undefined ? {} : { suffix }),
    };
  }
  if (type !== 'FragmentSelector' || typeof value !== 'string') return undefined;
  const outer = conformsTo === ownFragments ? readOwn(value) : readFragment(value);
  if (refinedBy === undefined || outer?.kind !== 'page') return outer;
  const inner = readStandard(refinedBy);
  const narrows = inner?.kind === 'region' || inner?.kind === 'quote';
  return narrows && inner.page === undefined ? { ...inner, page: outer.page } : outer;
}

function readOwn(value: string): Locator | undefined {
  if (value === 'whole') return { kind: 'whole' };
  const [, slide, to] = /^slide=(\d{1,15})(?:,(\d{1,15}))?$/.exec(value) ?? [];
  if (slide !== undefined) {
    return { kind: 'slide', slide: Number(slide), ...(to === undefined ? {} : { to: Number(to) }) };
  }
  const text = value.startsWith('other=') ? decode(value.slice('other='.length)) : undefined;
  return text === undefined ? undefined : { kind: 'other', text };
}

/** A fragment of PDF or media, with or without `#`. Parameters of display (`zoom`, `track`) say nothing about where. */
function readFragment(value: string): Locator | undefined {
  const parameter = (name: string) => {
    const found = value
      .replace(/^#/, '')
      .split('&')
      .find((pair) => pair.startsWith(`${name}=`));
    return found === undefined ? undefined : decode(found.slice(name.length + 1));
  };
  const page = /^\d{1,15}$/.exec(parameter('page') ?? '')?.[0];
  const xywh = /^percent:([\d.]+),([\d.]+),([\d.]+),([\d.]+)$/.exec(parameter('xywh') ?? '');
  if (xywh) {
    const [x, y, width, height] = xywh.slice(1).map(Number) as [number, number, number, number];
    return { kind: 'region', ...(page === undefined ? {} : { page: Number(page) }), xywh: [x, y, width, height] };
  }
  if (page !== undefined) return { kind: 'page', page: Number(page) };
  const [start, end, more] = (parameter('t') ?? '').replace(/^npt:/, '').split(',').map(readTime);
  if (more !== undefined || (start === undefined && end === undefined)) return undefined;
  return { kind: 'time', start: start ?? 0, ...(end === undefined ? {} : { end }) };
}

/** Normal play time: `75.5`, `1:15`, `0:01:15`. */
function readTime(text: string): number | undefined {
  const [, hours = '0', minutes = '0', seconds] =
    /^(?:(?:(\d{1,6}):)?(\d{1,2}):)?(\d{1,10}(?:\.\d*)?)$/.exec(text) ?? [];
  return seconds === undefined ? undefined : Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}

function describe(selector: unknown): string {
  if (!isObject(selector)) return typeof selector === 'string' ? selector : '';
  const { value, type } = selector;
  if (typeof value === 'string') return value;
  return typeof type === 'string' ? type : '';
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Equal as JSON: the order of fields does not matter, and an undefined field is none. */
function same(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((item, at) => same(item, other[at]));
  }
  if (!isObject(one) || !isObject(other)) return false;
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].every((name) => same(one[name], other[name]));
}

/** One place that shows a detail, for programs that read annotations. */
export interface EvidenceAnnotation {
  '@context': typeof annotationContext;
  id: string;
  type: 'Annotation';
  motivation: 'assessing';
  body: (
    | {
        type: 'TextualBody';
        value: string;
        format: 'text/plain';
        purpose: 'assessing' | 'commenting';
        language?: string;
      }
    | { type: 'SpecificResource'; source: string; purpose: 'classifying' }
  )[];
  /** The artifact itself where no place in it is named. */
  target: ({ id: string } | { type: 'SpecificResource'; source: string; selector: Selector })[];
}

/** Addresses that the world knows things by: annotations name everything by IRI. */
export interface AnnotationNames {
  annotation(pointer: string): string;
  detail(detail: string): string;
  /** The file the pointer was checked against, else the artifact's link. */
  source(artifact: string, file: string | undefined): string;
  /** The language of the explanation, where it is known. */
  language?: string | undefined;
}

/**
 * Evidence as Web Annotations, one for each pointer, in order: its body is the explanation, the pointer's note and
 * the detail; its targets are the places. Each locator is a target of its own, since several selectors of one target
 * would mean the same place.
 */
export function evidenceToAnnotations(evidence: Evidence, names: AnnotationNames): EvidenceAnnotation[] {
  const language = names.language === undefined ? {} : { language: names.language };
  const textual = (value: string | undefined, purpose: 'assessing' | 'commenting') =>
    value ? [{ type: 'TextualBody' as const, value, format: 'text/plain' as const, purpose, ...language }] : [];
  return evidence.pointers.map((pointer) => {
    const source = names.source(pointer.artifact, pointer.file);
    const places = pointer.locators.map((locator) => ({
      type: 'SpecificResource' as const,
      source,
      selector: toSelector(locator),
    }));
    return {
      '@context': annotationContext,
      id: names.annotation(pointer.id),
      type: 'Annotation',
      motivation: 'assessing',
      body: [
        ...textual(evidence.explanation, 'assessing'),
        ...textual(pointer.note, 'commenting'),
        { type: 'SpecificResource', source: names.detail(evidence.detail), purpose: 'classifying' },
      ],
      target: places.length === 0 ? [{ id: source }] : places,
    };
  });
}
