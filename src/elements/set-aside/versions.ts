import type { ChangeDraft } from '../../model/change.js';
import { printLocator } from '../../model/locator-text.js';
import { evidenceFor, narrativeAt, type Portfolio, type SetAside } from '../../model/portfolio.js';
import { blockText, plainText } from '../../model/rich-text.js';

/** Where somebody looks for versions to choose from: a text, or the explanation of a detail. */
export type VersionsPlace = { part: string; prompt?: string | undefined } | { detail: string };

/** The entries of one place that wait for a choice between two versions. */
export function versionsAt(setAside: readonly SetAside[], place: VersionsPlace): SetAside[] {
  return setAside.filter(({ reason, where }) => {
    if (reason !== 'two-versions') return false;
    return 'detail' in place
      ? where.detail === place.detail
      : where.part === place.part && where.prompt === place.prompt;
  });
}

/** What a revised credential no longer has a place for. */
export const withoutPlace = (setAside: readonly SetAside[]): SetAside[] =>
  setAside.filter(({ reason }) => reason === 'no-place');

/** The changes that keep both versions: the one that was set aside comes right after the one in place. */
export function keepBothChanges(
  portfolio: Portfolio,
  { where, content }: SetAside,
  newId: () => string,
): ChangeDraft[] {
  if (content.kind === 'block' && where.part !== undefined) {
    const place = { part: where.part, ...(where.prompt !== undefined && { prompt: where.prompt }) };
    const block = { ...content.block, id: newId() };
    return [{ kind: 'narrative', ...place, put: [{ block, after: content.block.id }], remove: [], base: {} }];
  }
  if (content.kind === 'text' && where.detail !== undefined) {
    const evidence = evidenceFor(portfolio, where.detail);
    const text = [evidence?.explanation, content.text].filter(Boolean).join('\n\n');
    const base = evidence?.seen;
    return [
      {
        kind: 'evidence-explain',
        evidence: evidence?.id ?? newId(),
        detail: where.detail,
        text,
        ...(base && { base }),
      },
    ];
  }
  return [];
}

/** The block or explanation that took the place of what was set aside. Nothing where it was removed. */
export function presentVersion(portfolio: Portfolio, { where, content }: SetAside): SetAside['content'] | undefined {
  if (content.kind === 'block' && where.part !== undefined) {
    const text = narrativeAt(portfolio, { part: where.part, prompt: where.prompt });
    const block = text?.text.content.find(({ id }) => id === content.block.id);
    return block && { kind: 'block', block };
  }
  const explanation = where.detail === undefined ? undefined : evidenceFor(portfolio, where.detail)?.explanation;
  return explanation ? { kind: 'text', text: explanation } : undefined;
}

/** Everything written in an entry, to be copied. `artifactTitle` names an artifact where it still is. */
export function wordsOf(
  content: SetAside['content'],
  artifactTitle: (id: string) => string,
): { text: string; places: string[] } {
  switch (content.kind) {
    case 'block':
      return { text: blockText(content.block), places: [] };
    case 'text':
      return { text: content.text, places: [] };
    case 'narrative':
      return { text: plainText(content.narrative.text), places: [] };
    case 'evidence': {
      const places = content.evidence.pointers.map(({ artifact, locators, note }) =>
        [artifactTitle(artifact), ...locators.map(printLocator), note].filter(Boolean).join(', '),
      );
      return { text: content.evidence.explanation, places };
    }
    case 'self-assessment':
      return { text: content.selfAssessment.why ?? '', places: [] };
    case 'attestation':
      return { text: content.attestation.text ?? '', places: [] };
  }
}
