import type { Locator } from './locator.js';

/**
 * Why a typed place was not understood:
 * - `locator.empty`: nothing was typed;
 * - `locator.unreadable`: it follows no notation known here;
 * - `locator.several`: more than one place, to be added one by one;
 * - `locator.reversed`: the end comes before the beginning;
 * - `locator.zero`: pages and slides are counted from 1;
 * - `locator.label-unknown`: no page of the file has this label, or the labels are not known;
 * - `locator.label-ambiguous`: more than one page has it.
 */
export type LocatorFaultCode =
  | 'locator.empty'
  | 'locator.unreadable'
  | 'locator.several'
  | 'locator.reversed'
  | 'locator.zero'
  | 'locator.label-unknown'
  | 'locator.label-ambiguous';

/** `text` is the piece that the code speaks of. */
export interface LocatorFault {
  fault: LocatorFaultCode;
  text: string;
}

export interface ParseLocatorOptions {
  /** The file's printed page labels, in the order of its pages. */
  labels?: readonly string[] | undefined;
  /** What a bare number means; a page when not given. */
  expect?: 'page' | 'time' | 'slide' | undefined;
}

export const isLocatorFault = (result: Locator | LocatorFault): result is LocatorFault => !('kind' in result);

/**
 * A locator in compact notation, free of any language's words but `p.` and `slide`: `p. 3`, `pp. 3–5`, `p. iv (4)`
 * where the label differs from the place in the file, `1:15–2:00`, `slide 4`, `p. 2 [10 20 30 40 %]`, `“a quote”`,
 * `§ Heading`, `*` for the whole.
 */
export function printLocator(locator: Locator): string {
  switch (locator.kind) {
    case 'page': {
      const index = span(String(locator.page), locator.to === undefined ? undefined : String(locator.to));
      if (locator.label !== undefined) return `p. ${locator.label} (${index})`;
      return locator.to === undefined ? `p. ${index}` : `pp. ${index}`;
    }
    case 'time':
      return span(printTime(locator.start), locator.end === undefined ? undefined : printTime(locator.end));
    case 'slide':
      return `slide ${span(String(locator.slide), locator.to === undefined ? undefined : String(locator.to))}`;
    case 'region':
      return `${onPage(locator.page)}[${locator.xywh.map((side) => Math.round(side * 100) / 100).join(' ')} %]`;
    case 'quote':
      return `${onPage(locator.page)}“${locator.exact}”`;
    case 'section':
      return `§ ${locator.heading}`;
    case 'whole':
      return '*';
    case 'other':
      return locator.text;
  }
}

const span = (from: string, to: string | undefined) => (to === undefined ? from : `${from}–${to}`);
const onPage = (page: number | undefined) => (page === undefined ? '' : `p. ${page} `);

/** `75.5` as `1:15.5`, `3723` as `1:02:03`: the fraction is kept digit by digit. */
function printTime(seconds: number): string {
  const [whole = '0', fraction] = String(seconds).split('.');
  if (whole.includes('e') || fraction?.includes('e')) return `${seconds}s`;
  const total = Number(whole);
  const two = (figure: number) => String(figure).padStart(2, '0');
  const hours = Math.floor(total / 3600);
  const minutes = Math.floor(total / 60) % 60;
  const clock = hours > 0 ? `${hours}:${two(minutes)}` : String(minutes);
  return `${clock}:${two(total % 60)}${fraction === undefined ? '' : `.${fraction}`}`;
}

/** Longer than anything that names a page or a time; quotes and headings may be longer. */
const longest = 200;

const pagePrefix = /^(?:pages?|pp?|pgs?)(?:\.\s*|\s+|(?=\d))/i;
const slidePrefix = /^(?:slides?|sl)(?:\.\s*|\s+|(?=\d))/i;
const timePrefix = /^(?:at|from|min(?:ute)?|time)\.?:?\s+/i;
const separator = /\s*[-‐‑‒–—−]\s*|\s+(?:to|through|until)\s+|\s*\.{2,}\s*|\s*…\s*/gi;

/**
 * What a person typed, as a locator. Understood: `p. 3`, `3`, `page 3 to 5`, `pp. 5-6`, `pp. iv–vi`, `p. iv (4)`,
 * `page 3 of 12`, `slide 4`, `12:30`, `1h02m`, `75s`, `00:01:15-00:02:00`, and what `printLocator` writes, but for
 * regions and free words. A number is taken as a printed label first where the file has labels; a label that says
 * no more than the place in the file is left out of the result.
 */
