import { ContextConsumer } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { PortfolioState } from '../state/state.js';
import type { PortfolioStore } from '../state/store.js';
import { storeContext } from './keys.js';

type Host = ReactiveControllerHost & HTMLElement;

/**
 * Gives an element one slice of the nearest portfolio's state, and updates it only when that slice is another object.
 * `value` is undefined outside a portfolio.
 */
export class StoreController<T> implements ReactiveController {
  value: T | undefined;
  store: PortfolioStore | undefined;
  #unsubscribe: (() => void) | undefined;

  constructor(
    private readonly host: Host,
    private readonly select: (state: PortfolioState) => T,
  ) {
    host.addController(this);
    new ContextConsumer(host, {
      context: storeContext,
      subscribe: true,
      callback: (store) => {
        this.#unsubscribe?.();
        this.store = store;
        this.#listen();
      },
    });
  }

  hostConnected(): void {
    this.#listen();
  }

  hostDisconnected(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
  }

  #listen(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = this.host.isConnected ? this.store?.subscribe(() => this.#read()) : undefined;
    this.#read();
  }

  #read(): void {
    const value = this.store && this.select(this.store.getState());
    if (value === this.value) return;
    this.value = value;
    this.host.requestUpdate();
  }
}
