import * as v from 'valibot';
import { Words } from './base.js';

const FromOne = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(Number.MAX_SAFE_INTEGER));
/** Seconds from the beginning. A thousand million is some thirty years: enough, and finite, as JSON needs. */
const Seconds = v.pipe(v.number(), v.minValue(0), v.maxValue(1e9));
const Percent = v.pipe(v.number(), v.minValue(0), v.maxValue(100));

/** A page by its place in the file, counted from 1. `label` is what is printed on it, `to` the last page of several. */
const PageLocator = v.looseObject({
  kind: v.literal('page'),
  page: FromOne,
  label: v.optional(Words),
  to: v.optional(FromOne),
});

/** A moment, or a stretch when `end` is given. */
const TimeLocator = v.looseObject({ kind: v.literal('time'), start: Seconds, end: v.optional(Seconds) });

const SlideLocator = v.looseObject({ kind: v.literal('slide'), slide: FromOne, to: v.optional(FromOne) });

/** A rectangle of an image or a page: left, top, width, height in percent of the whole. */
const RegionLocator = v.looseObject({
  kind: v.literal('region'),
  page: v.optional(FromOne),
  xywh: v.tuple([Percent, Percent, Percent, Percent]),
});

/** Words of the artifact, with those around them where they occur more than once. */
const QuoteLocator = v.looseObject({
  kind: v.literal('quote'),
  exact: v.string(),
  prefix: v.optional(v.string()),
  suffix: v.optional(v.string()),
  page: v.optional(FromOne),
});

const SectionLocator = v.looseObject({ kind: v.literal('section'), heading: v.string() });
const WholeLocator = v.looseObject({ kind: v.literal('whole') });
const OtherLocator = v.looseObject({ kind: v.literal('other'), text: v.string() });

/**
 * Where to look in an artifact. Rules over two fields (an end that is before its start, a rectangle that leaves the
 * picture) are `checkLocator`'s: half-made work must be able to be kept.
 */
export const Locator = v.variant('kind', [
  PageLocator,
  TimeLocator,
  SlideLocator,
  RegionLocator,
  QuoteLocator,
  SectionLocator,
  WholeLocator,
  OtherLocator,
]);
export type Locator = v.InferOutput<typeof Locator>;
export type LocatorKind = Locator['kind'];

/** What is known of a file's inside. What is not known is not checked. */
export interface LocatorFacts {
  pages?: number | undefined;
  /** Seconds. */
  duration?: number | undefined;
  slides?: number | undefined;
}

export type LocatorCode = 'evidence.locator-out-of-range' | 'evidence.locator-reversed';

/** Percentages come from divisions of pixels; a hair over the edge is still inside. */
const edge = 100 + 1e-6;

/** What is wrong with a locator, each code once: an end before its start, a place that the file does not have. */
export function checkLocator(locator: Locator, facts: LocatorFacts): LocatorCode[] {
  const codes: LocatorCode[] = [];
  const [from, to, last] = rangeOf(locator, facts);
  if (from !== undefined && to !== undefined && to < from) codes.push('evidence.locator-reversed');
  const beyond = last !== undefined && Math.max(from ?? 0, to ?? 0) > last;
  if (beyond || leavesPicture(locator)) codes.push('evidence.locator-out-of-range');
  return codes;
}

/** First and last place named, and the last that exists. */
function rangeOf(locator: Locator, facts: LocatorFacts): [number | undefined, number | undefined, number | undefined] {
  switch (locator.kind) {
    case 'page':
      return [locator.page, locator.to, facts.pages];
    case 'region':
    case 'quote':
      return [locator.page, undefined, facts.pages];
    case 'slide':
      return [locator.slide, locator.to, facts.slides];
    case 'time':
      // Players show whole seconds, so the last one may be named although the file ends within it.
      return [locator.start, locator.end, facts.duration === undefined ? undefined : Math.ceil(facts.duration)];
    default:
      return [undefined, undefined, undefined];
  }
}

function leavesPicture(locator: Locator): boolean {
  if (locator.kind !== 'region') return false;
  const [x, y, width, height] = locator.xywh;
  return x + width > edge || y + height > edge;
}

const textKinds: LocatorKind[] = ['section', 'quote'];

/**
 * Kinds of places inside a file of a media type, the most usual first; none where there is nothing to point at or it
 * is not known how (archives, spreadsheets, links). A word processor's file has no pages of its own: they depend on
 * the program that shows it.
 */
export function innerPlaces(type: string): LocatorKind[] {
  const media = type.toLowerCase().split(';')[0]?.trim() ?? '';
  if (media === 'application/pdf') return ['page', 'region', 'quote', 'section'];
  if (/^(video|audio)\//.test(media)) return ['time'];
  if (/^image\//.test(media)) return ['region'];
  if (/powerpoint|presentation|apple\.keynote/.test(media)) return ['slide', 'quote'];
  if (/spreadsheet|excel|csv/.test(media)) return [];
  if (/^text\/|wordprocessing|msword|opendocument\.text|apple\.pages|epub|rtf/.test(media)) return textKinds;
  return [];
}

/**
 * Whether a locator leads to a place, as a credential may require. `whole` and `other` do so only for a single page,
 * a single image, or a file without inner places; an empty quote, heading or rectangle leads nowhere.
 */
export function isSpecific(locator: Locator, file: { type: string; pages?: number | undefined }): boolean {
  switch (locator.kind) {
    case 'quote':
      return locator.exact.trim() !== '';
    case 'section':
      return locator.heading.trim() !== '';
    case 'region':
      return locator.xywh[2] > 0 && locator.xywh[3] > 0;
    case 'other':
      return locator.text.trim() !== '' && wholeIsOnePlace(file);
    case 'whole':
      return wholeIsOnePlace(file);
    default:
      return true;
  }
}

function wholeIsOnePlace(file: { type: string; pages?: number | undefined }): boolean {
  if (file.pages !== undefined) return file.pages === 1;
  const places = innerPlaces(file.type);
  return places.length === 0 || places[0] === 'region';
}
