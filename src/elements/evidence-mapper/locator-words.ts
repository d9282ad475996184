import type { EvidenceMessages } from '../../locales/evidence.js';
import type { Locator } from '../../model/locator.js';
import { printLocator } from '../../model/locator-text.js';

/** A place in the fewest characters, as a label: "p. 3", "12:30–14:00", "“we agreed”". */
export function locatorChip(locator: Locator, say: EvidenceMessages): string {
  switch (locator.kind) {
    case 'whole':
      return say.chip.whole;
    case 'region':
      return locator.page === undefined ? say.chip.area : say.chip.areaOf(locator.page);
    default:
      return printLocator(locator);
  }
}

/** A place in words, as an answer to what was typed: "page 3", "from 12:30 to 14:00". */
export function locatorWords(locator: Locator, say: EvidenceMessages): string {
  const { said } = say;
  switch (locator.kind) {
    case 'page':
      if (locator.label !== undefined) return said.labelled(locator.label, locator.page, locator.to);
      return locator.to === undefined ? said.page(locator.page) : said.pages(locator.page, locator.to);
    case 'time':
      return locator.end === undefined
        ? said.at(clock(locator.start))
        : said.stretch(clock(locator.start), clock(locator.end));
    case 'slide':
      return locator.to === undefined ? said.slide(locator.slide) : said.slides(locator.slide, locator.to);
    case 'region':
      return locator.page === undefined ? said.area : said.areaOf(locator.page);
    case 'quote':
      return locator.page === undefined ? said.quote(locator.exact) : said.quoteOn(locator.exact, locator.page);
    case 'section':
      return said.section(locator.heading);
    case 'whole':
      return said.whole;
    case 'other':
      return locator.text;
  }
}

/** `75` as `1:15`. */
export const clock = (seconds: number): string => printLocator({ kind: 'time', start: seconds });
