import type { WordLimits } from '../../model/credential.js';

/** How a number of words stands to its limits. `free`: there is no minimum. */
export type WordLevel = 'below' | 'reached' | 'free' | 'over';

export function wordLevel(words: number, { min, max }: WordLimits): WordLevel {
  if (max !== undefined && words > max) return 'over';
  if (!min) return 'free';
  return words < min ? 'below' : 'reached';
}
