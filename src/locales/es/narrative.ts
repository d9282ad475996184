import type { Messages } from '../en/narrative.js';
import type { Format } from '../format.js';

const spelled = ['ninguna', 'una', 'dos', 'tres', 'cuatro', 'cinco', 'seis', 'siete', 'ocho', 'nueve', 'diez'];

export const narrative = (f: Format): Messages => {
  const words = (count: number) => `${f.number(count)} ${f.plural(count, { one: 'palabra', other: 'palabras' })}`;
  const inWords = (count: number) => spelled[count] ?? f.number(count);
  const togo = (count: number) =>
    f.plural(count, { one: `falta ${f.number(count)}`, other: `faltan ${f.number(count)}` });
  const excess = (count: number) =>
    f.plural(count, { one: `sobra ${f.number(count)}`, other: `sobran ${f.number(count)}` });
  return {
    words,
    below: (count, toGo) => `${words(count)} · ${togo(toGo)}`,
    reached: (count, max) =>
      `${words(count)} · se alcanzó el mínimo${max === undefined ? '' : `, ${f.number(max)} como máximo`}`,
    within: (count, max) => (max === undefined ? words(count) : `${words(count)} · ${f.number(max)} como máximo`),
    over: (count, tooMany) => `${words(count)} · ${excess(tooMany)}`,
    progress: 'Palabras hacia el mínimo',

    saidBelow: (toGo) =>
      `Otra vez por debajo del mínimo: ${f.plural(toGo, { one: 'falta', other: 'faltan' })} ${words(toGo)}.`,
    saidReached: (min) => `Se alcanzó el mínimo de ${words(min)}.`,
    saidOver: (tooMany) =>
      `Por encima del máximo: ${f.plural(tooMany, { one: 'sobra', other: 'sobran' })} ${words(tooMany)}.`,
    saidWithin: 'Otra vez dentro del máximo.',

    limits: (min, max) =>
      min && max !== undefined
        ? `De ${f.number(min)} a ${words(max)}.`
        : min
          ? `${words(min)} como mínimo.`
          : max !== undefined
            ? `${words(max)} como máximo.`
            : '',
    why: '¿Por qué este número?',
    whyRules:
      'Las palabras se cuentan como las cuenta Microsoft Word: lo que está entre espacios es una palabra. Las mismas reglas cuentan de nuevo cuando llega el trabajo.',
    whyProfile: 'Nombre de las reglas',
    whyQuestions: (count) =>
      count
        ? `${f.plural(count, { one: 'No se cuenta', other: 'No se cuentan' })} ${words(count)} de los títulos que son preguntas: no son de usted.`
        : 'Una pregunta usada como título no se cuenta.',
    whyTable: 'Palabras en cada párrafo',
    paragraph: 'Párrafo',
    wordsColumn: 'Palabras',
    notCounted: 'pregunta, no se cuenta',

    textLabel: 'Su texto',
    nothingWritten: 'Aquí no se escribió nada.',

    partOf: (number, all) => `Parte ${f.number(number)} de ${f.number(all)}`,
    leadSingle: (asked, questions, reflection) => {
      const text = reflection ? 'Una reflexión' : 'Una narrativa';
      if (asked === 0) return text;
      if (asked === 1) return `${text} que ${questions ? 'responde a una pregunta' : 'trata un punto'}`;
      // "Ninguna, una" are handled above; from two on the numerals are the same for both genders.
      const all = asked === 2 ? 'ambas' : `las ${inWords(asked)}`;
      if (questions) return `${text} que responde a ${all} preguntas`;
      return `${text} que trata ${asked === 2 ? 'ambos' : `los ${inWords(asked)}`} puntos`;
    },
    leadEach: (asked) =>
      asked === 1 ? 'Un texto, uno para cada pregunta' : `${capital(inWords(asked))} textos, uno para cada pregunta`,
    least: (min) => `${words(min)} como mínimo`,
    leastTogether: (min) => `${words(min)} como mínimo en total`,
    most: (max) => `${words(max)} como máximo`,
    kept: 'Lo que escribe se guarda a medida que lo escribe.',

    questions: 'Preguntas',
    toggle: (asked, answered, questions) => {
      if (questions) {
        const all = `${f.number(asked)} ${f.plural(asked, { one: 'pregunta', other: 'preguntas' })}`;
        return answered
          ? `${all}, ${f.number(answered)} ${f.plural(answered, { one: 'respondida', other: 'respondidas' })}`
          : all;
      }
      const all = `${f.number(asked)} ${f.plural(asked, { one: 'punto', other: 'puntos' })}`;
      return answered
        ? `${all}, ${f.number(answered)} ${f.plural(answered, { one: 'respondido', other: 'respondidos' })}`
        : all;
    },
    insert: 'Poner como título',
    insertLabel: (question) => `Poner como título: ${question}`,
    goTo: 'Ir a este texto',
    goToLabel: (question) => `Ir a este texto: ${question}`,
    answerWords: (count, enough) => `${words(count)}${enough ? '' : ' hasta ahora'}`,
    answerUnder: (title, count, enough) => `«${title}», ${words(count)}${enough ? '' : ' hasta ahora'}`,
    headingsHint:
      'Los títulos no son obligatorios. Las palabras bajo el título de una pregunta se cuentan al lado de ella.',
    mayAlso: 'También puede escribir sobre',
    states: { todo: 'sin comenzar', doing: 'comenzada', done: 'respondida' },
  };
};

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
