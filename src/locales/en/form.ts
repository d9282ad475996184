import type { Format } from '../format.js';

/** The form's frame: header, navigation between places, sheets, what is said about the whole. */
export const en = (f: Format) => ({
  formName: (title: string) => `Portfolio: ${title}`,
  by: (issuer: string, affiliate: string | undefined) =>
    affiliate && affiliate !== issuer ? `${issuer} · ${affiliate}` : issuer,
  saveCopy: 'Save a copy',
  more: 'More',
  openCopy: 'Open a saved draft file…',
  earlierVersions: 'Earlier versions',
  otherDrafts: 'Other drafts',
  removeDraft: 'Remove my work from this device…',
  removeTitle: 'Remove your work from this device?',
  removeText: (place: string | undefined) =>
    place
      ? `Texts, files and earlier versions are deleted from this browser. The copy at ${place} stays there.`
      : 'Texts, files and earlier versions are deleted from this browser. There is no other copy unless you saved one.',
  removeConfirm: 'Remove it',
  saveCopyFirst: 'Save a copy first',
  cancel: 'Cancel',
  close: 'Close',
  contents: 'Contents',
  openContents: (place: string) => `${place}. Open the list of what is asked`,
  companions: 'At hand',
  questions: 'Questions',
  rubric: 'Rubric',
  artifacts: 'Artifacts',
  next: (place: string) => `Next: ${place}`,
  fixNext: (place: string) => `Fix next: ${place}`,
  begin: 'Begin',
  progress: (done: number, all: number) =>
    `${f.number(done)} of ${f.number(all)} ${f.plural(all, { one: 'detail', other: 'details' })}`,
  progressTexts: (done: number, all: number) =>
    `${f.number(done)} of ${f.number(all)} ${f.plural(all, { one: 'text', other: 'texts' })}`,
  partOf: (number: number, all: number) => `Part ${f.number(number)} of ${f.number(all)}`,
  places: {
    start: 'What is asked',
    artifacts: 'Artifacts',
    'self-assessment': 'Self-assessment',
    'set-aside': 'Set aside',
    finish: 'Check and hand in',
  },
  opening: 'Opening…',
  chunkFailed: 'This part of the form could not be loaded. Your work is safe.',
  tryAgain: 'Try again',
  copySaved: (name: string) => `Saved as ${name}. Keep it where you would look for it: it holds your texts and files.`,
  copyMissing: (files: number) =>
    `${f.number(files)} ${f.plural(files, { one: 'file is', other: 'files are' })} not on this device and so not in the copy.`,
  copyFailed: 'The copy could not be made. Nothing was changed; please try once more.',
  notPrivate:
    'The connection to this site is not private (http). Others on this network could read what you send. Writing and saving work; handing in to a server needs https.',
  newerVersion:
    'This page was updated while it was open elsewhere. Reload it to go on; everything written so far is kept.',
  reload: 'Reload the page',
  removedElsewhere: 'This draft was removed from this device, here or in another tab.',
  startAgain: 'Back to the start',
  sending: 'Your work is being handed in and cannot be changed just now.',
  handedIn: 'This was handed in. You see it as it was sent.',
  handedOver: 'You made a package of this. To go on working, choose “Change and hand in again”.',
  seeReceipt: 'See the receipt',
  damaged: (entries: number) =>
    `${f.number(entries)} ${f.plural(entries, { one: 'saved change', other: 'saved changes' })} could not be read. Everything else is here. Save what could not be read as a file, so that someone can look at it.`,
  saveDamaged: 'Save it as a file',
  imported: 'The draft file was opened.',
  importMissing: (names: string[]) => `These files were not in it and must be chosen again: ${f.list(names)}.`,
  importFaults: 'Some of the draft file could not be read. What could be read is here; keep the file.',
  importSaveUnread: 'Save what could not be read',
  importOwnCredential: 'The credential in it is damaged. It is the same one as on this page, so this page’s is used.',
  importOtherCredential:
    'The credential in it is damaged, and this page has another version. Your work goes on with this page’s version; it has a place for all of it. Please read the requirements again.',
  importNoCredential:
    'The credential in this file is damaged, and the one on this page is another that does not have a place for all of your work. Nothing was changed. Keep the file, and open it on a page with the credential it was written for.',
  importWorkDamaged:
    'The work in it is damaged. What could be read was opened as a portfolio of its own: some of it may be missing or have wrong letters, so please read it through.',
  importDamaged:
    'The work in this draft file is damaged and could not be read. Nothing was changed. Keep the file; if you have another copy, open that one.',
  importFilesDamaged: (names: string[]) => `These files are damaged in it and must be chosen again: ${f.list(names)}.`,
  importFailed:
    'This is not a draft file that can be read. Nothing was changed. Choose the .zip file that “Save a copy” made.',
  selfAssessTitle: 'Where would an assessor place you?',
  selfAssessLead:
    'Choose a level for each criterion and say why in a sentence. It helps you see what is still missing and is never required.',
  setAsideTitle: 'Set aside',
  setAsideLead: 'The credential was revised, and this work no longer has a place. Nothing was deleted.',
});

export type FormMessages = ReturnType<typeof en>;
