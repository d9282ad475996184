import type { Messages } from '../en/narrative-field.js';
import type { Format } from '../format.js';

export const narrativeField = (f: Format): Messages => {
  const words = (count: number) => `${f.number(count)} ${f.plural(count, { one: 'palabra', other: 'palabras' })}`;
  return {
    missing: 'Escriba este texto.',
    tooShort: (count, min) => {
      const toGo = min - count;
      return `Escriba al menos ${words(min)}. Ahora hay ${f.number(count)}; ${f.plural(toGo, { one: 'falta', other: 'faltan' })} ${f.number(toGo)}.`;
    },
    tooLong: (count, max) => {
      const tooMany = count - max;
      return `Escriba ${words(max)} como máximo. Ahora hay ${f.number(count)}; ${f.plural(tooMany, { one: 'sobra', other: 'sobran' })} ${f.number(tooMany)}.`;
    },
    failed: 'No se pudo abrir este texto. No se perdió nada.',
    again: 'Intentar de nuevo',
  };
};
