import type { StartMessages } from '../en/start.js';
import type { Format } from '../format.js';

export const start = (f: Format): StartMessages => ({
  back: 'Volver a todas las credenciales',
  about: 'Qué va a mostrar',
  outcomes: 'Los resultados y sus detalles',
  outcomesLead: (details) =>
    details === 1
      ? 'El detalle se demuestra con al menos un lugar en sus evidencias, en sus propias palabras.'
      : `Cada uno de los ${f.number(details)} detalles se demuestra con al menos un lugar en sus evidencias, en sus propias palabras.`,
  parts: 'Qué va a entregar',
  words: (min, max) => {
    if (min !== undefined && max !== undefined)
      return `De ${f.number(min)} a ${f.number(max)} ${f.plural(max, { one: 'palabra', other: 'palabras' })}`;
    if (min !== undefined)
      return `${f.number(min)} ${f.plural(min, { one: 'palabra', other: 'palabras' })} como mínimo`;
    return max !== undefined
      ? `${f.number(max)} ${f.plural(max, { one: 'palabra', other: 'palabras' })} como máximo`
      : 'Las palabras que hagan falta';
  },
  questions: (count) => `${f.number(count)} ${f.plural(count, { one: 'pregunta', other: 'preguntas' })}`,
  artifacts: (kinds) => `Evidencias: ${f.list(kinds)}`,
  kinds: {
    pdf: 'PDF',
    document: 'documentos de texto',
    presentation: 'presentaciones',
    spreadsheet: 'hojas de cálculo',
    image: 'imágenes',
    audio: 'sonido',
    video: 'video',
    text: 'texto simple',
    link: 'enlaces',
  },
  locatorRequired: 'En cada detalle usted lleva a quien evalúa a la página o al segundo exacto.',
  attestations: 'Antes de entregar, usted confirma',
  hours: (hours) => `Unas ${f.number(hours)} ${f.plural(hours, { one: 'hora', other: 'horas' })} de trabajo`,
  attempts: (count) => `${f.number(count)} ${f.plural(count, { one: 'intento', other: 'intentos' })}`,
  reviewDays: (days) => `Respuesta en ${f.number(days)} ${f.plural(days, { one: 'día hábil', other: 'días hábiles' })}`,
  blind: 'Se lee sin nombres; lo leen personas que no le conocen',
  audience: (who) => `Para ${f.list(who)}`,
  credit: 'Créditos',
  pdHours: (hours) =>
    `${f.number(hours)} ${f.plural(hours, { one: 'hora', other: 'horas' })} de desarrollo profesional`,
  offered: (name) => `Ofrecida por ${name}`,
  purchase: 'Cómo comprarla',
  orderForm: 'Formulario de pedido',
  prices: 'Precios',
  price: (label, amount, currency, per) =>
    `${label}: ${f.currency(amount, currency)}${per === 'year' ? ' al año' : per === 'credential' ? ' cada una' : ''}`,
  companion: 'Curso que la acompaña',
  resources: 'Recursos',
  access: { everyone: '', members: 'para miembros', enrolled: 'al inscribirse' },
  references: 'Referencias',
  support: 'Ayuda',
  supportBy: 'Escriba o llame si algo no queda claro:',
  begin: 'Comenzar',
  beginNew: 'Comenzar de nuevo',
  shared: 'Esta computadora es compartida',
  sharedHint:
    'No se guarda nada en ella. Usted guarda una copia en un archivo, o su trabajo está solamente en la organización.',
  kept: 'Lo que escribe se guarda en este navegador a medida que lo escribe. Puede parar en cualquier momento y seguir después.',
  drafts: '¿Seguir con su trabajo?',
  draftsLead: 'En este navegador hay trabajo para esta credencial. Ábralo solamente si es suyo.',
  draft: (when) => `Continuar el borrador del ${when}`,
  draftCopied: (ago) => `copia hecha ${ago}`,
  draftNoCopy: 'solamente en este dispositivo',
  draftThere: (there) => `en este dispositivo y en ${there ?? 'la organización'}`,
  draftHandedIn: 'entregado',
  openFile: 'Abrir un archivo de borrador',
  openFileHint: 'El archivo .zip que hizo «Guardar una copia», en este o en otro dispositivo.',
});
