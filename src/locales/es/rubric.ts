import type { Messages } from '../en/rubric.js';
import type { Format } from '../format.js';

export const rubric = (f: Format): Messages => {
  const criteria = (count: number) => `${f.number(count)} ${f.plural(count, { one: 'criterio', other: 'criterios' })}`;
  const points = (count: number) => `${f.number(count)} ${f.plural(count, { one: 'punto', other: 'puntos' })}`;
  return {
    rubric: 'Rúbrica',
    criterion: 'Criterio',
    required: 'requerido',
    requiredLevel: 'Requerido:',
    part: (number, title) => `Parte ${f.number(number)} · ${title}`,
    outcome: (code, title) => `Resultado ${code} · ${title}`,
    noDescription: 'Sin descripción',
    chosen: 'Su elección',
    why: '¿Por qué?',
    whyFor: (criterion) => `¿Por qué? ${criterion}`,
    clear: 'Quitar',
    clearFor: (criterion) => `Quitar su elección en ${criterion}`,
    notThereYet: (names) =>
      `Según su propia lectura, ${f.list(names)} todavía no ${f.plural(names.length, { one: 'llega', other: 'llegan' })}.`,
    open: (name) => `Abrir ${name}`,
    empty: 'No hay rúbrica para esto.',
    pass: {
      every: (level) =>
        level ? `Para aprobar, cada criterio debe llegar a «${level}».` : 'Para aprobar, cada criterio debe cumplirse.',
      score: (score, most) =>
        most === undefined
          ? `Para aprobar ${f.plural(score, { one: 'hace', other: 'hacen' })} falta ${points(score)}.`
          : `Para aprobar ${f.plural(score, { one: 'hace', other: 'hacen' })} falta ${f.number(score)} de ${points(most)}.`,
      groups: (level, groups) =>
        `Para aprobar deben ${level ? `llegar a «${level}»` : 'cumplirse'}: ${f.list(
          groups.map(({ title, met, all }) =>
            met >= all
              ? all === 1
                ? `el criterio de «${title}»`
                : `los ${criteria(all)} de «${title}»`
              : `${f.number(met)} de ${criteria(all)} de «${title}»`,
          ),
        )}.`,
    },
  };
};
