import type { Format } from '../format.js';

const spelled = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

export const en = (f: Format) => {
  const words = (count: number) => `${f.number(count)} ${f.plural(count, { one: 'word', other: 'words' })}`;
  const inWords = (count: number) => spelled[count] ?? f.number(count);
  return {
    words,
    // What stands under a text: how many words, and how far that is.
    below: (count: number, toGo: number) => `${words(count)} · ${f.number(toGo)} to go`,
    reached: (count: number, max: number | undefined) =>
      `${words(count)} · minimum reached${max === undefined ? '' : `, ${f.number(max)} at most`}`,
    within: (count: number, max: number | undefined) =>
      max === undefined ? words(count) : `${words(count)} · ${f.number(max)} at most`,
    over: (count: number, tooMany: number) => `${words(count)} · ${f.number(tooMany)} too many`,
    progress: 'Words towards the minimum',

    // Said once, when a limit is crossed.
    saidBelow: (toGo: number) => `Below the minimum again, ${words(toGo)} to go.`,
    saidReached: (min: number) => `The minimum of ${words(min)} is reached.`,
    saidOver: (tooMany: number) => `Over the maximum: ${words(tooMany)} too many.`,
    saidWithin: 'Within the maximum again.',

    limits: (min: number | undefined, max: number | undefined) =>
      min && max !== undefined
        ? `${f.number(min)} to ${words(max)}.`
        : min
          ? `${words(min)} at least.`
          : max !== undefined
            ? `${words(max)} at most.`
            : '',
    why: 'Why this number?',
    whyRules:
      'Words are counted as Microsoft Word counts them: what stands between spaces is one word. The same rules count again when the work arrives.',
    whyProfile: 'Name of the rules',
    whyQuestions: (count: number) =>
      count
        ? `${words(count)} of question headings are not counted: they are not yours.`
        : 'A question used as a heading is not counted.',
    whyTable: 'Words in each paragraph',
    paragraph: 'Paragraph',
    wordsColumn: 'Words',
    notCounted: 'question, not counted',

    textLabel: 'Your text',
    nothingWritten: 'Nothing was written here.',

    partOf: (number: number, all: number) => `Part ${f.number(number)} of ${f.number(all)}`,
    leadSingle: (asked: number, questions: boolean, reflection: boolean) => {
      const text = reflection ? 'One reflection' : 'One narrative';
      if (asked === 0) return text;
      if (asked === 1) return `${text} that ${questions ? 'answers one question' : 'meets one point'}`;
      const all = asked === 2 ? 'both' : `all ${inWords(asked)}`;
      return `${text} that ${questions ? 'answers' : 'meets'} ${all} ${questions ? 'questions' : 'points'}`;
    },
    leadEach: (asked: number) =>
      `${asked === 1 ? 'One text' : `${capital(inWords(asked))} texts`}, one for each question`,
    least: (min: number) => `${words(min)} at least`,
    leastTogether: (min: number) => `${words(min)} at least in all`,
    most: (max: number) => `${words(max)} at most`,
    kept: 'Your words are kept as you type.',

    questions: 'Questions',
    toggle: (asked: number, answered: number, questions: boolean) => {
      const all = questions
        ? `${f.number(asked)} ${f.plural(asked, { one: 'question', other: 'questions' })}`
        : `${f.number(asked)} ${f.plural(asked, { one: 'point', other: 'points' })}`;
      return answered ? `${all}, ${f.number(answered)} answered` : all;
    },
    insert: 'Insert as heading',
    insertLabel: (question: string) => `Insert as heading: ${question}`,
    goTo: 'Go to this text',
    goToLabel: (question: string) => `Go to this text: ${question}`,
    answerWords: (count: number, enough: boolean) => `${words(count)}${enough ? '' : ' so far'}`,
    answerUnder: (title: string, count: number, enough: boolean) =>
      `“${title}”, ${words(count)}${enough ? '' : ' so far'}`,
    headingsHint: 'Headings are not required. The words under a question’s heading are counted beside it.',
    mayAlso: 'You may also write about',
    states: { todo: 'not begun', doing: 'begun', done: 'answered' },
  };
};

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

export type Messages = ReturnType<typeof en>;
