import { ServiceProblem } from './ports.js';

/** Loads something once, when it is first asked for. A load that failed is tried again the next time. */
export function lazy<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | undefined;
  return () =>
    (loading ??= load().catch((cause: unknown) => {
      loading = undefined;
      throw cause instanceof ServiceProblem ? cause : new ServiceProblem('unreachable', true);
    }));
}
