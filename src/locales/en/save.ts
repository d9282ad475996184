import type { Format } from '../format.js';

/** `there` is the name of who keeps the other copy, or undefined where it is not known. */
export const en = (f: Format) => {
  const who = (there: string | undefined) => there ?? 'the organization';
  const files = (count: number) => `${f.number(count)} ${f.plural(count, { one: 'file', other: 'files' })}`;
  const words = (count: number) => `${f.number(count)} ${f.plural(count, { one: 'word', other: 'words' })}`;
  return {
    label: 'Where your work is',
    saveCopy: 'Save a copy',
    close: 'Close',
    status: {
      newerVersion: 'This page was updated: reload it to go on',
      removed: 'Removed from this device',
      full: 'Not kept: the disk is full. Your words are safe while this page stays open.',
      refused: 'Not kept: this browser refused. Your words are safe while this page stays open.',
      failed: 'Not kept: saving failed and is tried again. Your words are safe while this page stays open.',
      saving: 'Saving…',
      page: 'Only in this page',
      device: 'On this device only',
      both: (there: string | undefined) => `On this device and with ${who(there)}`,
      behind: (there: string | undefined) => `On this device · your last words are on their way to ${who(there)}`,
      away: (there: string | undefined) => `With ${who(there)}, not on this device`,
      awayBehind: (there: string | undefined) => `In this page · your last words are on their way to ${who(there)}`,
      awayFailed: (there: string | undefined) => `With ${who(there)} · saving on this device fails`,
      offline: 'Offline · kept on this device',
      offlinePage: 'Offline · only in this page',
      waiting: (there: string | undefined) => `On this device · ${who(there)} cannot be reached now`,
      stopped: (there: string | undefined) => `On this device only · ${who(there)} takes no changes`,
    },
    short: {
      newerVersion: 'Reload',
      removed: 'Removed',
      full: 'Not kept',
      refused: 'Not kept',
      failed: 'Not kept',
      saving: 'Saving…',
      page: 'This page only',
      device: 'Device only',
      both: '2 copies',
      behind: 'Sending…',
      away: '1 copy',
      awayBehind: 'Sending…',
      awayFailed: 'Device fails',
      offline: 'Offline',
      offlinePage: 'Offline',
      waiting: 'Device only',
      stopped: 'Device only',
    },
    justNow: 'just now',
    lastCopy: (ago: string) => `last copy ${ago}`,
    noCopy: 'no copy yet',
    shortUnderway: 'Sending files',
    filesUnderway: (count: number) => `${files(count)} still on the way`,
    recovered: 'Your work is kept again.',

    device: {
      name: 'This device',
      kept: 'Everything you write is kept in this browser as you type.',
      saving: 'Your last words are being written.',
      memory: 'Nothing is kept in this browser: it keeps nothing here, or is in a private window.',
      chosen:
        'Nothing is kept in this browser, as you chose for a shared computer. It is gone when the page is closed.',
      problem: 'The last change could not be written. It is in this page, and saving is tried again.',
      files: (kept: number, all: number) =>
        kept === all ? `${files(all)} kept here.` : `${f.number(kept)} of ${files(all)} kept here.`,
      risk: 'A browser may delete what it keeps: Safari does after 7 days without a visit, any browser when its site data is cleared.',
    },
    remote: {
      name: (there: string | undefined) => there ?? 'The organization',
      synced: (when: string | undefined) => (when ? `Has all your words as of ${when}.` : 'Has all your words.'),
      until: (when: string) => `Has your words as of ${when}.`,
      sending: 'Your last changes are on their way.',
      offline: 'You are offline. Your changes go there as soon as you are connected.',
      waiting: 'Cannot be reached now. It is tried again by itself.',
      frozen: 'Has your work as it was handed in, and takes no more changes.',
      stopped: 'Does not take your changes. Save a copy, and ask the people who offer the credential for help.',
      files: (arrived: number, all: number) => `${f.number(arrived)} of ${files(all)} arrived.`,
    },
    copy: {
      name: 'A copy you saved',
      none: 'None yet. A copy is a file that you can keep elsewhere and open on another device.',
      made: (when: string, has: number, of: number) => `Made ${when}, with ${words(has)} and ${files(of)}.`,
    },
  };
};

export type Messages = ReturnType<typeof en>;
