import type { ChangeDraft } from '../model/change.js';
import { evidenceFor, narrativeAt, type Portfolio, type SetAside } from '../model/portfolio.js';

/**
 * The changes by which a person decides about something set aside. `use`: it takes its place again, over what stands
 * there now; else it is dropped. What lost its place in a revision can only be dropped.
 */
export function settleChanges(portfolio: Portfolio, id: string, use: boolean): ChangeDraft[] {
  const entry = portfolio.setAside.find((aside) => aside.id === id);
  if (!entry) return [];
  return [...(use ? putBack(portfolio, entry) : []), { kind: 'set-aside-settle', setAside: id }];
}

function putBack(portfolio: Portfolio, { where, content }: SetAside): ChangeDraft[] {
  if (content.kind === 'block' && where.part !== undefined) {
    const place = { part: where.part, ...(where.prompt !== undefined && { prompt: where.prompt }) };
    const seen = narrativeAt(portfolio, place)?.seen[content.block.id];
    const base: Record<string, string> = seen === undefined ? {} : { [content.block.id]: seen };
    return [{ kind: 'narrative', ...place, put: [{ block: content.block }], remove: [], base }];
  }
  if (content.kind === 'text' && where.detail !== undefined) {
    const evidence = evidenceFor(portfolio, where.detail);
    if (!evidence) return [];
    return [
      {
        kind: 'evidence-explain',
        evidence: evidence.id,
        detail: where.detail,
        text: content.text,
        ...(evidence.seen && { base: evidence.seen }),
      },
    ];
  }
  return [];
}
