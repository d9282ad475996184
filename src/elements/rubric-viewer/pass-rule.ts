import type { RubricMessages } from '../../locales/rubric.js';
import type { Rubric } from '../../model/credential.js';
import { lowestMeeting } from '../required-level.js';

/** When the whole is passed, in words. */
export function passRule(rubric: Rubric, say: RubricMessages): string {
  const level = lowestMeeting(rubric)?.title;
  const { pass } = rubric;
  switch (pass.kind) {
    case 'every':
      return say.pass.every(level);
    case 'minimum-score':
      return say.pass.score(pass.score, mostPoints(rubric));
    case 'groups':
      return say.pass.groups(
        level,
        pass.groups.map(({ title, criteria, minimumMet }) => ({ title, met: minimumMet, all: criteria.length })),
      );
  }
}

/** The points there are, where every level has some. */
function mostPoints({ levels, criteria }: Rubric): number | undefined {
  const scores = levels.map(({ score }) => score);
  if (scores.some((score) => score === undefined)) return undefined;
  return Math.max(...(scores as number[])) * criteria.length;
}
