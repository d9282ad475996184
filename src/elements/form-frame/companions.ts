import { html, type TemplateResult } from 'lit';
import type { View } from './views.js';

/** What can stand beside the work. */
export type CompanionName = 'questions' | 'rubric' | 'artifacts';

/** What must be at hand at a place, the most useful first. */
export function companionsOf(view: View): CompanionName[] {
  if (view.row.kind === 'narrative') return ['questions', 'rubric'];
  if (view.row.kind === 'outcome') return ['artifacts', 'rubric'];
  return view.row.kind === 'artifacts' ? ['rubric'] : [];
}

/** A companion of a place. */
export function companion(name: CompanionName, view: View, headingLevel: number): TemplateResult {
  const part = view.part?.id ?? '';
  if (name === 'questions') return html`<mc-prompt-list .part=${part} .headingLevel=${headingLevel}></mc-prompt-list>`;
  if (name === 'artifacts') return html`<mc-artifact-library .part=${part} .headingLevel=${headingLevel}></mc-artifact-library>`;
  const outcome = view.row.subject.kind === 'outcome' ? view.row.subject.outcome : undefined;
  return html`<mc-rubric-viewer .part=${outcome ? undefined : part} .outcome=${outcome} .headingLevel=${headingLevel}></mc-rubric-viewer>`;
}
