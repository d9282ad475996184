import type { WordLimits } from './credential.js';
import type { Finding } from './submission.js';

/** What is wrong with a number of words. A text without a minimum still needs one. */
export function wordFindings(at: string, words: number, limits: WordLimits | undefined): Finding[] {
  const min = Math.max(1, limits?.min ?? 1);
  if (words < min) return [{ code: 'words.below-minimum', severity: 'blocks', at, params: { words, min } }];
  if (limits?.max !== undefined && words > limits.max) {
    return [{ code: 'words.above-maximum', severity: 'blocks', at, params: { words, max: limits.max } }];
  }
  return [];
}
