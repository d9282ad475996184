import type { ChangeDraft } from '../model/change.js';
import { changesBetween } from '../model/changes-between.js';
import type { Portfolio } from '../model/portfolio.js';

/**
 * What `ours` has and `theirs` has not, as changes to theirs that take nothing away: for two copies of one portfolio
 * of which nobody knows any more how they came to differ. Without a base, a text of theirs that gives way is set aside.
 */
export function additions(theirs: Portfolio, ours: Portfolio): ChangeDraft[] {
  return changesBetween(theirs, ours).flatMap((draft): ChangeDraft[] => {
    switch (draft.kind) {
      case 'narrative':
        return draft.put.length ? [{ ...draft, remove: [], base: {} }] : [];
      case 'evidence-explain':
        return draft.text.trim() ? [{ ...draft, base: undefined }] : [];
      case 'artifact-remove':
      case 'pointer-remove':
        return [];
      default:
        return [draft];
    }
  });
}