export function parseLocator(text: string, options: ParseLocatorOptions = {}): Locator | LocatorFault {
  const typed = text.trim();
  if (typed === '') return { fault: 'locator.empty', text };
  const place = parseQuoted(typed) ?? (typed.length <= longest ? parsePlace(typed, options) : undefined);
  if (place === undefined)
    return { fault: isSeveral(typed, options) ? 'locator.several' : 'locator.unreadable', text: typed };
  return place;
}

function parseQuoted(typed: string): Locator | undefined {
  if (typed === '*') return { kind: 'whole' };
  const heading = /^§\s*(\S[^]*)$/.exec(typed)?.[1];
  if (heading !== undefined) return { kind: 'section', heading };
  const [, page, exact] = /^(?:pp?\.?\s*(\d{1,15}),?\s+)?[“"]([^]+)[”"]$/i.exec(typed) ?? [];
  if (exact === undefined || page === '0') return undefined;
  return page === undefined ? { kind: 'quote', exact } : { kind: 'quote', exact, page: Number(page) };
}

function parsePlace(typed: string, options: ParseLocatorOptions): Locator | LocatorFault | undefined {
  const { labels, expect = 'page' } = options;
  if (expect === 'page' && labels !== undefined && labelled(typed, labels).length > 0) return parsePages(typed, labels);
  if (pagePrefix.test(typed)) return parsePages(typed.replace(pagePrefix, ''), labels);
  if (slidePrefix.test(typed)) return parseSlides(typed.replace(slidePrefix, ''));
  const time = parseTimes(typed.replace(timePrefix, ''), expect === 'time');
  if (time !== undefined) return time;
  if (expect === 'slide') return parseSlides(typed);
  if (expect === 'time') return undefined;
  const found = parsePages(typed, labels);
  // Without `p.` before it and without labels to compare with, only a roman number looks like a label.
  const unknown = found !== undefined && isLocatorFault(found) && found.fault === 'locator.label-unknown';
  return unknown && labels === undefined && !/^[ivxlcdm]+$/i.test(typed) ? undefined : found;
}

/** Every way to part a text in two at something that means "to". */
function* partings(typed: string): Generator<[string, string]> {
  for (const match of typed.matchAll(separator)) {
    const from = typed.slice(0, match.index);
    const to = typed.slice(match.index + match[0].length);
    if (from !== '' && to !== '') yield [from, to];
  }
}

function parsePages(typed: string, labels: readonly string[] | undefined): Locator | LocatorFault | undefined {
  const [, label, first, last] = /^([^]*\S)\s*\((\d{1,15})(?:\s*[-–]\s*(\d{1,15}))?\)$/.exec(typed) ?? [];
  if (label !== undefined && first !== undefined) {
    const page = Number(first);
    return pages(typed, { page, label }, last === undefined ? undefined : { page: Number(last) });
  }
  const bare = typed.replace(/\s+of\s+\d+$/i, '');
  const whole = findPage(bare, labels);
  if (!isFault(whole)) return pages(bare, whole, undefined);
  if (whole.fault !== 'locator.label-unknown') return whole;
  let half: LocatorFault | undefined;
  for (const [from, to] of partings(bare)) {
    const start = findPage(from, labels);
    const end = findPage(to.replace(pagePrefix, ''), labels);
    if (!isFault(start) && !isFault(end)) return pages(bare, start, end);
    // One end is a page: the fault is the other's, unless another way to part the text succeeds.
    if (!isFault(start) || !isFault(end)) half ??= isFault(start) ? start : (end as LocatorFault);
  }
  if (half !== undefined) return half;
  // Several places, or words: for the caller to tell. What could be a label gets the more helpful answer.
  return /^[^\s,;&]+$/.test(bare) ? whole : undefined;
}

interface Page {
  page: number;
  label?: string;
}

const isFault = (result: Page | LocatorFault): result is LocatorFault => 'fault' in result;

/** The page with this printed label, else at this place. */
function findPage(typed: string, labels: readonly string[] | undefined): Page | LocatorFault {
  const place = /^\d{1,15}$/.test(typed) ? Number(typed) : undefined;
  const found = labelled(typed, labels ?? []);
  if (place !== undefined && (found.length === 0 || found.includes(place))) {
    if (place === 0) return { fault: 'locator.zero', text: typed };
    const label = labels?.[place - 1];
    if (labels !== undefined && label === undefined) return { fault: 'locator.label-unknown', text: typed };
    return withLabel(place, label);
  }
  const [page, another] = found;
  if (page === undefined) return { fault: 'locator.label-unknown', text: typed };
  if (another !== undefined) return { fault: 'locator.label-ambiguous', text: typed };
  return withLabel(page, labels?.[page - 1]);
}

