import { StorageProblem } from '../state/ports.js';

/** What each fault of the browser means for the person. Whatever is not named here is `failed`. */
const reasons: Record<string, StorageProblem['reason']> = {
  QuotaExceededError: 'full',
  SecurityError: 'refused',
  NotAllowedError: 'refused',
  VersionError: 'newer-version',
};

/** A fault of the browser as a StorageProblem; one that is a StorageProblem already stays as it is. */
export function storageProblem(fault: unknown): StorageProblem {
  if (fault instanceof StorageProblem) return fault;
  return new StorageProblem(reasons[nameOf(fault)] ?? 'failed', fault);
}

/** As `storageProblem`, for a database that did not open: private modes answer with InvalidStateError or UnknownError. */
export function openingProblem(fault: unknown): StorageProblem {
  if (nameOf(fault) === 'InvalidStateError') return new StorageProblem('refused', fault);
  const problem = storageProblem(fault);
  return problem.reason === 'failed' ? new StorageProblem('unavailable', fault) : problem;
}

/** The `name` of an error, wherever it comes from. */
export const nameOf = (fault: unknown): string => (fault as Error | undefined)?.name ?? '';

/** Loads a chunk of this library, once more if the network stumbles. */
export async function chunk<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load().catch(load);
  } catch (fault) {
    throw new StorageProblem('unavailable', fault);
  }
}
