import { ContextConsumer } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Format } from '../locales/format.js';
import { languageAt, Locale, type Area } from '../locales/locale.js';
import { localeContext } from './keys.js';

/**
 * Gives an element the messages of its area in the language of its form, or of its place in the document when it
 * stands alone: `html`…${this.messages.say.title}…``.
 */
export class MessagesController<M> implements ReactiveController {
  #given: Locale | undefined;
  #own: Locale | undefined;

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
        host.requestUpdate();
      },
    });
  }

  hostConnected(): void {
    this.#own = undefined;
  }

  get locale(): Locale {
    return this.#given ?? (this.#own ??= new Locale(languageAt(this.host)));
  }

  get say(): M {
    return this.locale.messages(this.area, () => this.host.requestUpdate());
  }

  get format(): Format {
    return this.locale.format;
  }
}
