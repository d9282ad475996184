import { ContextConsumer } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Format } from '../locales/format.js';
import { languageAt, Locale, watchLanguage, type Area } from '../locales/locale.js';
import { localeContext } from './keys.js';

/**
 * Gives an element the messages of its area in the language of its form, or of its place in the document when it
 * stands alone: `html`…${this.messages.say.title}…``. The element is updated when that language changes.
 */
export class MessagesController<M> implements ReactiveController {
  #given: Locale | undefined;
  #own: Locale | undefined;
  #stopWatching: (() => void) | undefined;

  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    private readonly area: Area<M>,
  ) {
    host.addController(this);
    new ContextConsumer(host, {
      context: localeContext,
      subscribe: true,
      callback: (locale) => {
        this.#given = locale;
        if (locale) this.#unwatch();
        host.requestUpdate();
      },
    });
  }

  /** The form is asked anew after this: the element may have left one. */
  hostConnected(): void {
    this.#given = undefined;
    this.host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#unwatch();
  }

  get locale(): Locale {
    if (this.#given) return this.#given;
    if (this.#own && this.#stopWatching) return this.#own;
    if (this.host.isConnected) this.#stopWatching = watchLanguage(this.host, this.#onLanguage);
    return this.#look();
  }

  get say(): M {
    return this.#words.say;
  }

  get format(): Format {
    return this.#words.format;
  }

  get #words() {
    return this.locale.words(this.area, this.#update);
  }

  #look(): Locale {
    const language = languageAt(this.host);
    return this.#own?.language === language ? this.#own : (this.#own = new Locale(language));
  }

  #onLanguage = () => {
    this.#look();
    this.host.requestUpdate();
  };

  #update = () => this.host.requestUpdate();

  #unwatch(): void {
    this.#stopWatching?.();
    this.#stopWatching = undefined;
  }
}
