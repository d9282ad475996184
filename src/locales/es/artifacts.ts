import type { ArtifactKind } from '../../model/credential.js';
import type { Messages } from '../en/artifacts.js';
import type { Format } from '../format.js';

type Params = Readonly<Record<string, string | number>>;

export const artifacts = (f: Format): Messages => {
  const kinds: Record<ArtifactKind, string> = {
    pdf: 'PDF',
    document: 'Documento',
    presentation: 'Presentación',
    spreadsheet: 'Hoja de cálculo',
    image: 'Imagen',
    audio: 'Grabación de sonido',
    video: 'Video',
    text: 'Texto simple',
    link: 'Enlace',
  };
  const many: Record<ArtifactKind, string> = {
    pdf: 'PDF',
    document: 'documentos de texto (Word, OpenDocument, Pages)',
    presentation: 'presentaciones',
    spreadsheet: 'hojas de cálculo',
    image: 'imágenes',
    audio: 'grabaciones de sonido',
    video: 'videos',
    text: 'texto simple',
    link: 'enlaces',
  };
  const named = (list: readonly string[]) => f.list(list.map((kind) => many[kind as ArtifactKind] ?? kind));
  const accepted = (p: Params) => (p.accepts ? ` Se aceptan: ${named(String(p.accepts).split(','))}.` : '');
  const refusals: Record<string, (p: Params) => string> = {
    'artifact.empty': () => 'Este archivo no contiene nada. Revise que se abra en su dispositivo y elíjalo de nuevo.',
    'artifact.kind-refused': (p) =>
      p.kind === 'link'
        ? `Aquí no se aceptan enlaces.${accepted(p)}`
        : `Este archivo es del tipo «${kinds[p.kind as ArtifactKind] ?? p.kind}», que aquí no se acepta.${accepted(p)} Podría guardarlo como uno de estos.`,
    'artifact.kind-contradicts': () =>
      'Lo que hay en este archivo no es lo que dice la terminación de su nombre. Ábralo en el programa con que se hizo, guárdelo de nuevo y elija ese.',
    'artifact.kind-unsafe': () =>
      'Este archivo podría funcionar como un programa y, por la seguridad de quienes lo leen, no se acepta. Guarde como PDF lo que muestra y agregue ese.',
    'artifact.kind-unknown': (p) =>
      p.type === 'inode/directory'
        ? 'Esto es una carpeta. Ábrala y elija los archivos que contiene.'
        : 'Aquí no se conoce este tipo de archivo, así que nadie podría abrirlo. Guárdelo como PDF y agregue ese.',
    'artifact.too-large': (p) =>
      `Este archivo tiene ${f.bytes(Number(p.size))}; se aceptan ${f.bytes(Number(p.max))} como máximo. Agregue una versión más pequeña, por ejemplo un video más corto.`,
    'artifact.link-invalid': () =>
      'Esta no es la dirección de una página web. Debe empezar con https:// y no llevar nombre ni contraseña.',
    'artifact.too-many': (p) => {
      const most = Number(p.most ?? 1);
      return most === 1
        ? 'Hay lugar para una sola evidencia. Reemplace la que está, o quítela primero.'
        : `Hay lugar para ${f.number(most)} evidencias. Quite una que necesite menos y agregue esta después.`;
    },
    'artifact.added-already': (p) =>
      p.title ? `Ya agregó este archivo, como «${p.title}».` : 'Ya agregó este archivo.',
  };

  return {
    listName: 'Evidencias',
    kinds,
    kindOr: (kind) => (kind ? kinds[kind] : 'Archivo'),

    emptyTitle: 'Todavía no hay nada',
    emptyText:
      'Traiga lo que tiene de su trabajo diario: planes, agendas, actas, fotografías, grabaciones. Una misma evidencia puede demostrar varios detalles.',
    accepts: (list) => `Se aceptan: ${named(list)}.`,
    limit: (bytes) => `Hasta ${f.bytes(bytes)} por archivo.`,
    range: (min, max) =>
      min !== undefined && min > 1 && max !== undefined
        ? `De ${f.number(min)} a ${f.number(max)} evidencias.`
        : max !== undefined
          ? `${f.number(max)} ${f.plural(max, { one: 'evidencia', other: 'evidencias' })} como máximo.`
          : min !== undefined && min > 1
            ? `${f.number(min)} evidencias como mínimo.`
            : '',
    addFiles: 'Agregar archivos',
    addFile: 'Agregar un archivo',
    addLink: 'Agregar un enlace',
    dropHint: 'o arrastre los archivos aquí',
    dropNow: 'Suelte para agregar',
    reading: 'Leyendo los archivos…',

    linkAddress: 'Dirección',
    linkAddressHint: 'Cópiela de la barra de direcciones. Debe abrirse sin contraseña.',
    linkTitle: 'Título',
    linkSave: 'Agregar el enlace',
    cancel: 'Cancelar',

    unreadable: 'No se pudo leer este archivo. Revise que se abra en su dispositivo y elíjalo de nuevo.',
    notAdded: 'No se agregó',
    why: (code, params) => refusals[code]?.(params) ?? 'No se pudo agregar.',
    dismissNamed: (name) => `Descartar: ${name}`,
    added: (count) =>
      `${f.plural(count, { one: 'Se agregó', other: 'Se agregaron' })} ${f.number(count)} ${f.plural(count, { one: 'evidencia', other: 'evidencias' })}.`,
    notTaken: (count) => `${f.number(count)} sin agregar.`,
    replaced: (title) => `Se reemplazó «${title}».`,

    state: {
      storing: 'Guardando en este dispositivo…',
      stored: 'En este dispositivo',
      memory: 'Solamente en esta página: el navegador no lo quiso guardar',
      page: 'Solamente en esta página',
      missing: 'El archivo no está en este dispositivo. Elíjalo de nuevo.',
      waiting: 'A la espera de enviarse',
      offline: 'A la espera de conexión',
      sending: (percent) => `Enviando, ${f.number(percent)}%`,
      arrived: 'Llegó, se está revisando',
      checked: 'Llegó y está revisado',
      failed: {
        full: 'No se envió: en el destino no hay espacio para él.',
        'too-large': 'No se envió: el destino no recibe archivos de este tamaño.',
        unauthorised: 'No se envió: el destino no conoce este dispositivo.',
        mismatch: 'No se envió: llegó dañado.',
        refused: 'No se envió: el destino no lo recibió.',
        frozen: 'No se envió: el trabajo ya se había entregado.',
        other: 'No se envió: falló la conexión.',
      },
    },
    keepOpen: 'Deje esta página abierta hasta que haya llegado.',
    progress: (title) => `Enviando «${title}»`,
    again: 'Intentar de nuevo',
    chooseAgain: 'Elegir el archivo',

    proves: (codes) => `Demuestra ${codes.join(', ')}`,
    unused: 'Todavía sin usar',
    peopleSeen: {
      none: 'No se reconoce a nadie',
      adults: 'Se reconoce a personas adultas',
      students: 'Se reconoce a estudiantes',
      both: 'Se reconoce a personas adultas y a estudiantes',
    },
    permissionKept: (words) => `permiso: ${words}`,
    permissionMissing: 'Diga qué permiso conserva',

    edit: 'Editar',
    more: 'Más',
    moreNamed: (title) => `Más sobre «${title}»`,
    named: (title) => `«${title}»`,
    download: 'Descargar',
    open: 'Abrir',
    openNewTab: '(se abre en otra pestaña)',
    replace: 'Reemplazar el archivo',
    up: 'Subir',
    down: 'Bajar',
    remove: 'Quitar',
    done: 'Listo',
    movedTo: (title, place, of) => `«${title}» está ahora en el lugar ${f.number(place)} de ${f.number(of)}.`,
    gone: 'No se pudo leer el archivo en este dispositivo.',

    fieldTitle: 'Título',
    fieldAddress: 'Dirección',
    fieldNote: 'Nota',
    fieldNoteHint: 'Lo que conviene saber al leerlo: la ocasión, la fecha, lo que hubo antes.',
    fieldPeople: '¿A quién se puede reconocer, porque se ve, se oye o se nombra?',
    people: {
      none: 'A nadie',
      adults: 'A personas adultas',
      students: 'A estudiantes',
      both: 'A personas adultas y a estudiantes',
    },
    fieldPermission: '¿Qué permiso conserva usted?',
    fieldPermissionHint: 'Por ejemplo: «formularios firmados, guardados en la escuela». Sin nombres.',
    fieldMadeWith: 'Hecho junto con',
    fieldMadeWithHint: 'Funciones, nunca nombres, separadas por comas: «equipo de cuarto grado, asesora pedagógica».',
    fieldMyPart: 'Su propia parte en él',

    removeTitle: (title) => `¿Quitar «${title}»?`,
    removeUsed: (codes) =>
      `Demuestra ${f.list(codes)}. Sus explicaciones se quedan, pero estos lugares no llevarán a ninguna parte hasta que elija otra evidencia o traiga esta de vuelta.`,
    removeUnused: 'Nada de lo que escribió depende de esta evidencia.',
    removeYes: 'Quitar',
    removeNo: 'Conservar',
    removed: (title) => `Se quitó «${title}».`,
    undo: 'Deshacer',
  };
};
