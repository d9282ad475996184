import type { Format } from '../format.js';

/** Of the work, by kind, what has no place in the revised credential. */
export interface LostPlaces {
  texts: number;
  explanations: number;
  marks: number;
  confirmations: number;
}

export const en = (f: Format) => {
  const count = (value: number, one: string, other: string) => `${f.number(value)} ${f.plural(value, { one, other })}`;
  const pieces = ({ texts, explanations, marks, confirmations }: LostPlaces) =>
    f.list(
      [
        texts > 0 && count(texts, 'text', 'texts'),
        explanations > 0 && count(explanations, 'explanation with its proof', 'explanations with their proof'),
        marks > 0 && count(marks, 'mark of your self-assessment', 'marks of your self-assessment'),
        confirmations > 0 && count(confirmations, 'confirmation', 'confirmations'),
      ].filter((each) => each !== false),
    );
  return {
    region: 'Revised credential',
    revised: (to: string, from: string) =>
      `The credential was revised: version ${to}. You go on with ${from} until you decide.`,
    see: 'See what changed',
    hide: 'Hide what changed',
    title: (from: string, to: string) => `What changed from ${from} to ${to}`,
    kinds: { added: 'New', removed: 'No longer asked', changed: 'Changed' },
    what: {
      overview: 'Overview',
      part: 'Part',
      prompt: 'Question',
      outcome: 'Outcome',
      detail: 'Detail',
      attestation: 'What you confirm',
      criterion: 'Rubric',
      words: 'Number of words',
    },
    before: 'Before',
    after: 'Now',
    limits: (min: number, max: number | undefined) =>
      max === undefined
        ? min > 0
          ? `${count(min, 'word', 'words')} at least`
          : 'any number of words'
        : min > 0
          ? `${f.number(min)} to ${count(max, 'word', 'words')}`
          : `${count(max, 'word', 'words')} at most`,
    nothing: 'Nothing of what you are asked to show, write or confirm has changed.',
    stays: 'All your work keeps its place.',
    loses: (lost: LostPlaces) =>
      `The new version has no place for this work of yours: ${pieces(lost)}. Nothing is deleted: it is set aside, where you can read it and copy from it.`,
    confirmAgain:
      'What you have confirmed is to be confirmed again. Your work as it is now is kept among the earlier versions.',
    accept: 'Go on with the new version',
    accepting: 'One moment…',
    stay: 'Stay with mine for now',
    failed: 'It did not work, and you still go on with your version. Try again.',
    accepted: (to: string) => `You now go on with version ${to}.`,
    setAside: (lost: LostPlaces) => `Set aside: ${pieces(lost)}.`,
    seeAside: 'See what was set aside',
  };
};

export type Messages = ReturnType<typeof en>;