const withLabel = (page: number, label: string | undefined): Page =>
  label === undefined || label === '' || label === String(page) ? { page } : { page, label };

/** Pages with exactly this label; failing that, with this label in other case. Counted from 1. */
function labelled(typed: string, labels: readonly string[]): number[] {
  const where = (same: (label: string) => boolean) =>
    labels.flatMap((label, at) => (label !== '' && same(label) ? [at + 1] : []));
  const exact = where((label) => label === typed);
  return exact.length > 0 ? exact : where((label) => label.toLowerCase() === typed.toLowerCase());
}

function pages(typed: string, start: Page, end: Page | undefined): Locator | LocatorFault {
  if (start.page === 0 || end?.page === 0) return { fault: 'locator.zero', text: typed };
  if (end === undefined || end.page === start.page) return { kind: 'page', ...start };
  if (end.page < start.page) return { fault: 'locator.reversed', text: typed };
  return { kind: 'page', ...start, to: end.page };
}

function parseSlides(typed: string): Locator | LocatorFault | undefined {
  const bare = typed.replace(/\s+of\s+\d+$/i, '');
  for (const [from, to] of [[bare, undefined] as const, ...partings(bare)]) {
    const [first, last] = [from, to?.replace(slidePrefix, '')];
    if (!/^\d{1,15}$/.test(first) || (last !== undefined && !/^\d{1,15}$/.test(last))) continue;
    const slide = Number(first);
    const end = last === undefined ? slide : Number(last);
    if (slide === 0 || end === 0) return { fault: 'locator.zero', text: typed };
    if (end < slide) return { fault: 'locator.reversed', text: typed };
    return end === slide ? { kind: 'slide', slide } : { kind: 'slide', slide, to: end };
  }
  return undefined;
}

function parseTimes(text: string, bareNumbers: boolean): Locator | LocatorFault | undefined {
  const typed = text.replace(/\s*[-–—…]$/, '');
  for (const [from, to] of [[typed, undefined] as const, ...partings(typed)]) {
    const start = parseTime(from, bareNumbers);
    const end = to === undefined ? start : parseTime(to, bareNumbers);
    if (start === undefined || end === undefined) continue;
    if (end < start) return { fault: 'locator.reversed', text: typed };
    return end === start ? { kind: 'time', start } : { kind: 'time', start, end };
  }
  return undefined;
}

const clockTime = /^(?:(\d{1,6}):)?(\d{1,6}):(\d{2})([.,]\d+)?$/;
const unitTime =
  /^(?:(\d{1,6})\s*h(?:(?:ou)?rs?)?\.?\s*)?(?:(\d{1,6})\s*m(?:in(?:ute)?s?)?\.?\s*)?(?:(\d+(?:[.,]\d+)?(?:e-\d+)?)\s*s(?:ec(?:ond)?s?)?\.?)?$/i;

/** Seconds, or undefined where it is no time. Bare numbers are seconds where a time is expected. */
function parseTime(typed: string, bareNumbers: boolean): number | undefined {
  const clock = clockTime.exec(typed);
  if (clock) {
    const [, hours, minutes = '0', seconds = '0', fraction = ''] = clock;
    if (Number(seconds) > 59 || (hours !== undefined && Number(minutes) > 59)) return undefined;
    return addTime(hours, minutes, seconds + fraction);
  }
  if (bareNumbers && /^\d+([.,]\d+)?$/.test(typed)) return addTime(undefined, undefined, typed);
  const units = typed === '' ? null : unitTime.exec(typed);
  return units ? addTime(units[1], units[2], units[3]) : undefined;
}

/** The fraction is set behind the whole seconds as digits, so that what was printed comes back exactly. */
function addTime(hours = '0', minutes = '0', seconds = '0'): number | undefined {
  const before = Number(hours) * 3600 + Number(minutes) * 60;
  const [whole = '0', fraction = '0'] = seconds.split(/[.,]/);
  const isTiny = /e/i.test(seconds);
  const total = isTiny ? before + Number(seconds.replace(',', '.')) : Number(`${before + Number(whole)}.${fraction}`);
  return total <= 1e9 ? total : undefined;
}

/** Whether each piece between commas and the like is a place of its own. */
function isSeveral(typed: string, options: ParseLocatorOptions): boolean {
  if (typed.length > longest) return false;
  const pieces = typed.split(/\s*[,;&]\s*|\s+and\s+/i).filter((piece) => piece !== '');
  if (pieces.length < 2) return false;
  return pieces.every((piece) => {
    const place = parsePlace(piece, options);
    return place !== undefined && !isLocatorFault(place);
  });
}
