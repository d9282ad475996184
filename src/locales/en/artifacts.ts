import type { ArtifactKind } from '../../model/credential.js';
import type { Format } from '../format.js';

type Params = Readonly<Record<string, string | number>>;

export const en = (f: Format) => {
  const kinds: Record<ArtifactKind, string> = {
    pdf: 'PDF',
    document: 'Document',
    presentation: 'Presentation',
    spreadsheet: 'Spreadsheet',
    image: 'Picture',
    audio: 'Sound recording',
    video: 'Video',
    text: 'Plain text',
    link: 'Link',
  };
  const many: Record<ArtifactKind, string> = {
    pdf: 'PDF',
    document: 'text documents (Word, OpenDocument, Pages)',
    presentation: 'presentations',
    spreadsheet: 'spreadsheets',
    image: 'pictures',
    audio: 'sound recordings',
    video: 'videos',
    text: 'plain text',
    link: 'links',
  };
  const named = (list: readonly string[]) => f.list(list.map((kind) => many[kind as ArtifactKind] ?? kind));
  const accepted = (p: Params) => (p.accepts ? ` Accepted: ${named(String(p.accepts).split(','))}.` : '');
  const refusals: Record<string, (p: Params) => string> = {
    'artifact.empty': () => 'There is nothing in this file. Check that it opens on your device, then choose it again.',
    'artifact.kind-refused': (p) =>
      p.kind === 'link'
        ? `Links are not accepted here.${accepted(p)}`
        : `This is a file of the kind “${kinds[p.kind as ArtifactKind] ?? p.kind}”, which is not accepted here.${accepted(p)} You could save it as one of these.`,
    'artifact.kind-contradicts': () =>
      'What is in this file is not what the ending of its name says. Open it in the program that made it, save it again, and choose that one.',
    'artifact.kind-unsafe': () =>
      'This file could run as a program, so it is not accepted, for the safety of those who read it. Save what it shows as a PDF and add that.',
    'artifact.kind-unknown': (p) =>
      p.type === 'inode/directory'
        ? 'This is a folder. Open it and choose the files in it.'
        : 'This kind of file is not known here, so nobody could open it. Save it as a PDF and add that.',
    'artifact.too-large': (p) =>
      `This file has ${f.bytes(Number(p.size))}; ${f.bytes(Number(p.max))} is the most that is accepted. Add a smaller version, such as a shorter video.`,
    'artifact.link-invalid': () =>
      'This is not the address of a web page. It begins with https://, without a name or password in it.',
    'artifact.too-many': (p) => {
      const most = Number(p.most ?? 1);
      return most === 1
        ? 'There is room for one artifact only. Replace the one that is there, or remove it first.'
        : `There is room for ${f.number(most)} artifacts. Remove one that you need less, then add this one.`;
    },
    'artifact.added-already': (p) =>
      p.title ? `You have added this file already, as “${p.title}”.` : 'You have added this file already.',
  };

  return {
    listName: 'Artifacts',
    kinds,
    kindOr: (kind: ArtifactKind | undefined) => (kind ? kinds[kind] : 'File'),

    emptyTitle: 'Nothing added yet',
    emptyText:
      'Bring what you have from your daily work: plans, agendas, minutes, photographs, recordings. One artifact may prove several details.',
    accepts: (list: readonly ArtifactKind[]) => `Accepted: ${named(list)}.`,
    limit: (bytes: number) => `Up to ${f.bytes(bytes)} a file.`,
    range: (min: number | undefined, max: number | undefined) =>
      min !== undefined && min > 1 && max !== undefined
        ? `${f.number(min)} to ${f.number(max)} artifacts.`
        : max !== undefined
          ? `${f.number(max)} ${f.plural(max, { one: 'artifact', other: 'artifacts' })} at most.`
          : min !== undefined && min > 1
            ? `${f.number(min)} artifacts at least.`
            : '',
    addFiles: 'Add files',
    addFile: 'Add a file',
    addLink: 'Add a link',
    dropHint: 'or drop files here',
    dropNow: 'Let go to add',
    reading: 'Reading the files…',

    linkAddress: 'Address',
    linkAddressHint: 'Copy it from the address bar. It must open without a password.',
    linkTitle: 'Title',
    linkSave: 'Add link',
    cancel: 'Cancel',

    unreadable: 'This file could not be read. Check that it opens on your device, then choose it again.',
    notAdded: 'Not added',
    why: (code: string, params: Params) => refusals[code]?.(params) ?? 'This could not be added.',
    dismissNamed: (name: string) => `Dismiss: ${name}`,
    added: (count: number) => `${f.number(count)} ${f.plural(count, { one: 'artifact', other: 'artifacts' })} added.`,
    notTaken: (count: number) => `${f.number(count)} not added.`,
    replaced: (title: string) => `“${title}” was replaced.`,

    state: {
      storing: 'Being kept on this device…',
      stored: 'On this device',
      memory: 'Only in this page: the browser would not keep it',
      page: 'Only in this page',
      missing: 'The file is not on this device. Choose it again.',
      waiting: 'Waiting to be sent',
      offline: 'Waiting for a connection',
      sending: (percent: number) => `Sending, ${f.number(percent)}%`,
      arrived: 'Arrived, being checked',
      checked: 'Arrived and checked',
      failed: {
        full: 'Not sent: there is no room for it at the receiver.',
        'too-large': 'Not sent: the receiver does not take files of this size.',
        unauthorised: 'Not sent: the receiver does not know this device.',
        mismatch: 'Not sent: it arrived damaged.',
        refused: 'Not sent: the receiver refused it.',
        frozen: 'Not sent: the work was handed in already.',
        other: 'Not sent: the connection failed.',
      } as Record<string, string>,
    },
    keepOpen: 'Keep this page open until it has arrived.',
    progress: (title: string) => `Sending “${title}”`,
    again: 'Try again',
    chooseAgain: 'Choose the file',

    proves: (codes: readonly string[]) => `Proves ${codes.join(', ')}`,
    unused: 'Not used yet',
    peopleSeen: {
      none: 'Nobody can be recognized',
      adults: 'Adults can be recognized',
      students: 'Students can be recognized',
      both: 'Adults and students can be recognized',
    },
    permissionKept: (words: string) => `permission: ${words}`,
    permissionMissing: 'Say which permission you keep',

    edit: 'Edit',
    more: 'More',
    moreNamed: (title: string) => `More for “${title}”`,
    /** Said after the word on a button, so that buttons tell apart. */
    named: (title: string) => `“${title}”`,
    download: 'Download',
    open: 'Open',
    openNewTab: '(opens in a new tab)',
    replace: 'Replace file',
    up: 'Move up',
    down: 'Move down',
    remove: 'Remove',
    done: 'Done',
    movedTo: (title: string, place: number, of: number) => `“${title}” is now ${f.number(place)} of ${f.number(of)}.`,
    gone: 'The file could not be read on this device.',

    fieldTitle: 'Title',
    fieldAddress: 'Address',
    fieldNote: 'Note',
    fieldNoteHint: 'What a reader should know: the occasion, the date, what came before.',
    fieldPeople: 'Who can be recognized in it, seen, heard or named?',
    people: { none: 'Nobody', adults: 'Adults', students: 'Students', both: 'Adults and students' },
    fieldPermission: 'Which permission do you keep?',
    fieldPermissionHint: 'For example “signed forms, kept at school”. No names.',
    fieldMadeWith: 'Made together with',
    fieldMadeWithHint: 'Roles, never names, with commas between: “grade 4 team, instructional coach”.',
    fieldMyPart: 'Your own part in it',

    removeTitle: (title: string) => `Remove “${title}”?`,
    removeUsed: (codes: readonly string[]) =>
      `It proves ${f.list(codes)}. Your explanations stay, but these places will lead nowhere until you choose another artifact or bring this one back.`,
    removeUnused: 'Nothing you wrote depends on it.',
    removeYes: 'Remove',
    removeNo: 'Keep it',
    removed: (title: string) => `“${title}” was removed.`,
    undo: 'Undo',
  };
};

export type Messages = ReturnType<typeof en>;
