import type { FormMessages } from '../en/form.js';
import type { Format } from '../format.js';

export const form = (f: Format): FormMessages => ({
  formName: (title) => `Portafolio: ${title}`,
  by: (issuer, affiliate) => (affiliate && affiliate !== issuer ? `${issuer} · ${affiliate}` : issuer),
  saveCopy: 'Guardar una copia',
  more: 'Más',
  openCopy: 'Abrir un archivo de borrador…',
  earlierVersions: 'Versiones anteriores',
  otherDrafts: 'Otros borradores',
  removeDraft: 'Borrar mi trabajo de este dispositivo…',
  removeTitle: '¿Borrar su trabajo de este dispositivo?',
  removeText: (place) =>
    place
      ? `Los textos, los archivos y las versiones anteriores se borran de este navegador. La copia que tiene ${place} se queda allí.`
      : 'Los textos, los archivos y las versiones anteriores se borran de este navegador. No hay otra copia, salvo que usted haya guardado una.',
  removeConfirm: 'Borrar',
  saveCopyFirst: 'Guardar antes una copia',
  cancel: 'Cancelar',
  close: 'Cerrar',
  contents: 'Contenido',
  openContents: (place) => `${place}. Abrir la lista de lo que se pide`,
  companions: 'A la mano',
  questions: 'Preguntas',
  rubric: 'Rúbrica',
  artifacts: 'Evidencias',
  next: (place) => `Siguiente: ${place}`,
  fixNext: (place) => `Resolver: ${place}`,
  begin: 'Comenzar',
  progress: (done, all) =>
    `${f.number(done)} de ${f.number(all)} ${f.plural(all, { one: 'detalle', other: 'detalles' })}`,
  progressTexts: (done, all) =>
    `${f.number(done)} de ${f.number(all)} ${f.plural(all, { one: 'texto', other: 'textos' })}`,
  partOf: (number, all) => `Parte ${f.number(number)} de ${f.number(all)}`,
  places: {
    start: 'Qué se pide',
    artifacts: 'Evidencias',
    'self-assessment': 'Autoevaluación',
    'set-aside': 'Apartado',
    finish: 'Revisar y entregar',
  },
  opening: 'Abriendo…',
  chunkFailed: 'No se pudo cargar esta parte del formulario. Su trabajo está a salvo.',
  tryAgain: 'Intentar de nuevo',
  copySaved: (name) => `Se guardó como ${name}. Póngalo donde lo buscaría: contiene sus textos y archivos.`,
  copyMissing: (files) =>
    `${f.number(files)} ${f.plural(files, { one: 'archivo no está', other: 'archivos no están' })} en este dispositivo y por eso no ${f.plural(files, { one: 'está', other: 'están' })} en la copia.`,
  copyFailed: 'No se pudo hacer la copia. Nada cambió; inténtelo una vez más.',
  notPrivate:
    'La conexión con este sitio no es privada (http). Otras personas en esta red podrían leer lo que usted envía. Puede escribir y guardar; para entregar en un servidor hace falta https.',
  newerVersion:
    'Esta página se actualizó mientras estaba abierta en otro lugar. Vuelva a cargarla para seguir; se conserva todo lo que ha escrito.',
  reload: 'Volver a cargar la página',
  removedElsewhere: 'Este borrador se borró de este dispositivo, aquí o en otra pestaña.',
  startAgain: 'Volver al inicio',
  sending: 'Su trabajo se está entregando y no se puede cambiar por el momento.',
  handedIn: 'Este trabajo ya se entregó. Lo ve tal como se envió.',
  handedOver: 'Usted hizo un paquete con este trabajo. Para seguir trabajando, elija «Cambiar y entregar de nuevo».',
  seeReceipt: 'Ver el comprobante',
  damaged: (entries) =>
    `${f.number(entries)} ${f.plural(entries, { one: 'cambio guardado no se pudo', other: 'cambios guardados no se pudieron' })} leer. Todo lo demás está aquí. Guarde en un archivo lo que no se pudo leer, para que alguien lo revise.`,
  saveDamaged: 'Guardarlo en un archivo',
  imported: 'Se abrió el archivo de borrador.',
  importMissing: (names) =>
    names.length === 1
      ? `Este archivo no estaba dentro y hay que elegirlo de nuevo: ${f.list(names)}.`
      : `Estos archivos no estaban dentro y hay que elegirlos de nuevo: ${f.list(names)}.`,
  importFaults:
    'Una parte del archivo de borrador no se pudo leer. Lo que se pudo leer está aquí; conserve el archivo.',
  importSaveUnread: 'Guardar lo que no se pudo leer',
  importOwnCredential: 'La credencial que contiene está dañada. Es la misma de esta página, así que se usa la de aquí.',
  importOtherCredential:
    'La credencial que contiene está dañada, y esta página tiene otra versión. Su trabajo continúa con la versión de esta página, que tiene un lugar para todo. Vuelva a leer los requisitos.',
  importNoCredential:
    'La credencial de este archivo está dañada, y la de esta página es otra que no tiene un lugar para todo su trabajo. Nada cambió. Conserve el archivo y ábralo en una página que tenga la credencial para la que se escribió.',
  importWorkDamaged:
    'El trabajo que contiene está dañado. Lo que se pudo leer se abrió como un portafolio aparte: puede faltar algo o haber letras equivocadas, así que léalo con atención.',
  importDamaged:
    'El trabajo de este archivo de borrador está dañado y no se pudo leer. Nada cambió. Conserve el archivo; si tiene otra copia, abra esa.',
  importFilesDamaged: (names) =>
    names.length === 1
      ? `Este archivo está dañado y hay que elegirlo de nuevo: ${f.list(names)}.`
      : `Estos archivos están dañados y hay que elegirlos de nuevo: ${f.list(names)}.`,
  importFailed:
    'Este no es un archivo de borrador que se pueda leer. Nada cambió. Elija el archivo .zip que hizo «Guardar una copia».',
  selfAssessTitle: '¿En qué nivel ubicaría su trabajo quien evalúa?',
  selfAssessLead:
    'Elija un nivel para cada criterio y diga por qué en una frase. Ayuda a ver lo que todavía falta y nunca es obligatorio.',
  setAsideTitle: 'Apartado',
  setAsideLead: 'La credencial se revisó y este trabajo ya no tiene lugar en ella. No se borró nada.',
});
