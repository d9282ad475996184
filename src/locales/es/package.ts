import type { Messages } from '../en/package.js';
import type { Format } from '../format.js';

export const packagePage = (_f: Format): Messages => ({
  explanationMissing: 'Todavía sin explicación.',
  placesMissing: 'Todavía no se indica ningún lugar.',
  textMissing: 'Todavía no hay nada escrito.',
  files: 'Archivos y enlaces',
  filesMissing: 'Todavía ninguno.',
  notInPackage: 'no está en este paquete',
  attestations: 'Confirmaciones',
  confirmed: 'Confirmado',
  notConfirmed: 'Sin confirmar',
  selfAssessment: 'Autoevaluación',
});
