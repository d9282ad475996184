import type { Format } from '../format.js';

export const en = (f: Format) => ({
  twoVersions: {
    block: 'Two versions of this paragraph',
    text: 'Two versions of this explanation',
  },
  reason: 'It was edited in another tab or on another device at the same time. Both are kept: choose what stays.',
  present: 'In your text now',
  presentGone: 'It was removed from your text.',
  other: (at: string) => `The other version, set aside ${f.dateTime(at)}`,
  keepThis: 'Keep this one',
  keepPresentLabel: 'Keep this one: the version in your text now',
  keepOtherLabel: 'Keep this one: the other version',
  keepRemoved: 'Leave it out',
  keepBoth: 'Keep both',
  keptPresent: 'The version in your text stays.',
  keptOther: 'The other version is in your text now.',
  keptBoth: 'Both are in your text now, one after the other.',
  failed: 'That did not work. Both versions are still here.',

  noPlace: 'Without a place',
  noPlaceReason:
    'The credential was revised and no longer asks for this. Nothing is deleted: copy it to where you need it, then remove it from here.',
  kinds: {
    narrative: 'A text',
    block: 'A paragraph',
    text: 'An explanation',
    evidence: 'Proof of a detail',
    'self-assessment': 'A self-assessment',
    attestation: 'A confirmed statement',
  },
  since: (at: string) => `set aside ${f.dateTime(at)}`,
  places: (titles: readonly string[]) => `Where it can be seen: ${titles.join('; ')}`,
  nothingToRead: 'There are no words in it.',
  copy: 'Copy',
  copied: 'Copied.',
  copyByHand:
    'This browser does not let the page copy. The text is selected: copy it with your keyboard or by a long press.',
  textToCopy: 'Text to copy',
  remove: 'Remove from here',
  removed: 'Removed. Earlier versions still have it.',
  removeFailed: 'That did not work. It is still here.',
});

export type Messages = ReturnType<typeof en>;
