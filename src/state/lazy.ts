import { ServiceProblem } from './ports.js';

/** Loads something once, when it is first asked for. A load that failed is tried again the next time. */
export function lazy<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | undefined;
  return () =>
    (loading ??= load().catch((cause: unknown) => {
      loading = undefined;
      throw cause instanceof ServiceProblem ? cause : notLoaded();
    }));
}

/** A part of the program that could not be fetched: it can be when the line is back. */
export const notLoaded = (): ServiceProblem =>
  new ServiceProblem(globalThis.navigator?.onLine === false ? 'offline' : 'unreachable', true);
