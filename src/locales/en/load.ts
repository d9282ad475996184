import type { Format } from '../format.js';

/** When the form cannot begin: for the person at the page, and for whoever set it up. */
export const en = (f: Format) => ({
  title: 'The form cannot be shown',
  safe: 'Work that is kept in this browser is safe.',
  document: { credential: 'credential', affiliate: 'affiliate' },
  faultsTitle: (what: string, count: number) =>
    `The ${what} file has ${f.number(count)} ${f.plural(count, { one: 'fault', other: 'faults' })}`,
  faultsLead: 'For whoever maintains this page: here is all that is wrong, and what to do.',
  path: 'Where',
  whole: 'the whole file',
  line: (line: number, column: number) => `line ${f.number(line)}, column ${f.number(column)}`,
  expected: 'Expected',
  found: 'Found',
  remedy: 'What to do',
  reasons: {
    'not-found': 'There is nothing at this address.',
    timeout: 'The server did not answer in time.',
    html: 'A web page came back instead of a file. The address may lead to a sign-in page, or the network asks you to sign in first.',
    'unreachable-or-cors': 'No answer could be read.',
    offline: 'There is no internet connection.',
    server: 'The server answered with an error.',
  },
  status: (status: number) => `Status ${status}.`,
  remedies: {
    'not-found': 'Check the address in the tag.',
    timeout: 'Try again. If it stays so, check the server.',
    html: 'Sign in to the network, or check the address in the tag.',
    crossOrigin:
      'The file is on another site. Its server must allow this one by the header “Access-Control-Allow-Origin”. It may also be down.',
    sameOrigin: 'The server may be down, or a blocker may have stopped it.',
    offline: 'Connect, then try again.',
    server: 'Try again in a few minutes.',
  },
  address: 'Address',
  tryAgain: 'Try again',
  storage: {
    'newer-version':
      'This draft was written by a newer version of this form. Reload the page; if that does not help, the site must be updated.',
    removed: 'This draft was removed from this device.',
    full: 'This device is full. Free some space, then try again.',
    refused: 'The browser does not let this page keep anything.',
    unavailable: 'The browser’s storage cannot be opened. Close other tabs of this site, then try again.',
    failed: 'The draft could not be opened. It was not changed.',
  },
});

export type LoadMessages = ReturnType<typeof en>;
