import type { Credential } from '../../model/credential.js';
import { memoByIdentity } from '../../model/memo.js';
import type { Evidence } from '../../model/portfolio.js';
import { evidenceTargets } from '../../model/targets.js';

/** Codes of the details that each artifact proves, in the order of the credential, by the artifact's id. */
export const usesOf = memoByIdentity(
  (evidence: Evidence[], credential: Credential): ReadonlyMap<string, readonly string[]> => {
    const byDetail = new Map(evidence.map((entry) => [entry.detail, entry]));
    const uses = new Map<string, string[]>();
    for (const { id, code } of evidenceTargets(credential.outcomes)) {
      for (const artifact of new Set(byDetail.get(id)?.pointers.map((pointer) => pointer.artifact))) {
        const codes = uses.get(artifact);
        if (codes) codes.push(code);
        else uses.set(artifact, [code]);
      }
    }
    return uses;
  },
);
