import type { Format } from '../format.js';

export const en = (f: Format) => {
  const criteria = (count: number) => `${f.number(count)} ${f.plural(count, { one: 'criterion', other: 'criteria' })}`;
  const points = (count: number) => `${f.number(count)} ${f.plural(count, { one: 'point', other: 'points' })}`;
  return {
    rubric: 'Rubric',
    criterion: 'Criterion',
    required: 'required',
    /** Said before the level that a detail must reach. */
    requiredLevel: 'Required:',
    part: (number: number, title: string) => `Part ${f.number(number)} · ${title}`,
    outcome: (code: string, title: string) => `Outcome ${code} · ${title}`,
    noDescription: 'Not described',
    chosen: 'Your choice',
    why: 'Why?',
    whyFor: (criterion: string) => `Why? ${criterion}`,
    clear: 'Clear',
    clearFor: (criterion: string) => `Clear your choice for ${criterion}`,
    notThereYet: (names: string[]) =>
      `By your own reading, ${f.list(names)} ${f.plural(names.length, { one: 'is', other: 'are' })} not there yet.`,
    open: (name: string) => `Open ${name}`,
    empty: 'There is no rubric for this.',
    pass: {
      every: (level: string | undefined) =>
        level ? `To pass, every criterion has to reach “${level}”.` : 'To pass, every criterion has to be met.',
      score: (score: number, most: number | undefined) =>
        most === undefined
          ? `To pass, ${points(score)} ${f.plural(score, { one: 'is', other: 'are' })} needed.`
          : `To pass, ${f.number(score)} of ${points(most)} ${f.plural(score, { one: 'is', other: 'are' })} needed.`,
      groups: (level: string | undefined, groups: { title: string; met: number; all: number }[]) =>
        `To pass, ${f.list(
          groups.map(({ title, met, all }) =>
            met >= all ? `all ${criteria(all)} of “${title}”` : `${f.number(met)} of ${criteria(all)} of “${title}”`,
          ),
        )} have to ${level ? `reach “${level}”` : 'be met'}.`,
    },
  };
};

export type Messages = ReturnType<typeof en>;
