import type { LocatorKind } from '../../model/locator.js';
import type { Messages } from '../en/evidence.js';
import type { Format } from '../format.js';

export const evidence = (f: Format): Messages => {
  const kinds: Record<LocatorKind, string> = {
    page: 'Página',
    time: 'Tiempo',
    slide: 'Diapositiva',
    region: 'Área',
    quote: 'Cita',
    section: 'Título',
    whole: 'Completo',
    other: 'Con palabras',
  };
  return {
    kicker: (part, of, outcome) =>
      `Parte ${f.number(part)} de ${f.number(of)}${outcome ? ` · Resultado ${outcome}` : ''}`,
    states: { todo: 'Sin comenzar', doing: 'Comenzado', done: 'Completo' },
    toDo: (words) => `Por hacer: ${words}`,
    begin: 'Comenzar',
    goOn: 'Continuar',
    edit: 'Editar',
    done: 'Listo',
    remove: 'Quitar',
    cancel: 'Cancelar',
    forDetail: (code) => code,
    forArtifact: (title) => `«${title}»`,
    next: (name) => `Siguiente: ${name}`,
    gone: 'Una evidencia que se quitó',
    places: 'Qué lo muestra',

    explanation: '¿Cómo demuestra esto?',
    words: (count, min, max) => {
      const have = `${f.number(count)} ${f.plural(count, { one: 'palabra', other: 'palabras' })}`;
      if (min !== undefined && count < min) {
        return `${have} · ${f.plural(min - count, { one: 'falta', other: 'faltan' })} ${f.number(min - count)}`;
      }
      if (max !== undefined && count > max) {
        return `${have} · ${f.plural(count - max, { one: 'sobra', other: 'sobran' })} ${f.number(count - max)}`;
      }
      return max === undefined ? have : `${have} · ${f.number(max)} como máximo`;
    },
    addFirst: 'Elegir una evidencia',
    addAnother: 'Agregar otra evidencia',
    removed: (title) => `«${title}» ya no está aquí.`,
    undo: 'Deshacer',
    added: (title) => `Se agregó «${title}». Diga dónde mirar.`,
    replacedNote: 'Desde entonces se reemplazó el archivo. Revise que el lugar todavía lo muestre.',
    stillRight: 'Todavía lo muestra',

    pick: '¿Qué evidencia lo muestra?',
    pickNone: 'Todavía no hay evidencias. Agregue la primera.',
    usedHere: 'ya se eligió aquí',
    use: 'Usar esta evidencia',
    upload: 'Agregar una nueva',
    uploading: 'Leyendo el archivo…',

    where: 'Dónde mirar',
    whereKind: 'Indicar por',
    notThere: 'Este lugar no está en el archivo:',
    chooseWhere: 'Elegir dónde mirar',
    kinds,
    field: {
      page: 'Página',
      time: 'Tiempo',
      slide: 'Diapositiva',
      quote: 'Las palabras exactas',
      section: 'El título',
      other: 'Dónde está',
      region: 'Área',
      whole: '',
    },
    example: {
      page: 'p. 3, pp. 5–6',
      time: '12:30 o 12:30–14:00',
      slide: '4',
      quote: '',
      section: '',
      region: '',
      whole: '',
      other: 'segunda hoja, filas 5 a 9',
    },
    onPage: 'En la página',
    box: ['Desde la izquierda', 'Desde arriba', 'Ancho', 'Alto'],
    percent: '%',
    areaHint: 'En porcentajes enteros del ancho y del alto de la imagen o de la página.',
    anotherPlace: 'Agregar otro lugar',
    removePlace: 'Quitar este lugar',
    understood: (places) => f.list(places),
    fault: {
      'locator.empty': '',
      'locator.unreadable': (text: string) => `«${text}» todavía no se entiende.`,
      'locator.several': (text: string) => `«${text}» son varios lugares. Sepárelos con comas.`,
      'locator.reversed': (text: string) => `«${text}» termina antes de empezar.`,
      'locator.zero': () => 'Se cuenta desde 1.',
      'locator.label-unknown': (text: string) => `Ninguna página del archivo se llama «${text}».`,
      'locator.label-ambiguous': (text: string) =>
        `Más de una página se llama «${text}». Agregue su número entre paréntesis, como en «${text} (4)».`,
    },
    wrongKind: (text, kind) => `«${text}» se lee como ${kinds[kind].toLowerCase()}, y este archivo no lo tiene.`,
    outOfPages: (pages) =>
      `El archivo tiene ${f.number(pages)} ${f.plural(pages, { one: 'página', other: 'páginas' })}.`,
    outOfTime: (length) => `Termina en ${length}.`,
    outOfPicture: 'El área se sale del borde.',
    boxMissing: 'Indique el ancho y el alto del área.',

    said: {
      page: (page) => `página ${f.number(page)}`,
      pages: (from, to) => `páginas ${f.number(from)} a ${f.number(to)}`,
      labelled: (label, page, to) =>
        to === undefined
          ? `página ${label}, que es la número ${f.number(page)} del archivo`
          : `desde la página ${label}, que es la número ${f.number(page)} del archivo, hasta la número ${f.number(to)}`,
      at: (time) => `en ${time}`,
      stretch: (from, to) => `de ${from} a ${to}`,
      slide: (slide) => `diapositiva ${f.number(slide)}`,
      slides: (from, to) => `diapositivas ${f.number(from)} a ${f.number(to)}`,
      area: 'un área de la imagen',
      areaOf: (page) => `un área de la página ${f.number(page)}`,
      quote: (words) => `las palabras «${words}»`,
      quoteOn: (words, page) => `las palabras «${words}» en la página ${f.number(page)}`,
      section: (heading) => `bajo el título «${heading}»`,
      whole: 'todo el contenido',
    },
    chip: { whole: 'todo', area: 'área', areaOf: (page) => `área de la p. ${page}` },
  };
};
