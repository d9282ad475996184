import { createFormat, type Format } from './format.js';

/** The messages of one area of the screen, in the languages there are. English stands ready; others are loaded. */
export interface Area<M> {
  readonly en: (format: Format) => M;
  readonly others: Readonly<Record<string, () => Promise<(format: Format) => M>>>;
}

/** The language of one form. Never shared between two forms on a page. */
export class Locale {
  readonly format: Format;
  readonly direction: 'ltr' | 'rtl';
  #messages = new Map<Area<unknown>, unknown>();

  constructor(readonly language: string) {
    this.format = createFormat(language);
    this.direction = rightToLeft.has(language.split('-')[0] ?? '') ? 'rtl' : 'ltr';
  }

  /** The messages of an area: at once in English, and by `arrived` once more when the language's own are loaded. */
  messages<M>(area: Area<M>, arrived: () => void): M {
    const known = this.#messages.get(area as Area<unknown>);
    if (known) return known as M;
    const english = area.en(this.format);
    this.#messages.set(area as Area<unknown>, english);
    const load = area.others[this.language] ?? area.others[this.language.split('-')[0] ?? ''];
    // A language that cannot be loaded leaves the form in English, which works.
    load?.().then(
      (messages) => {
        this.#messages.set(area as Area<unknown>, messages(this.format));
        arrived();
      },
      () => undefined,
    );
    return english;
  }
}

const rightToLeft = new Set(['ar', 'dv', 'fa', 'he', 'ku', 'ps', 'sd', 'ug', 'ur', 'yi']);

/** The language of a place in a document: of the nearest `lang`, through shadow roots. */
export function languageAt(element: Element): string {
  for (let node: Element | null = element; node; ) {
    const found: Element | null = node.closest('[lang]');
    const language = found?.getAttribute('lang');
    if (language && /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(language)) return language;
    const root: Node = (found ?? node).getRootNode();
    node = root instanceof ShadowRoot ? root.host : null;
  }
  return 'en';
}
