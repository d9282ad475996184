import type { Messages } from '../en/checklist.js';
import type { Format } from '../format.js';

export const checklist = (f: Format): Messages => ({
  nav: 'Qué se pide y cuánto lleva',
  details: (done, all) =>
    `${f.number(done)} de ${f.number(all)} ${f.plural(all, { one: 'detalle', other: 'detalles' })}`,
  texts: (done, all) => `${f.number(done)} de ${f.number(all)} ${f.plural(all, { one: 'texto', other: 'textos' })}`,
  everything: 'Está todo',
  part: (number, name) => `Parte ${f.number(number)}${name ? ` · ${name}` : ''}`,
  overview: 'Presentación',
  reflection: 'Reflexión',
  finishing: 'Para terminar',
  titles: {
    start: 'Qué se pide',
    narrative: 'Todas las respuestas juntas',
    artifacts: 'Evidencias',
    outcome: '',
    'self-assessment': 'Autoevaluación',
    'set-aside': 'Apartado',
    finish: 'Revisar y entregar',
  },
  states: { todo: 'sin comenzar', doing: 'comenzado', done: 'completo' },
  optional: 'opcional',
  notBegun: 'sin comenzar',
  aboutYou: (count) =>
    f.plural(count, { one: `${f.number(count)} dato sobre usted`, other: `${f.number(count)} datos sobre usted` }),
  toConfirm: (count) => `${f.number(count)} por confirmar`,
  ready: 'todo listo para entregar',
  handedIn: 'entregado',
});
