import type { Format } from '../format.js';

type Params = Readonly<Record<string, string | number>>;

/** A finding in a few words that follow a name: "Overview narrative: 106 of 1,000 words". */
export const en = (f: Format) => {
  const n = (value: string | number | undefined) => f.number(Number(value ?? 0));
  const words = (count: number) => `${n(count)} ${f.plural(count, { one: 'word', other: 'words' })}`;
  const more = (p: Params, one: string, other: string) => {
    const count = Number(p.need) - Number(p.have);
    return `add ${n(count)}${Number(p.have) > 0 ? ' more' : ''} ${f.plural(count, { one, other })}`;
  };
  const line: Record<string, (p: Params) => string> = {
    'words.below-minimum': ({ words: have, min }) =>
      Number(have) > 0
        ? `${n(have)} of ${words(Number(min))}`
        : Number(min) > 1
          ? `${words(Number(min))} at least`
          : 'not written yet',
    'words.above-maximum': ({ words: have, max }) => `${n(have)} words, ${n(max)} at most`,
    'evidence.pointer-missing': (p) => (Number(p.have) > 0 ? more(p, 'place', 'places') : 'choose an artifact'),
    'evidence.too-many': ({ have, most }) => `${n(have)} places, ${n(most)} at most`,
    'evidence.explanation-missing': () => 'say how it proves this',
    'evidence.artifact-missing': () => 'an artifact was removed',
    'evidence.locator-missing': () => 'choose where to look',
    'evidence.locator-not-specific': () => 'say exactly where to look',
    'evidence.locator-out-of-range': () => 'a place is not in the file',
    'evidence.locator-reversed': () => 'a place ends before it begins',
    'evidence.file-replaced': () => 'the file was replaced: check the place',
    'artifact.too-few': (p) => more(p, 'artifact', 'artifacts'),
    'artifact.too-many': ({ have, most }) => `${n(have)} artifacts, ${n(most)} at most`,
    'artifact.too-large': () => 'a file is too large',
    'artifact.kind-refused': () => 'a kind is not accepted',
    'artifact.kind-unknown': () => 'a file is of no known kind',
    'artifact.kind-unsafe': () => 'a file could run as a program',
    'artifact.kind-contradicts': () => 'a file is not what its name says',
    'artifact.link-invalid': () => 'a link is not a web address',
    'artifact.empty': () => 'a file is empty',
    'artifact.bytes-missing': () => 'a file is not on this device',
    'artifact.upload-incomplete': () => 'a file is still on its way',
    'artifact.bytes-differ': () => 'what arrived of a file is not the file',
    'artifact.permission-missing': () => 'permission not stated',
    'artifact.unused': ({ count, all }) =>
      Number(count) > 1 ? `${n(all)} artifacts\u00a0· ${n(count)} not used yet` : 'an artifact is not used yet',
    'artifact.added-already': () => 'the same file was added twice',
    'attestation.unsigned': () => 'to be confirmed',
    'attestation.cleared': () => 'the work changed: confirm again',
    'attestation.text-missing': () => 'a few words are needed',
    'applicant.field-missing': ({ field }) =>
      field === 'name' ? 'your name' : field === 'email' ? 'your e-mail address' : 'something about you',
    'draft.two-versions': ({ count }) =>
      f.plural(Number(count), {
        one: 'choose between two versions',
        other: `choose between versions, ${n(count)} times`,
      }),
    'draft.set-aside': ({ count }) =>
      `${n(count)} ${f.plural(Number(count), { one: 'piece waits', other: 'pieces wait' })} for your decision`,
    'credential.unknown': () => 'this version of the credential is not known there',
  };
  return {
    line,
    /** A code that only a newer receiver knows. */
    unknown: (code: string) => `something needs attention (${code})`,
    explanation: (words: string) => `explanation: ${words}`,
    words,
    artifacts: (count: number) => `${n(count)} ${f.plural(count, { one: 'artifact', other: 'artifacts' })}`,
    places: (count: number) => `${n(count)} ${f.plural(count, { one: 'place', other: 'places' })}`,
    marked: (have: number, need: number) =>
      `${n(have)} of ${n(need)} ${f.plural(need, { one: 'criterion', other: 'criteria' })}`,
    done: 'done',
  };
};

export type Messages = ReturnType<typeof en>;
