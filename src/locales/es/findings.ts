import type { Messages } from '../en/findings.js';
import type { Format } from '../format.js';

type Params = Readonly<Record<string, string | number>>;

export const findings = (f: Format): Messages => {
  const n = (value: string | number | undefined) => f.number(Number(value ?? 0));
  const words = (count: number) => `${n(count)} ${f.plural(count, { one: 'palabra', other: 'palabras' })}`;
  const more = (p: Params, one: string, other: string) => {
    const count = Number(p.need) - Number(p.have);
    return `agregue ${n(count)} ${f.plural(count, { one, other })}${Number(p.have) > 0 ? ' más' : ''}`;
  };
  const line: Record<string, (p: Params) => string> = {
    'words.below-minimum': ({ words: have, min }) =>
      Number(have) > 0
        ? `${n(have)} de ${words(Number(min))}`
        : Number(min) > 1
          ? `${words(Number(min))} como mínimo`
          : 'todavía sin escribir',
    'words.above-maximum': ({ words: have, max }) => `${words(Number(have))}, ${n(max)} como máximo`,
    'evidence.pointer-missing': (p) => (Number(p.have) > 0 ? more(p, 'lugar', 'lugares') : 'elija una evidencia'),
    'evidence.too-many': ({ have, most }) => `${n(have)} lugares, ${n(most)} como máximo`,
    'evidence.explanation-missing': () => 'diga cómo lo demuestra',
    'evidence.artifact-missing': () => 'se quitó una evidencia',
    'evidence.locator-missing': () => 'elija dónde mirar',
    'evidence.locator-not-specific': () => 'diga exactamente dónde mirar',
    'evidence.locator-out-of-range': () => 'un lugar no está en el archivo',
    'evidence.locator-reversed': () => 'un lugar termina antes de empezar',
    'evidence.file-replaced': () => 'se cambió el archivo: revise el lugar',
    'artifact.too-few': (p) => more(p, 'evidencia', 'evidencias'),
    'artifact.too-many': ({ have, most }) => `${n(have)} evidencias, ${n(most)} como máximo`,
    'artifact.too-large': () => 'un archivo es demasiado grande',
    'artifact.kind-refused': () => 'un tipo no se acepta',
    'artifact.kind-unknown': () => 'un archivo es de tipo desconocido',
    'artifact.kind-unsafe': () => 'un archivo podría ser un programa',
    'artifact.kind-contradicts': () => 'un archivo no es lo que dice su nombre',
    'artifact.link-invalid': () => 'un enlace no es una dirección web',
    'artifact.empty': () => 'un archivo está vacío',
    'artifact.bytes-missing': () => 'un archivo no está en este dispositivo',
    'artifact.upload-incomplete': () => 'un archivo todavía está en camino',
    'artifact.bytes-differ': () => 'lo que llegó no es el archivo',
    'artifact.permission-missing': () => 'falta indicar el permiso',
    'artifact.unused': ({ count, all }) =>
      Number(count) > 1
        ? `${n(all)} evidencias\u00a0· ${n(count)} todavía sin usar`
        : 'una evidencia todavía no se usa',
    'artifact.added-already': () => 'el mismo archivo se agregó dos veces',
    'attestation.unsigned': () => 'por confirmar',
    'attestation.cleared': () => 'el trabajo cambió: confirme de nuevo',
    'attestation.text-missing': () => 'hacen falta unas palabras',
    'applicant.field-missing': ({ field }) =>
      field === 'name' ? 'su nombre' : field === 'email' ? 'su correo electrónico' : 'un dato sobre usted',
    'draft.two-versions': ({ count }) =>
      f.plural(Number(count), {
        one: 'elija entre dos versiones',
        other: `elija entre versiones, ${n(count)} veces`,
      }),
    'draft.set-aside': ({ count }) =>
      `${n(count)} ${f.plural(Number(count), { one: 'texto espera', other: 'textos esperan' })} su decisión`,
    'credential.unknown': () => 'allí no conocen esta versión',
  };
  return {
    line,
    unknown: (code) => `algo requiere atención (${code})`,
    explanation: (text) => `explicación: ${text}`,
    words,
    artifacts: (count) => `${n(count)} ${f.plural(count, { one: 'evidencia', other: 'evidencias' })}`,
    places: (count) => `${n(count)} ${f.plural(count, { one: 'lugar', other: 'lugares' })}`,
    marked: (have, need) => `${n(have)} de ${n(need)} ${f.plural(need, { one: 'criterio', other: 'criterios' })}`,
    done: 'listo',
  };
};
