import type { Format } from '../format.js';

export const en = (f: Format) => ({
  nav: 'What is asked, and how far you are',
  details: (done: number, all: number) =>
    `${f.number(done)} of ${f.number(all)} ${f.plural(all, { one: 'detail', other: 'details' })}`,
  texts: (done: number, all: number) =>
    `${f.number(done)} of ${f.number(all)} ${f.plural(all, { one: 'text', other: 'texts' })}`,
  everything: 'Everything is there',
  part: (number: number, name: string | undefined) => `Part ${f.number(number)}${name ? ` · ${name}` : ''}`,
  overview: 'Overview',
  reflection: 'Reflection',
  finishing: 'Finish',
  titles: {
    start: 'What is asked',
    narrative: 'All answers together',
    artifacts: 'Artifacts',
    outcome: '',
    'self-assessment': 'Self-assessment',
    'set-aside': 'Set aside',
    finish: 'Check and hand in',
  },
  states: { todo: 'not begun', doing: 'begun', done: 'complete' },
  optional: 'optional',
  notBegun: 'not begun',
  aboutYou: (count: number) =>
    f.plural(count, { one: `${f.number(count)} field about you`, other: `${f.number(count)} fields about you` }),
  toConfirm: (count: number) => `${f.number(count)} to confirm`,
  ready: 'ready to hand in',
  handedIn: 'handed in',
});

export type Messages = ReturnType<typeof en>;
