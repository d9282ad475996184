/** Waits that double from one second to five minutes, each shortened at random, so that many devices do not come at once. */
export class Backoff {
  #failures = 0;

  /** Milliseconds until the next try. `atLeast`: seconds that the server asked for. */
  next(atLeast = 0): number {
    const wait = Math.min(300_000, 1_000 * 2 ** this.#failures);
    this.#failures += 1;
    return Math.max(atLeast * 1_000, wait / 2 + (wait / 2) * Math.random());
  }

  reset(): void {
    this.#failures = 0;
  }
}
