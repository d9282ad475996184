import type { LostPlaces, Messages } from '../en/revision.js';
import type { Format } from '../format.js';

export const revision = (f: Format): Messages => {
  const count = (value: number, one: string, other: string) => `${f.number(value)} ${f.plural(value, { one, other })}`;
  const pieces = ({ texts, explanations, marks, confirmations }: LostPlaces) =>
    f.list(
      [
        texts > 0 && count(texts, 'texto', 'textos'),
        explanations > 0 && count(explanations, 'explicación con su prueba', 'explicaciones con su prueba'),
        marks > 0 && count(marks, 'nivel de su autoevaluación', 'niveles de su autoevaluación'),
        confirmations > 0 && count(confirmations, 'confirmación', 'confirmaciones'),
      ].filter((each) => each !== false),
    );
  return {
    region: 'Credencial revisada',
    revised: (to, from) => `La credencial se revisó: versión ${to}. Usted sigue con la ${from} hasta que decida.`,
    see: 'Ver qué cambió',
    hide: 'Ocultar qué cambió',
    title: (from, to) => `Qué cambió de la ${from} a la ${to}`,
    kinds: { added: 'Nuevo', removed: 'Ya no se pide', changed: 'Cambió' },
    what: {
      overview: 'Presentación',
      part: 'Parte',
      prompt: 'Pregunta',
      outcome: 'Resultado',
      detail: 'Detalle',
      attestation: 'Lo que usted confirma',
      criterion: 'Rúbrica',
      words: 'Número de palabras',
    },
    before: 'Antes',
    after: 'Ahora',
    limits: (min, max) =>
      max === undefined
        ? min > 0
          ? `${count(min, 'palabra', 'palabras')} como mínimo`
          : 'cualquier número de palabras'
        : min > 0
          ? `de ${f.number(min)} a ${count(max, 'palabra', 'palabras')}`
          : `${count(max, 'palabra', 'palabras')} como máximo`,
    nothing: 'Nada de lo que se le pide mostrar, escribir o confirmar ha cambiado.',
    stays: 'Todo su trabajo conserva su lugar.',
    loses: (lost) =>
      `La versión nueva no tiene lugar para esta parte de su trabajo: ${pieces(lost)}. No se borra nada: queda apartado, donde puede leerlo y copiar de él.`,
    confirmAgain:
      'Lo que haya confirmado hay que confirmarlo de nuevo. Su trabajo tal como está ahora se guarda entre las versiones anteriores.',
    accept: 'Seguir con la versión nueva',
    accepting: 'Un momento…',
    stay: 'Quedarme con la mía por ahora',
    failed: 'No funcionó, y usted sigue con su versión. Inténtelo de nuevo.',
    accepted: (to) => `Ahora sigue con la versión ${to}.`,
    setAside: (lost) => `Quedó apartado: ${pieces(lost)}.`,
    seeAside: 'Ver lo que quedó apartado',
  };
};
