import { directionOf } from '../model/direction.js';
import { createFormat, type Format } from './format.js';

/** The messages of one area of the screen, in the languages there are. English stands ready; others are loaded. */
export interface Area<M> {
  readonly en: (format: Format) => M;
  readonly others: Record<string, () => Promise<(format: Format) => M>>;
}

/** What an area says just now, with numbers and dates of the same language: `format.language`. */
export interface Words<M> {
  readonly say: M;
  readonly format: Format;
}

/** The language of one form. Never shared between two forms on a page. */
export class Locale {
  readonly direction: 'ltr' | 'rtl';
  #formats = new Map<string, Format>();
  #words = new Map<Area<unknown>, Words<unknown>>();
  #waiting = new Map<Area<unknown>, Set<() => void>>();

  /** `language`: a language tag as `languageAt` gives it. */
  constructor(readonly language: string) {
    this.direction = directionOf(language);
  }

  /**
   * What an area says: in English until the language's own words have come, and where there are none. `arrived` is
   * called when they have; give the same function each time.
   */
  words<M>(area: Area<M>, arrived: () => void): Words<M> {
    const known = this.#words.get(area) as Words<M> | undefined;
    if (!known) return this.#first(area, arrived);
    this.#waiting.get(area)?.add(arrived);
    return known;
  }

  #first<M>(area: Area<M>, arrived: () => void): Words<M> {
    const load = loaderOf(area, this.language);
    const english = this.#keep(area, area.en, isEnglish(this.language) ? this.language : 'en');
    if (!load) return english;
    const waiting = new Set([arrived]);
    this.#waiting.set(area, waiting);
    load().then(
      (messages) => {
        this.#keep(area, messages, this.language);
        this.#waiting.delete(area);
        for (const tell of waiting) tell();
      },
      // A language that cannot be loaded leaves the form in English, which works.
      () => this.#waiting.delete(area),
    );
    return english;
  }

  #keep<M>(area: Area<M>, messages: (format: Format) => M, language: string): Words<M> {
    const format = this.#formats.get(language) ?? createFormat(language);
    this.#formats.set(language, format);
    const words = { say: messages(format), format };
    this.#words.set(area, words);
    return words;
  }
}

/** The messages of an area in a language, or in English where there are none or they cannot be loaded. */
export async function messagesIn<M>(area: Area<M>, language: string): Promise<M> {
  const load = loaderOf(area, language);
  const own = load && (await load().catch(() => undefined));
  return own ? own(createFormat(language)) : area.en(createFormat(isEnglish(language) ? language : 'en'));
}

const isEnglish = (language: string) => /^en\b/.test(language);

const loaderOf = <M>({ others }: Area<M>, language: string) => others[language] ?? others[language.split('-')[0] ?? ''];

/** The language of a place in a document: of the nearest valid `lang`, through shadow roots; else English. */
export function languageAt(element: Element): string {
  for (const { lang } of ancestors(element)) {
    try {
      const [language] = Intl.getCanonicalLocales(lang || []);
      if (language) return language;
    } catch {
      // Not a language tag: the next one outwards counts.
    }
  }
  return 'en';
}

/** Calls `changed` whenever a `lang` or `dir` changes that an element stands in. Answers with the way to stop. */
export function watchLanguage(element: Element, changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  for (const node of ancestors(element)) observer.observe(node, { attributeFilter: ['lang', 'dir'] });
  return () => observer.disconnect();
}

/** An element and those it stands in, through shadow roots. */
function* ancestors(element: Element): Generator<HTMLElement> {
  for (let node: Node | null = element; node; node = node instanceof ShadowRoot ? node.host : node.parentNode) {
    if (node instanceof HTMLElement) yield node;
  }
}
