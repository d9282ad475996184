import { html, type TemplateResult } from 'lit';
import type { Credential } from '../../model/credential.js';
import { memoByIdentity } from '../../model/memo.js';
import type { View } from './views.js';

/** What can stand beside the work. */
export type CompanionName = 'questions' | 'rubric' | 'artifacts';

/** What must be at hand at a place, the most useful first. */
export function companionsOf(view: View, credential: Credential): CompanionName[] {
  const rubric: CompanionName[] = credential.rubric ? ['rubric'] : [];
  switch (view.row.kind) {
    case 'narrative': {
      // With a text for each question, the questions stand above their texts.
      const part = credential.parts.find(({ id }) => id === view.part?.id);
      return part?.kind === 'narrative' && part.layout === 'single' ? ['questions', ...rubric] : rubric;
    }
    case 'outcome':
      return ['artifacts', ...rubric];
    default:
      return [];
  }
}

/** A companion of a place. */
export function companion(
  name: CompanionName,
  view: View,
  credential: Credential,
  headingLevel: number,
): TemplateResult {
  const part = view.part?.id ?? '';
  if (name === 'questions')
    return html`<mc-prompt-list .partId=${part} .headingLevel=${headingLevel}></mc-prompt-list>`;
  if (name === 'artifacts')
    return html`<mc-artifact-library compact .partId=${part} .headingLevel=${headingLevel}></mc-artifact-library>`;
  return html`<mc-rubric-viewer .criteria=${criteriaAt(view.row, credential)}></mc-rubric-viewer>`;
}

/** Ids of the criteria that judge what is done at a place. The same array for the same place. */
const criteriaAt = memoByIdentity((row: View['row'], credential: Credential): string[] => {
  const { subject } = row;
  const outcome = subject.kind === 'outcome' && credential.outcomes.find(({ id }) => id === subject.outcome);
  const targets = new Set(outcome ? [outcome.id, ...outcome.details.map(({ id }) => id)] : []);
  const part = subject.kind === 'narrative' ? subject.part : undefined;
  return (credential.rubric?.criteria ?? [])
    .filter(
      ({ target }) =>
        (part !== undefined && target.part === part) || (target.detail !== undefined && targets.has(target.detail)),
    )
    .map(({ id }) => id);
});
