import type { LoadMessages } from '../en/load.js';
import type { Format } from '../format.js';

export const load = (f: Format): LoadMessages => ({
  title: 'No se puede mostrar el formulario',
  safe: 'El trabajo guardado en este navegador está a salvo.',
  document: { credential: 'de la credencial', affiliate: 'de quien la ofrece' },
  faultsTitle: (what, count) =>
    `El archivo ${what} tiene ${f.number(count)} ${f.plural(count, { one: 'error', other: 'errores' })}`,
  faultsLead: 'Para quien mantiene esta página: aquí está todo lo que falla y qué hacer.',
  path: 'Dónde',
  whole: 'el archivo completo',
  line: (line, column) => `línea ${f.number(line)}, columna ${f.number(column)}`,
  expected: 'Se esperaba',
  found: 'Se encontró',
  remedy: 'Qué hacer',
  reasons: {
    'not-found': 'No hay nada en esta dirección.',
    timeout: 'El servidor no respondió a tiempo.',
    html: 'Llegó una página web en lugar de un archivo. La dirección puede llevar a una página de inicio de sesión, o la red pide que inicie sesión primero.',
    'unreachable-or-cors': 'No se pudo leer ninguna respuesta.',
    offline: 'No hay conexión a internet.',
    server: 'El servidor respondió con un error.',
  },
  status: (status) => `Código ${status}.`,
  remedies: {
    'not-found': 'Revise la dirección en la etiqueta.',
    timeout: 'Inténtelo de nuevo. Si sigue igual, revise el servidor.',
    html: 'Inicie sesión en la red, o revise la dirección en la etiqueta.',
    crossOrigin:
      'El archivo está en otro sitio. Su servidor debe permitir este con la cabecera «Access-Control-Allow-Origin». También puede estar fuera de servicio.',
    sameOrigin: 'El servidor puede estar fuera de servicio, o un bloqueador pudo impedirlo.',
    offline: 'Conéctese e inténtelo de nuevo.',
    server: 'Inténtelo de nuevo en unos minutos.',
  },
  address: 'Dirección',
  tryAgain: 'Intentar de nuevo',
  storage: {
    'newer-version':
      'Este borrador se escribió con una versión más nueva de este formulario. Vuelva a cargar la página; si no ayuda, hay que actualizar el sitio.',
    removed: 'Este borrador se borró de este dispositivo.',
    full: 'Este dispositivo está lleno. Libere espacio e inténtelo de nuevo.',
    refused: 'El navegador no permite que esta página guarde nada.',
    unavailable:
      'No se puede abrir el espacio donde guarda el navegador. Cierre otras pestañas de este sitio e inténtelo de nuevo.',
    failed: 'No se pudo abrir el borrador. No se cambió.',
  },
});
