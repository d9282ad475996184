import { checkLocator, innerPlaces, isSpecific, type Locator, type LocatorKind } from '../../model/locator.js';
import { isLocatorFault, parseLocator, printLocator, type LocatorFaultCode } from '../../model/locator-text.js';
import type { Artifact } from '../../model/portfolio.js';

/** One place as it is being typed. What is understood of it becomes a locator, or several: "p. 3, pp. 5–6". */
export interface PlaceRow {
  key: number;
  kind: LocatorKind;
  text: string;
  /** The page of a quote or an area. */
  page: string;
  /** Left, top, width, height of an area in percent. */
  box: readonly string[];
  /** The locator that this row was made of; it stays as it is while nothing is typed. */
  origin?: Locator | undefined;
}

export type PlaceFault =
  | { code: LocatorFaultCode; text: string }
  | { code: 'wrong-kind'; text: string; kind: LocatorKind }
  | { code: 'out-of-range' | 'box-missing' };

export interface PlaceReading {
  locators: Locator[];
  fault?: PlaceFault | undefined;
}

const emptyBox = ['', '', '', ''] as const;

/** A row in which nothing was typed. */
export const emptyRow = (key: number, kind: LocatorKind): PlaceRow => ({
  key,
  kind,
  text: '',
  page: '',
  box: emptyBox,
});

/** A locator as it would be typed. */
export function rowOf(key: number, locator: Locator): PlaceRow {
  const row = { ...emptyRow(key, locator.kind), origin: locator };
  const page = 'page' in locator && locator.kind !== 'page' && locator.page !== undefined ? String(locator.page) : '';
  switch (locator.kind) {
    case 'quote':
      return { ...row, text: locator.exact, page };
    case 'section':
      return { ...row, text: locator.heading };
    case 'region':
      return { ...row, page, box: locator.xywh.map((side) => String(Math.round(side * 100) / 100)) };
    case 'whole':
      return row;
    default:
      return { ...row, text: printLocator(locator) };
  }
}

/**
 * Kinds of places to offer for an artifact, the most fitting first. The whole of it is offered where it counts as a
 * place, or where no place is asked for (`required` false).
 */
export function kindsFor(artifact: Artifact, required: boolean): LocatorKind[] {
  const { file } = artifact;
  const whole: LocatorKind[] =
    !required || isSpecific({ kind: 'whole' }, { type: file?.type ?? '', pages: file?.pages }) ? ['whole'] : [];
  // What a link leads to is not known from here.
  if (!file) return [...whole, 'time', 'page', 'section', 'quote', 'other'];
  const inner = innerPlaces(file.type);
  if (inner.length === 0) return ['other', ...whole];
  return inner[0] === 'region' ? [...whole, ...inner, 'other'] : [...inner, ...whole, 'other'];
}

/** What a row says. `kinds` are those that the artifact has. */
export function readRow(row: PlaceRow, artifact: Artifact, kinds: readonly LocatorKind[]): PlaceReading {
  const reading = isUntouched(row) && row.origin ? { locators: [row.origin] } : readTyped(row, artifact, kinds);
  const wrong = reading.locators.flatMap((locator) => checkLocator(locator, artifact.file ?? {}));
  if (wrong.includes('evidence.locator-out-of-range')) return { ...reading, fault: { code: 'out-of-range' } };
  if (wrong.length > 0) return { ...reading, fault: { code: 'locator.reversed', text: row.text } };
  return reading;
}

function isUntouched(row: PlaceRow): boolean {
  if (!row.origin) return false;
  const { kind, text, page, box } = rowOf(row.key, row.origin);
  return row.kind === kind && row.text === text && row.page === page && row.box.join() === box.join();
}

function readTyped(row: PlaceRow, artifact: Artifact, kinds: readonly LocatorKind[]): PlaceReading {
  const text = row.text.trim();
  const page = /^[1-9]\d{0,8}$/.test(row.page.trim()) ? { page: Number(row.page) } : {};
  switch (row.kind) {
    case 'whole':
      return { locators: [{ kind: 'whole' }] };
    case 'region':
      return readBox(row, page);
    case 'quote':
      return { locators: text ? [{ kind: 'quote', exact: text, ...page }] : [] };
    case 'section':
      return { locators: text ? [{ kind: 'section', heading: text }] : [] };
    case 'other':
      return { locators: text ? [{ kind: 'other', text }] : [] };
    default:
      return text ? readNotation(text, row.kind, artifact, kinds) : { locators: [] };
  }
}

function readBox({ box }: PlaceRow, page: { page?: number }): PlaceReading {
  if (box.every((side) => side.trim() === '')) return { locators: [] };
  const [x = 0, y = 0, width = 0, height = 0] = box.map((side) => Number(side.trim().replace(',', '.')));
  const sides = [x, y, width, height];
  if (sides.some((side) => !(side >= 0 && side <= 100))) return { locators: [], fault: { code: 'out-of-range' } };
  if (width === 0 || height === 0) return { locators: [], fault: { code: 'box-missing' } };
  return { locators: [{ kind: 'region', xywh: [x, y, width, height], ...page }] };
}

/** Pages, times and slides; several of them with commas between. */
function readNotation(
  text: string,
  expect: 'page' | 'time' | 'slide',
  artifact: Artifact,
  kinds: readonly LocatorKind[],
): PlaceReading {
  const options = { expect, labels: artifact.file?.pageLabels };
  const whole = parseLocator(text, options);
  const split = text.split(/\s*[,;&]\s*|\s+and\s+/i).filter(Boolean);
  const several = isLocatorFault(whole) && split.length > 1;
  const pieces = several ? split : [text];
  const reading: PlaceReading = { locators: [] };
  for (const piece of pieces) {
    const place = several ? parseLocator(piece, options) : whole;
    if (isLocatorFault(place)) reading.fault ??= { code: place.fault, text: place.text };
    else if (!kinds.includes(place.kind)) reading.fault ??= { code: 'wrong-kind', text: piece, kind: place.kind };
    else reading.locators.push(place);
  }
  return reading;
}
