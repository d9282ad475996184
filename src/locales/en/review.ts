import type { Format } from '../format.js';

/** The last screen: what is missing, who hands it in, what is confirmed, handing in, the receipt. */
export const en = (f: Format) => {
  const n = (count: number) => f.number(count);
  const things = (count: number) => `${n(count)} ${f.plural(count, { one: 'thing', other: 'things' })}`;
  const words = (count: number) => `${n(count)} ${f.plural(count, { one: 'word', other: 'words' })}`;
  const files = (count: number) => `${n(count)} ${f.plural(count, { one: 'file', other: 'files' })}`;
  const days = (count: number) => `${n(count)} business ${f.plural(count, { one: 'day', other: 'days' })}`;
  const who = (there: string | undefined) => there ?? 'the organization';
  const Who = (there: string | undefined) => there ?? 'The organization';
  return {
    title: {
      remaining: (count: number) => (count <= 3 ? `Almost there: ${things(count)}` : `${things(count)} still to do`),
      ready: 'Ready to hand in',
      underway: 'Being handed in',
      done: 'Handed in',
      packed: 'Your package is ready',
    },
    readyLead: 'Everything that is asked for is there. You hand it in exactly as it is now.',

    remaining: 'What is still missing',
    advice: (count: number) => `Worth a look (${n(count)})`,
    adviceLead: 'None of this has to be done. Assessors may ask about it.',
    states: { todo: 'not begun', doing: 'begun', done: 'complete' },
    setAside: 'Set aside',
    selfAssessment: 'Self-assessment',
    uploading: (arrived: number, all: number) => `${n(arrived)} of ${files(all)} arrived`,
    uploadProgress: 'Files on their way',
    gaps: (names: string[]) => `Still needed: ${f.list(names)}`,
    toConfirm: (count: number) => `${n(count)} to confirm`,

    about: {
      title: 'About you',
      apart:
        'Assessors never see this. It is kept apart from your work, and only the people who offer the credential use it.',
      name: 'Your name',
      nameHint: 'As it should read on the badge.',
      email: 'E-mail address',
      emailHint: 'Where the result goes.',
      optional: '(optional)',
      choose: 'Choose…',
      terms: 'Names that should not appear in your work, one a line',
      termsHint:
        'Of your school, your colleagues, your students. The list stays with what you say about yourself, apart from your work.',
    },
    gapNames: { name: 'your name', email: 'your e-mail address' },
    gapNamed: (label: string) => `“${label}”`,

    confirm: {
      title: 'Last, you confirm',
      cleared: (when: string) =>
        `Your work changed on ${when} after you confirmed this. Please look and confirm again.`,
      textMissing: 'A few words are needed here.',
    },

    sent: {
      title: 'What you hand in',
      titleDone: 'What was handed in',
      texts: 'Texts',
      words,
      total: 'All texts',
      profile: (profile: string) => `Counted as Microsoft Word counts (${profile}).`,
      files: 'Files',
      filesTotal: (count: number, size: string) => `${files(count)}, ${size}`,
      noFiles: 'No files',
      links: 'Links',
      nothingWritten: 'Nothing is written yet.',
    },

    action: {
      fixNext: (name: string) => `Fix next: ${name}`,
      handIn: 'Hand in',
      makePackage: 'Make the package',
      preparing: 'Preparing…',
      sending: 'Sending…',
      waiting: 'Waiting to be sent',
      to: (who: string) => `It goes to ${who}.`,
      toUnknown: 'It goes to the people who offer this credential.',
      package: (who: string | undefined) =>
        `The package is one file with your texts, your files, and, apart from them, what you said about yourself. It is saved to this device; then you send it to ${who ?? 'the people who offer this credential'}.`,
    },

    status: {
      preparing: 'Your work is being put together. Keep this page open.',
      sending: 'Sending… keep this page open.',
      waiting: 'Not sent yet. It is kept here and is sent by itself as soon as the connection is back.',
      busy: (there: string | undefined) =>
        `Not sent yet: ${who(there)} cannot take it just now. It is kept here and is sent again by itself.`,
      insecure:
        'Not sent: the connection of this page is not private (it is not https), and what you said about yourself would be readable on the way. Your work is kept here. Tell the people whose page this is.',
      unreached: (there: string | undefined) =>
        `Nothing was handed in yet: ${who(there)} cannot be reached. Your work is kept here. Try again when the connection is back.`,
      refused: (there: string | undefined) =>
        `${Who(there)} did not take it. Nothing was handed in, and your work is as it was.`,
      refusedFindings: 'It found this:',
      unauthorised: (there: string | undefined) =>
        `${Who(there)} does not know this device as yours. Save a copy and ask the people who offer the credential.`,
      notFound: 'Nothing takes work at the address that this page has. Tell the people whose page this is.',
      tooLarge: (there: string | undefined) => `It is larger than ${who(there)} accepts.`,
      storage: {
        full: 'Nothing was handed in: this device has no room left. Free some space and try again.',
        refused:
          'Nothing was handed in: this browser refused to keep what is needed to send it safely. Try again, or save a copy and go on in another browser.',
        unavailable:
          'Nothing was handed in: this browser refused to keep what is needed to send it safely. Try again, or save a copy and go on in another browser.',
        'newer-version': 'Nothing was handed in: this page was updated. Reload it and try again.',
        removed: 'Nothing was handed in: this draft was removed from the device in another window.',
        failed: 'Nothing was handed in: something went wrong on this device. Try again.',
      },
      failed: 'Nothing was handed in: it could not be put together. Try again.',
    },

    receipt: {
      number: 'Receipt number',
      copy: 'Copy',
      copied: 'The receipt number is copied.',
      at: 'Handed in on',
      packedAt: 'Made on',
      credential: 'Credential',
      version: (version: string) => `version ${version}`,
      attempt: 'Attempt',
      checksums: 'Checksums (SHA-256)',
      checksumsLead: 'With these anyone can prove later that a file, or the whole, is exactly what was handed in.',
      whole: 'All that was handed in',
      adviceOpen: (count: number) => `Advice that stood open (${n(count)})`,
      print: 'Print',
      save: 'Save the receipt',
      fileName: (number: string) => `receipt-${number}.txt`,
      next: 'What happens next',
      todo: 'What to do next',
      review: (count: number) => `Assessors answer within ${days(count)}.`,
      blind: 'They see your work, not who you are.',
      kept: 'Your work stays on this device as it was handed in.',
      keepNumber: 'Keep the number: with it your work is found when you ask.',
      send: (who: string | undefined) =>
        `The package was saved to this device, most likely in your downloads. Nothing has been sent: now send it to ${who ?? 'the people who offer this credential'}.`,
      mail: (address: string) => `Write to ${address}`,
      attach: 'Attach the package to the e-mail. If it is too large for an e-mail, ask them for another way.',
      subject: (title: string, number: string) => `${title}: portfolio ${number}`,
      help: 'Help and support',
      again: 'Save the package again',
      againFailed: 'The package could not be made again. Try once more.',
      saved: 'The package is saved to this device.',
      change: 'Change and hand in again',
      changeHint: 'Opens your work again. What you sent stays as it was; you then make a new package.',
      opened: 'Your work is open again. You can change it.',
      earlier: (count: number) => `Earlier receipts (${n(count)})`,
    },
    announce: {
      done: (number: string) => `Handed in. Your receipt number is ${number}.`,
      packed: (number: string) => `Your package is ready and saved to this device. Its receipt number is ${number}.`,
    },
  };
};

export type Messages = ReturnType<typeof en>;
