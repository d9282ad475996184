import type { Messages } from '../en/save.js';
import type { Format } from '../format.js';

export const save = (f: Format): Messages => {
  const who = (there: string | undefined) => there ?? 'la organización';
  const files = (count: number) => `${f.number(count)} ${f.plural(count, { one: 'archivo', other: 'archivos' })}`;
  const words = (count: number) => `${f.number(count)} ${f.plural(count, { one: 'palabra', other: 'palabras' })}`;
  return {
    label: 'Dónde está su trabajo',
    saveCopy: 'Guardar una copia',
    close: 'Cerrar',
    status: {
      newerVersion: 'Esta página se actualizó: vuelva a cargarla para seguir',
      removed: 'Borrado de este dispositivo',
      full: 'Sin guardar: el disco está lleno. Lo escrito está a salvo mientras esta página siga abierta.',
      refused: 'Sin guardar: este navegador no lo permitió. Lo escrito está a salvo mientras esta página siga abierta.',
      failed: 'Sin guardar: falló y se intenta de nuevo. Lo escrito está a salvo mientras esta página siga abierta.',
      saving: 'Guardando…',
      page: 'Solamente en esta página',
      device: 'Solamente en este dispositivo',
      both: (there) => `En este dispositivo y en ${who(there)}`,
      behind: (there) => `En este dispositivo · sus últimas palabras van en camino a ${who(there)}`,
      awayBehind: (there) => `En esta página · sus últimas palabras van en camino a ${who(there)}`,
      awayFailed: (there) => `En ${who(there)} · falla al guardar en este dispositivo`,
      away: (there) => `En ${who(there)}, no en este dispositivo`,
      offline: 'Sin conexión · guardado en este dispositivo',
      offlinePage: 'Sin conexión · solamente en esta página',
      waiting: (there) => `En este dispositivo · sin conexión con ${who(there)} por ahora`,
      stopped: (there) => `Solamente en este dispositivo · ${who(there)} no recibe cambios`,
    },
    short: {
      newerVersion: 'Recargar',
      removed: 'Borrado',
      full: 'Sin guardar',
      refused: 'Sin guardar',
      failed: 'Sin guardar',
      saving: 'Guardando…',
      page: 'En la página',
      device: 'Dispositivo',
      both: '2 copias',
      behind: 'Enviando…',
      away: '1 copia',
      awayBehind: 'Enviando…',
      awayFailed: 'Falla aquí',
      offline: 'Sin conexión',
      offlinePage: 'Sin conexión',
      waiting: 'Dispositivo',
      stopped: 'Dispositivo',
    },
    justNow: 'hace un momento',
    lastCopy: (ago) => `última copia ${ago}`,
    noCopy: 'todavía sin copia',
    shortUnderway: 'Enviando archivos',
    filesUnderway: (count) => `${files(count)} todavía en camino`,
    recovered: 'Su trabajo se guarda de nuevo.',

    device: {
      name: 'Este dispositivo',
      kept: 'Todo lo que escribe se guarda en este navegador a medida que lo escribe.',
      saving: 'Se están guardando sus últimas palabras.',
      memory: 'No se guarda nada en este navegador: aquí no guarda, o es una ventana privada.',
      chosen:
        'No se guarda nada en este navegador, como usted eligió para una computadora compartida. Se pierde al cerrar la página.',
      problem: 'El último cambio no se pudo guardar. Está en esta página, y se intenta guardar de nuevo.',
      files: (kept, all) =>
        kept === all
          ? `${files(all)} ${f.plural(all, { one: 'guardado', other: 'guardados' })} aquí.`
          : `${f.number(kept)} de ${files(all)} aquí.`,
      risk: 'Un navegador puede borrar lo que guarda: Safari lo hace tras 7 días sin visitas, cualquiera cuando se borran los datos del sitio.',
    },
    remote: {
      name: (there) => there ?? 'La organización',
      synced: (when) => (when ? `Tiene todo lo escrito hasta el ${when}.` : 'Tiene todo lo escrito.'),
      until: (when) => `Tiene lo escrito hasta el ${when}.`,
      sending: 'Sus últimos cambios van en camino.',
      offline: 'No hay conexión. Sus cambios se envían en cuanto la haya.',
      waiting: 'No responde por ahora. Se vuelve a intentar solo.',
      frozen: 'Tiene su trabajo tal como se entregó, y ya no recibe cambios.',
      stopped: 'No recibe sus cambios. Guarde una copia y pida ayuda a quienes ofrecen la credencial.',
      files: (arrived, all) =>
        `${f.plural(arrived, { one: 'Llegó', other: 'Llegaron' })} ${f.number(arrived)} de ${files(all)}.`,
    },
    copy: {
      name: 'Una copia que usted guardó',
      none: 'Todavía ninguna. Una copia es un archivo que puede guardar en otra parte y abrir en otro dispositivo.',
      made: (when, has, of) => `Hecha el ${when}, con ${words(has)} y ${files(of)}.`,
    },
  };
};
