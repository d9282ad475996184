import type { Messages } from '../en/versions.js';
import type { Format } from '../format.js';

export const versions = (f: Format): Messages => ({
  lead: 'Su trabajo tal como estaba en estos momentos, guardado en este dispositivo. Volver atrás no pierde nada: lo que tiene ahora también se guarda.',
  loading: 'Buscando versiones anteriores…',
  empty:
    'Todavía no hay versiones anteriores. Mientras trabaja se guarda una cada diez minutos, y otra antes de cada cambio grande.',
  failed: 'Por ahora no se pueden leer las versiones anteriores.',
  tryAgain: 'Intentar de nuevo',
  closed: 'Su trabajo no se puede cambiar ahora, así que tampoco se puede volver atrás.',
  list: 'Versiones anteriores',
  why: {
    interval: 'Mientras trabajaba',
    'before-change': 'Antes de un cambio grande',
    'before-import': 'Antes de abrir una copia guardada',
    'before-revision': 'Antes de aceptar la credencial revisada',
    'handed-in': 'Tal como lo entregó',
  },
  goBack: 'Volver a esta',
  goBackTo: (when) => `Volver a esta: ${when}`,
  confirm: {
    title: (when) => `¿Volver al ${when}?`,
    text: 'Sus textos, evidencias, pruebas y autoevaluación quedan como estaban entonces. La versión actual se guarda entre las versiones anteriores, así que puede regresar a ella. Lo que haya confirmado habrá que confirmarlo de nuevo.',
    yes: 'Volver',
    no: 'Quedarme con la versión actual',
  },
  restoring: 'Volviendo…',
  restoreFailed: 'No funcionó y nada cambió. Inténtelo de nuevo.',
  restored: (when) =>
    `Su trabajo está como estaba el ${when}. La versión de antes se guarda entre las versiones anteriores.`,
  size: (bytes) => f.bytes(bytes),
});
