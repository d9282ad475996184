import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Keeps an element as it is while a finger or a mouse button is down. Leaving a field may save it and change what
 * stands above; without this the page would move under the pointer, and the click that was begun would miss.
 * The element asks by `shouldUpdate() { return !this.hold.isPressed; }`.
 */
export class PressHold implements ReactiveController {
  isPressed = false;
  #listening: AbortController | undefined;

  constructor(private readonly host: ReactiveControllerHost & HTMLElement) {
    host.addController(this);
  }

  hostConnected(): void {
    this.#listening = new AbortController();
    const options = { signal: this.#listening.signal, capture: true, passive: true };
    addEventListener('pointerdown', () => (this.isPressed = true), options);
    for (const end of ['pointerup', 'pointercancel']) addEventListener(end, this.#release, options);
  }

  hostDisconnected(): void {
    this.#listening?.abort();
    this.isPressed = false;
  }

  /** The click comes right after the button is let go. */
  #release = (): void => {
    setTimeout(() => {
      this.isPressed = false;
      this.host.requestUpdate();
    });
  };
}
