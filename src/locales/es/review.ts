import type { Messages } from '../en/review.js';
import type { Format } from '../format.js';

export const review = (f: Format): Messages => {
  const n = (count: number) => f.number(count);
  const things = (count: number) => `${n(count)} ${f.plural(count, { one: 'cosa', other: 'cosas' })}`;
  const words = (count: number) => `${n(count)} ${f.plural(count, { one: 'palabra', other: 'palabras' })}`;
  const files = (count: number) => `${n(count)} ${f.plural(count, { one: 'archivo', other: 'archivos' })}`;
  const days = (count: number) => `${n(count)} ${f.plural(count, { one: 'día hábil', other: 'días hábiles' })}`;
  const who = (there: string | undefined) => there ?? 'la organización';
  const Who = (there: string | undefined) => there ?? 'La organización';
  return {
    title: {
      remaining: (count) =>
        count <= 3
          ? `Casi está: ${f.plural(count, { one: 'falta', other: 'faltan' })} ${things(count)}`
          : `Quedan ${things(count)} por hacer`,
      ready: 'Todo listo para entregar',
      underway: 'Entregando',
      done: 'Entregado',
      packed: 'Su paquete está listo',
    },
    readyLead: 'Está todo lo que se pide. Lo entrega exactamente como está ahora.',

    remaining: 'Lo que todavía falta',
    advice: (count) => `Conviene revisar (${n(count)})`,
    adviceLead: 'Nada de esto es obligatorio. Quienes evalúan podrían preguntar por ello.',
    states: { todo: 'sin comenzar', doing: 'comenzado', done: 'completo' },
    setAside: 'Apartado',
    selfAssessment: 'Autoevaluación',
    uploading: (arrived, all) =>
      `${f.plural(arrived, { one: 'Llegó', other: 'Llegaron' })} ${n(arrived)} de ${files(all)}`,
    uploadProgress: 'Archivos en camino',
    gaps: (names) => `Todavía falta: ${f.list(names)}`,
    toConfirm: (count) => `${n(count)} por confirmar`,

    about: {
      title: 'Sobre usted',
      apart:
        'Quienes evalúan nunca ven esto. Se guarda separado de su trabajo, y solamente lo usan quienes ofrecen la credencial.',
      name: 'Su nombre',
      nameHint: 'Como debe leerse en la insignia.',
      email: 'Correo electrónico',
      emailHint: 'Adonde se envía el resultado.',
      optional: '(opcional)',
      choose: 'Elija…',
      terms: 'Nombres que no deben aparecer en su trabajo, uno por línea',
      termsHint:
        'De su escuela, sus colegas, sus estudiantes. La lista queda con lo que usted dice de sí, separada de su trabajo.',
    },
    gapNames: { name: 'su nombre', email: 'su correo electrónico' },
    gapNamed: (label) => `«${label}»`,

    confirm: {
      title: 'Por último, usted confirma',
      cleared: (when) => `Su trabajo cambió el ${when}, después de que confirmó esto. Revíselo y confirme de nuevo.`,
      textMissing: 'Aquí hacen falta unas palabras.',
    },

    sent: {
      title: 'Lo que entrega',
      titleDone: 'Lo que se entregó',
      texts: 'Textos',
      words,
      total: 'Todos los textos',
      profile: (profile) => `Contadas como las cuenta Microsoft Word (${profile}).`,
      files: 'Archivos',
      filesTotal: (count, size) => `${files(count)}, ${size}`,
      noFiles: 'Sin archivos',
      links: 'Enlaces',
      nothingWritten: 'Todavía no hay nada escrito.',
    },

    action: {
      fixNext: (name) => `Resolver: ${name}`,
      handIn: 'Entregar',
      makePackage: 'Hacer el paquete',
      preparing: 'Preparando…',
      sending: 'Enviando…',
      waiting: 'A la espera de enviarse',
      to: (who) => `Va a ${who}.`,
      toUnknown: 'Va a quienes ofrecen esta credencial.',
      package: (who) =>
        `El paquete es un solo archivo con sus textos, sus archivos y, separado de ellos, lo que dijo de usted. Se guarda en este dispositivo; después usted lo envía a ${who ?? 'quienes ofrecen esta credencial'}.`,
    },

    status: {
      preparing: 'Se está reuniendo su trabajo. Deje esta página abierta.',
      sending: 'Enviando… deje esta página abierta.',
      waiting: 'Todavía no se envía. Se guarda aquí y se envía solo en cuanto vuelva la conexión.',
      busy: (there) =>
        `Todavía no se envía: ${who(there)} no puede recibirlo por ahora. Se guarda aquí y se vuelve a enviar solo.`,
      insecure:
        'No se envió: la conexión de esta página no es privada (no es https), y lo que dijo de usted se podría leer en el camino. Su trabajo queda guardado aquí. Avise a los dueños de esta página.',
      unreached: (there) =>
        `Todavía no se entregó nada: ${who(there)} no responde. Su trabajo queda guardado aquí. Inténtelo de nuevo cuando vuelva la conexión.`,
      refused: (there) => `${Who(there)} no lo recibió. No se entregó nada y su trabajo está como estaba.`,
      refusedFindings: 'Encontró esto:',
      unauthorised: (there) =>
        `${Who(there)} no reconoce este dispositivo como suyo. Guarde una copia y pregunte a quienes ofrecen la credencial.`,
      notFound: 'Nada recibe trabajos en la dirección que tiene esta página. Avise a los dueños de esta página.',
      tooLarge: (there) => `Es más grande de lo que acepta ${who(there)}.`,
      storage: {
        full: 'No se entregó nada: en este dispositivo no queda espacio. Libere espacio e inténtelo de nuevo.',
        refused:
          'No se entregó nada: este navegador no permitió guardar lo necesario para enviarlo con seguridad. Inténtelo de nuevo, o guarde una copia y siga en otro navegador.',
        unavailable:
          'No se entregó nada: este navegador no permitió guardar lo necesario para enviarlo con seguridad. Inténtelo de nuevo, o guarde una copia y siga en otro navegador.',
        'newer-version': 'No se entregó nada: esta página se actualizó. Vuelva a cargarla e inténtelo de nuevo.',
        removed: 'No se entregó nada: este borrador se borró del dispositivo en otra ventana.',
        failed: 'No se entregó nada: algo falló en este dispositivo. Inténtelo de nuevo.',
      },
      failed: 'No se entregó nada: no se pudo reunir el trabajo. Inténtelo de nuevo.',
    },

    receipt: {
      number: 'Número de comprobante',
      copy: 'Copiar',
      copied: 'Se copió el número de comprobante.',
      at: 'Entregado el',
      packedAt: 'Hecho el',
      credential: 'Credencial',
      version: (version) => `versión ${version}`,
      attempt: 'Intento',
      checksums: 'Sumas de verificación (SHA-256)',
      checksumsLead:
        'Con ellas cualquiera puede probar después que un archivo, o el conjunto, es exactamente lo que se entregó.',
      whole: 'Todo lo entregado',
      adviceOpen: (count) => `Consejos que quedaron abiertos (${n(count)})`,
      print: 'Imprimir',
      save: 'Guardar el comprobante',
      fileName: (number) => `comprobante-${number}.txt`,
      next: 'Qué sigue',
      todo: 'Qué hacer ahora',
      review: (count) => `Quienes evalúan responden en ${days(count)}.`,
      blind: 'Ven su trabajo, no quién es usted.',
      kept: 'Su trabajo queda en este dispositivo tal como se entregó.',
      keepNumber: 'Conserve el número: con él se encuentra su trabajo cuando pregunte.',
      send: (who) =>
        `El paquete se guardó en este dispositivo, lo más probable en sus descargas. No se ha enviado nada: ahora envíelo a ${who ?? 'quienes ofrecen esta credencial'}.`,
      mail: (address) => `Escribir a ${address}`,
      attach: 'Adjunte el paquete al correo. Si es demasiado grande para un correo, pídales otra forma.',
      subject: (title, number) => `${title}: portafolio ${number}`,
      help: 'Ayuda',
      again: 'Guardar el paquete de nuevo',
      againFailed: 'No se pudo hacer el paquete de nuevo. Inténtelo una vez más.',
      saved: 'El paquete está guardado en este dispositivo.',
      change: 'Cambiar y entregar de nuevo',
      changeHint: 'Abre su trabajo otra vez. Lo que envió queda como estaba; después hace un paquete nuevo.',
      opened: 'Su trabajo está abierto otra vez. Puede cambiarlo.',
      earlier: (count) => `Comprobantes anteriores (${n(count)})`,
    },
    announce: {
      done: (number) => `Entregado. Su número de comprobante es ${number}.`,
      packed: (number) =>
        `Su paquete está listo y guardado en este dispositivo. Su número de comprobante es ${number}.`,
    },
  };
};
