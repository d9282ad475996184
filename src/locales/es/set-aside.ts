import type { Messages } from '../en/set-aside.js';
import type { Format } from '../format.js';

export const setAside = (f: Format): Messages => ({
  twoVersions: {
    block: 'Dos versiones de este párrafo',
    text: 'Dos versiones de esta explicación',
  },
  reason: 'Se editó al mismo tiempo en otra pestaña o en otro dispositivo. Se conservan las dos: elija cuál se queda.',
  present: 'Ahora en su texto',
  presentGone: 'Se quitó de su texto.',
  other: (at) => `La otra versión, apartada el ${f.dateTime(at)}`,
  keepThis: 'Dejar esta',
  keepPresentLabel: 'Dejar esta: la versión que está ahora en su texto',
  keepOtherLabel: 'Dejar esta: la otra versión',
  keepRemoved: 'No incluirla',
  keepBoth: 'Dejar las dos',
  keptPresent: 'Se queda la versión que está en su texto.',
  keptOther: 'La otra versión está ahora en su texto.',
  keptBoth: 'Las dos están ahora en su texto, una después de la otra.',
  failed: 'No funcionó. Las dos versiones siguen aquí.',

  noPlace: 'Sin lugar',
  noPlaceReason:
    'La credencial se revisó y ya no pide esto. No se borra nada: cópielo a donde lo necesite y después quítelo de aquí.',
  kinds: {
    narrative: 'Un texto',
    block: 'Un párrafo',
    text: 'Una explicación',
    evidence: 'La prueba de un detalle',
    'self-assessment': 'Una autoevaluación',
    attestation: 'Una declaración confirmada',
  },
  since: (at) => `apartado el ${f.dateTime(at)}`,
  places: (titles) => `Dónde se puede ver: ${titles.join('; ')}`,
  nothingToRead: 'No contiene palabras.',
  copy: 'Copiar',
  copied: 'Copiado.',
  copyByHand:
    'Este navegador no permite que la página copie. El texto está seleccionado: cópielo con el teclado o con una pulsación larga.',
  textToCopy: 'Texto para copiar',
  remove: 'Quitar de aquí',
  removed: 'Se quitó. Las versiones anteriores lo conservan.',
  removeFailed: 'No funcionó. Sigue aquí.',
});
