import { css, html, nothing, type TemplateResult } from 'lit';
import type { Credential, Level, Rubric } from '../model/credential.js';
import { criterionFor } from '../model/targets.js';
import { flagIcon } from '../theme/icons.js';

/** The lowest level that is enough, whether the rubric lists its levels upwards or downwards. */
export function lowestMeeting(rubric: Rubric): Level | undefined {
  const enough = rubric.levels.filter(({ meets }) => meets);
  return rubric.levels[0]?.meets ? enough.at(-1) : enough[0];
}

/**
 * What must be shown, in the rubric's own words, to stand under a detail, prompt or part: "⚑ Demonstrated The others
 * find the solution". Nothing where the rubric says nothing of it. `required` is the word that is heard before it
 * (`rubricMessages`' `requiredLevel`). Needs `requiredLevelStyles`.
 */
export function requiredLevel(
  credential: Credential,
  target: { detail?: string; part?: string; prompt?: string },
  required = '',
): TemplateResult | typeof nothing {
  const level = credential.rubric && lowestMeeting(credential.rubric);
  const words = criterionFor(credential, target)?.levels.find((entry) => entry.level === level?.id);
  if (!level || !words) return nothing;
  return html`<p class="required-level">
    ${flagIcon()}<span><span class="only-heard">${required}</span> <bdi lang=${credential.language}><strong>${level.title}</strong> ${words.description}</bdi></span>
  </p>`;
}

export const requiredLevelStyles = css`
  .required-level {
    display: flex;
    gap: 6px;
    color: var(--_ink-2);
    font-size: var(--_text-m);
    line-height: 1.45;
  }
  .required-level strong {
    color: var(--_ink);
    font-weight: 600;
  }
  .required-level > .icon {
    inline-size: 16px;
    block-size: 16px;
    margin-block-start: 2px;
    color: var(--_accent);
  }
`;
