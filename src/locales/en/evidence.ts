import type { LocatorKind } from '../../model/locator.js';
import type { Format } from '../format.js';

export const en = (f: Format) => {
  const kinds: Record<LocatorKind, string> = {
    page: 'Page',
    time: 'Time',
    slide: 'Slide',
    region: 'Area',
    quote: 'Quote',
    section: 'Heading',
    whole: 'The whole of it',
    other: 'In words',
  };
  return {
    kicker: (part: number, of: number, outcome?: string) =>
      `Part ${f.number(part)} of ${f.number(of)}${outcome ? ` · Outcome ${outcome}` : ''}`,
    states: { todo: 'Not begun', doing: 'Begun', done: 'Complete' },
    toDo: (words: string) => `Still to do: ${words}`,
    begin: 'Begin',
    goOn: 'Go on',
    edit: 'Edit',
    done: 'Done',
    remove: 'Remove',
    cancel: 'Cancel',
    /** Said after the word on a button, so that buttons tell apart: "Edit 2.a". */
    forDetail: (code: string) => code,
    forArtifact: (title: string) => `“${title}”`,
    next: (name: string) => `Next: ${name}`,
    gone: 'An artifact that was removed',
    places: 'What shows it',

    explanation: 'How does this prove it?',
    words: (count: number, min: number | undefined, max: number | undefined) => {
      const have = `${f.number(count)} ${f.plural(count, { one: 'word', other: 'words' })}`;
      if (min !== undefined && count < min) return `${have} · ${f.number(min - count)} to go`;
      if (max !== undefined && count > max) return `${have} · ${f.number(count - max)} too many`;
      return max === undefined ? have : `${have} · ${f.number(max)} at most`;
    },
    addFirst: 'Choose an artifact',
    addAnother: 'Add another artifact',
    removed: (title: string) => `“${title}” no longer stands here.`,
    undo: 'Undo',
    added: (title: string) => `“${title}” was added. Say where to look.`,
    replacedNote: 'The file was replaced since. Check that the place still shows it.',
    stillRight: 'It still does',

    pick: 'Which artifact shows it?',
    pickNone: 'There are no artifacts yet. Add the first one.',
    usedHere: 'chosen here already',
    use: 'Use this artifact',
    upload: 'Add a new one',
    uploading: 'Reading the file…',

    where: 'Where to look',
    whereKind: 'Show where',
    notThere: 'This place is not in the file:',
    chooseWhere: 'Choose where to look',
    kinds,
    field: {
      page: 'Page',
      time: 'Time',
      slide: 'Slide',
      quote: 'The exact words',
      section: 'The heading',
      other: 'Where it is',
      region: 'Area',
      whole: '',
    } satisfies Record<LocatorKind, string>,
    example: {
      page: 'p. 3, pp. 5–6',
      time: '12:30 or 12:30–14:00',
      slide: 'slide 4',
      quote: '',
      section: '',
      region: '',
      whole: '',
      other: 'second sheet, rows 5 to 9',
    } satisfies Record<LocatorKind, string>,
    onPage: 'On page',
    box: ['From the left', 'From the top', 'Width', 'Height'] as readonly [string, string, string, string],
    percent: '%',
    areaHint: 'In whole percent of the picture’s or page’s width and height.',
    anotherPlace: 'Add another place in it',
    removePlace: 'Remove this place',
    understood: (places: readonly string[]) => f.list(places),
    fault: {
      'locator.empty': '',
      'locator.unreadable': (text: string) => `“${text}” is not understood yet.`,
      'locator.several': (text: string) => `“${text}” are several places. Put commas between them.`,
      'locator.reversed': (text: string) => `“${text}” ends before it begins.`,
      'locator.zero': () => 'Counting begins at 1.',
      'locator.label-unknown': (text: string) => `No page of the file is called “${text}”.`,
      'locator.label-ambiguous': (text: string) =>
        `More than one page is called “${text}”. Add its place in brackets, as in “${text} (4)”.`,
    } as Record<string, string | ((text: string) => string)>,
    wrongKind: (text: string, kind: LocatorKind) =>
      `“${text}” reads as ${kinds[kind].toLowerCase()}, which this file does not have.`,
    outOfPages: (pages: number) =>
      `The file has ${f.number(pages)} ${f.plural(pages, { one: 'page', other: 'pages' })}.`,
    outOfTime: (length: string) => `It ends at ${length}.`,
    outOfPicture: 'The area goes over the edge.',
    boxMissing: 'Give the width and height of the area.',

    said: {
      page: (page: number) => `page ${f.number(page)}`,
      pages: (from: number, to: number) => `pages ${f.number(from)} to ${f.number(to)}`,
      labelled: (label: string, page: number, to: number | undefined) =>
        to === undefined
          ? `page ${label}, which is number ${f.number(page)} in the file`
          : `from page ${label}, which is number ${f.number(page)} in the file, to number ${f.number(to)}`,
      at: (time: string) => `at ${time}`,
      stretch: (from: string, to: string) => `from ${from} to ${to}`,
      slide: (slide: number) => `slide ${f.number(slide)}`,
      slides: (from: number, to: number) => `slides ${f.number(from)} to ${f.number(to)}`,
      area: 'an area of the picture',
      areaOf: (page: number) => `an area of page ${f.number(page)}`,
      quote: (words: string) => `the words “${words}”`,
      quoteOn: (words: string, page: number) => `the words “${words}” on page ${f.number(page)}`,
      section: (heading: string) => `under the heading “${heading}”`,
      whole: 'the whole of it',
    },
    chip: { whole: 'all of it', area: 'area', areaOf: (page: number) => `area of p. ${page}` },
  };
};

export type Messages = ReturnType<typeof en>;
