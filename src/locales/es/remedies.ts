import type { Messages } from '../en/remedies.js';
import type { Format } from '../format.js';

type Params = Readonly<Record<string, string | number>>;

export const remedies = (f: Format): Messages => {
  const n = (value: string | number | undefined) => f.number(Number(value ?? 0));
  const words = (value: string | number | undefined) =>
    `${n(value)} ${f.plural(Number(value ?? 0), { one: 'palabra', other: 'palabras' })}`;
  const kinds: Record<string, string> = {
    pdf: 'PDF',
    document: 'documentos de texto',
    presentation: 'presentaciones',
    spreadsheet: 'hojas de cálculo',
    image: 'imágenes',
    audio: 'grabaciones de sonido',
    video: 'videos',
    text: 'texto simple',
    link: 'enlaces',
  };
  const accepted = (accepts: string | number | undefined) =>
    accepts
      ? ` Se aceptan: ${f.list(
          String(accepts)
            .split(',')
            .map((kind) => kinds[kind] ?? kind),
        )}.`
      : '';
  const remedy: Record<string, (p: Params) => string> = {
    'words.below-minimum': ({ words: have, min }) =>
      Number(have) > 0
        ? `Hay ${words(have)} y se piden al menos ${n(min)}. Escriba ${words(Number(min) - Number(have))} más.`
        : Number(min) > 1
          ? `Aquí todavía no hay nada escrito. Se piden al menos ${words(min)}.`
          : 'Aquí todavía no hay nada escrito. Escriba su respuesta.',
    'words.above-maximum': ({ words: have, max }) =>
      `Hay ${words(have)} y se pueden entregar ${n(max)} como máximo. Quite ${words(Number(have) - Number(max))}.`,
    'evidence.pointer-missing': ({ have, need }) =>
      Number(have) > 0
        ? `De los ${n(need)} lugares que se piden hay ${n(have)}. Agregue otro lugar que muestre esto.`
        : 'Todavía nada muestra esto. Elija una evidencia y diga en qué lugar de ella hay que mirar.',
    'evidence.too-many': ({ have, most }) =>
      `Hay ${n(have)} lugares y se pueden entregar ${n(most)} como máximo. Quite los que menos muestren.`,
    'evidence.explanation-missing': () => 'Diga con sus propias palabras cómo lo que eligió demuestra esto.',
    'evidence.artifact-missing': () =>
      'La evidencia que se había elegido aquí se quitó. Tráigala de vuelta o elija otra.',
    'evidence.locator-missing': () =>
      'Diga en qué lugar de la evidencia hay que mirar: la página, el minuto, la parte de la imagen.',
    'evidence.locator-not-specific': () =>
      'El archivo completo es demasiado para buscar. Indique la página, el minuto o la parte que lo muestra.',
    'evidence.locator-out-of-range': () =>
      'El archivo termina antes del lugar indicado. Revise la página o el minuto y corríjalo.',
    'evidence.locator-reversed': () => 'El lugar termina antes de empezar. Corrija el principio y el final.',
    'evidence.file-replaced': () =>
      'El archivo se reemplazó después de elegir este lugar. Revise que todavía muestre lo que usted quiere decir.',
    'artifact.too-few': ({ have, need }) =>
      Number(have) > 0
        ? `De las ${n(need)} evidencias que se piden hay ${n(have)}. Agregue otra.`
        : `Aquí todavía no hay nada y se ${f.plural(Number(need), { one: 'pide', other: 'piden' })} al menos ${n(need)} ${f.plural(Number(need), { one: 'evidencia', other: 'evidencias' })}. Agregue una.`,
    'artifact.too-many': ({ have, most }) =>
      `Hay ${n(have)} evidencias y se pueden entregar ${n(most)} como máximo. Quite las que menos necesite.`,
    'artifact.too-large': ({ size, max }) =>
      `El archivo tiene ${f.bytes(Number(size ?? 0))} y se aceptan ${f.bytes(Number(max ?? 0))} como máximo. Haga una versión más pequeña, por ejemplo un video más corto, y reemplácelo.`,
    'artifact.kind-refused': ({ kind, accepts }) =>
      `Aquí no se aceptan ${kind === 'link' ? 'enlaces' : 'archivos de este tipo'}.${accepted(accepts)} Reemplácelo, por ejemplo con un PDF de lo mismo.`,
    'artifact.kind-unknown': () =>
      'El archivo es de un tipo que no se puede abrir aquí. Guárdelo como PDF y reemplácelo.',
    'artifact.kind-unsafe': () =>
      'El archivo podría funcionar como un programa y, por la seguridad de quienes lo leen, no se acepta. Guárdelo como PDF y reemplácelo.',
    'artifact.kind-contradicts': () =>
      'Lo que hay en el archivo no es lo que dice su nombre. Ábralo en el programa con que se hizo, guárdelo de nuevo y reemplácelo.',
    'artifact.link-invalid': () => 'El enlace no es una dirección web. Debe empezar con https://.',
    'artifact.empty': () => 'El archivo no contiene nada. Reemplácelo con uno que tenga contenido.',
    'artifact.bytes-missing': () =>
      'El archivo no está en este dispositivo y no se ha enviado. Elíjalo de nuevo, o siga en el dispositivo donde lo agregó.',
    'artifact.upload-incomplete': () =>
      'El archivo no ha llegado completo. Deje esta página abierta mientras tenga conexión; el envío sigue solo.',
    'artifact.bytes-differ': () =>
      'Lo que llegó no es el archivo que usted agregó. Reemplácelo con el mismo archivo para que se envíe de nuevo.',
    'artifact.permission-missing': () =>
      'En esta evidencia se puede reconocer a personas. Diga qué permiso tiene de ellas y que lo conserva.',
    'artifact.added-already': () =>
      'Dos evidencias contienen exactamente el mismo archivo. Basta con una: puede probar todos los detalles que usted quiera.',
    'artifact.unused': () => 'Ninguna prueba lleva a esta evidencia. Úsela para un detalle o quítela.',
    'attestation.unsigned': () => 'Lea la declaración y confírmela.',
    'attestation.cleared': () =>
      'Usted la había confirmado y después el trabajo cambió. Lea de nuevo la declaración y confírmela una vez más.',
    'attestation.text-missing': () =>
      'Esta declaración necesita unas palabras. Escríbalas en el campo que está debajo.',
    'applicant.field-missing': ({ field }) =>
      field === 'name'
        ? 'Escriba su nombre como debe leerse en la insignia.'
        : field === 'email'
          ? 'Escriba un correo electrónico donde se le pueda encontrar.'
          : 'Complete este dato sobre usted.',
    'draft.two-versions': () =>
      'Esto se editó en dos lugares a la vez y se conservan las dos versiones. Elija la que se debe entregar.',
    'draft.set-aside': () =>
      'La credencial revisada no tiene lugar para una parte de lo que escribió. Se conserva: úsela en otra parte o quítela.',
    'credential.unknown': () =>
      'La organización no conoce esta versión de la credencial. Su trabajo está a salvo aquí; pregunte a quienes ofrecen la credencial.',
  };
  return {
    remedy,
    unknown: (code) =>
      `La organización encontró algo que esta página no puede explicar. Pida ayuda y mencione este código: ${code}.`,
  };
};
