import type { Messages } from '../en/artifact-field.js';
import type { Format } from '../format.js';

export const artifactField = (f: Format): Messages => ({
  partOf: (number, of) => `Parte ${f.number(number)} de ${f.number(of)}`,
  title: 'Sus evidencias',
  missing: (need) => (need > 1 ? `Agregue al menos ${f.number(need)} evidencias.` : 'Agregue un archivo.'),
  loading: 'Cargando…',
  failed: 'No se pudo cargar esta parte del formulario. Su trabajo está a salvo.',
  again: 'Intentar de nuevo',
});
