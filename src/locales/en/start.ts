import type { Format } from '../format.js';

/** The first screen: what is asked, who offers it, how to begin. */
export const en = (f: Format) => ({
  back: 'Back to all credentials',
  about: 'What you will show',
  outcomes: 'Outcomes and their details',
  outcomesLead: (details: number) =>
    details === 1
      ? 'The detail is proved by at least one place in your artifacts, in your own words.'
      : `Each of the ${f.number(details)} details is proved by at least one place in your artifacts, in your own words.`,
  parts: 'What you will hand in',
  words: (min: number | undefined, max: number | undefined) => {
    if (min !== undefined && max !== undefined)
      return `${f.number(min)} to ${f.number(max)} ${f.plural(max, { one: 'word', other: 'words' })}`;
    if (min !== undefined) return `${f.number(min)} ${f.plural(min, { one: 'word', other: 'words' })} at least`;
    return max !== undefined
      ? `${f.number(max)} ${f.plural(max, { one: 'word', other: 'words' })} at most`
      : 'As many words as it takes';
  },
  questions: (count: number) => `${f.number(count)} ${f.plural(count, { one: 'question', other: 'questions' })}`,
  artifacts: (kinds: string[]) => `Artifacts: ${f.list(kinds)}`,
  kinds: {
    pdf: 'PDF',
    document: 'text documents',
    presentation: 'presentations',
    spreadsheet: 'spreadsheets',
    image: 'pictures',
    audio: 'sound',
    video: 'video',
    text: 'plain text',
    link: 'links',
  },
  locatorRequired: 'For each detail you lead the assessor to the exact page or second.',
  attestations: 'Before handing in you confirm',
  hours: (hours: number) => `About ${f.number(hours)} ${f.plural(hours, { one: 'hour', other: 'hours' })} of work`,
  attempts: (count: number) => `${f.number(count)} ${f.plural(count, { one: 'attempt', other: 'attempts' })}`,
  reviewDays: (days: number) =>
    `An answer within ${f.number(days)} business ${f.plural(days, { one: 'day', other: 'days' })}`,
  blind: 'Read without names, by people who do not know you',
  audience: (who: string[]) => `For ${f.list(who)}`,
  credit: 'Credit',
  pdHours: (hours: number) =>
    `${f.number(hours)} ${f.plural(hours, { one: 'hour', other: 'hours' })} of professional development`,
  offered: (name: string) => `Offered by ${name}`,
  purchase: 'How to buy it',
  orderForm: 'Order form',
  prices: 'Prices',
  price: (label: string, amount: number, currency: string, per: 'year' | 'credential' | undefined) =>
    `${label}: ${f.currency(amount, currency)}${per === 'year' ? ' a year' : per === 'credential' ? ' each' : ''}`,
  companion: 'Companion course',
  resources: 'Resources',
  access: { everyone: '', members: 'for members', enrolled: 'once you are enrolled' },
  references: 'References',
  support: 'Help',
  supportBy: 'Write or call if anything is unclear:',
  begin: 'Begin',
  beginNew: 'Start new',
  shared: 'This is a shared computer',
  sharedHint: 'Nothing is kept on it. You save a copy as a file, or your work is with the organization only.',
  kept: 'Your words are kept in this browser as you type. You can stop at any time and go on later.',
  drafts: 'Go on with your work?',
  draftsLead: 'There is work on this credential in this browser. Open it only if it is yours.',
  draft: (when: string) => `Continue the draft of ${when}`,
  draftCopied: (ago: string) => `copy made ${ago}`,
  draftNoCopy: 'on this device only',
  draftThere: (there: string | undefined) => `on this device and with ${there ?? 'the organization'}`,
  draftHandedIn: 'handed in',
  openFile: 'Open a saved draft file',
  openFileHint: 'The .zip file that “Save a copy” made, on this or another device.',
});

export type StartMessages = ReturnType<typeof en>;
