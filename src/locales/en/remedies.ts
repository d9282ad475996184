import type { Format } from '../format.js';

type Params = Readonly<Record<string, string | number>>;

/** A finding in full sentences: what is so, and what helps. */
export const en = (f: Format) => {
  const n = (value: string | number | undefined) => f.number(Number(value ?? 0));
  const words = (value: string | number | undefined) =>
    `${n(value)} ${f.plural(Number(value ?? 0), { one: 'word', other: 'words' })}`;
  const artifacts = (count: number) => `${n(count)} ${f.plural(count, { one: 'artifact', other: 'artifacts' })}`;
  const kinds: Record<string, string> = {
    pdf: 'PDF',
    document: 'text documents',
    presentation: 'presentations',
    spreadsheet: 'spreadsheets',
    image: 'pictures',
    audio: 'sound recordings',
    video: 'videos',
    text: 'plain text',
    link: 'links',
  };
  const accepted = (accepts: string | number | undefined) =>
    accepts
      ? ` Accepted: ${f.list(
          String(accepts)
            .split(',')
            .map((kind) => kinds[kind] ?? kind),
        )}.`
      : '';
  const remedy: Record<string, (p: Params) => string> = {
    'words.below-minimum': ({ words: have, min }) =>
      Number(have) > 0
        ? `There ${f.plural(Number(have), { one: 'is', other: 'are' })} ${words(have)}, and at least ${n(min)} are asked for. Write ${words(Number(min) - Number(have))} more.`
        : Number(min) > 1
          ? `Nothing is written here yet. At least ${words(min)} are asked for.`
          : 'Nothing is written here yet. Write your answer.',
    'words.above-maximum': ({ words: have, max }) =>
      `There are ${words(have)}, and at most ${n(max)} may be handed in. Shorten the text by ${words(Number(have) - Number(max))}.`,
    'evidence.pointer-missing': ({ have, need }) =>
      Number(have) > 0
        ? `${n(have)} of the ${n(need)} places that are asked for are there. Add another place that shows this.`
        : 'Nothing shows this yet. Choose an artifact and say where in it to look.',
    'evidence.too-many': ({ have, most }) =>
      `There are ${n(have)} places, and at most ${n(most)} may be handed in. Remove those that show the least.`,
    'evidence.explanation-missing': () => 'Say in your own words how what you chose proves this.',
    'evidence.artifact-missing': () =>
      'The artifact that was chosen here has been removed. Bring it back, or choose another.',
    'evidence.locator-missing': () =>
      'Say where in the artifact to look: the page, the minute, the part of the picture.',
    'evidence.locator-not-specific': () =>
      'The whole file is too much to look through. Name the page, the minute or the part that shows it.',
    'evidence.locator-out-of-range': () =>
      'The file ends before the place that is named. Check the page or the minute, and correct it.',
    'evidence.locator-reversed': () => 'The place ends before it begins. Correct the two ends.',
    'evidence.file-replaced': () =>
      'The file was replaced after this place was chosen. Check that it still shows what you mean.',
    'artifact.too-few': ({ have, need }) =>
      Number(have) > 0
        ? `${n(have)} of the ${n(need)} artifacts that are asked for ${f.plural(Number(have), { one: 'is', other: 'are' })} there. Add another.`
        : `Nothing is here yet, and at least ${artifacts(Number(need))} ${f.plural(Number(need), { one: 'is', other: 'are' })} asked for. Add an artifact.`,
    'artifact.too-many': ({ have, most }) =>
      `There are ${n(have)} artifacts, and at most ${n(most)} may be handed in. Remove those that you need least.`,
    'artifact.too-large': ({ size, max }) =>
      `The file has ${f.bytes(Number(size ?? 0))}, and at most ${f.bytes(Number(max ?? 0))} is accepted. Make a smaller version, for example a shorter video, and replace it.`,
    'artifact.kind-refused': ({ kind, accepts }) =>
      `${kind === 'link' ? 'Links are' : 'Files of this kind are'} not accepted here.${accepted(accepts)} Replace it, for example with a PDF of the same.`,
    'artifact.kind-unknown': () => 'The file is of a kind that cannot be opened here. Save it as a PDF and replace it.',
    'artifact.kind-unsafe': () =>
      'The file could run as a program, and is not accepted for the safety of those who read it. Save it as a PDF and replace it.',
    'artifact.kind-contradicts': () =>
      'What is in the file is not what its name says. Open it in the program that made it, save it again, and replace it.',
    'artifact.link-invalid': () => 'The link is not a web address. It should begin with https://.',
    'artifact.empty': () => 'There is nothing in the file. Replace it with one that has content.',
    'artifact.bytes-missing': () =>
      'The file is not on this device and has not been sent. Choose it again, or go on at the device where you added it.',
    'artifact.upload-incomplete': () =>
      'The file has not arrived completely. Keep this page open while you are connected; it goes on by itself.',
    'artifact.bytes-differ': () =>
      'What arrived is not the file that you added. Replace it with the file itself, so that it is sent again.',
    'artifact.permission-missing': () =>
      'People can be recognized in it. Say which permission you have from them, and that you keep it.',
    'artifact.added-already': () =>
      'Two artifacts hold the very same file. One is enough: it can prove as many details as you like.',
    'artifact.unused': () => 'No proof leads to this artifact. Use it for a detail, or remove it.',
    'attestation.unsigned': () => 'Read the statement and confirm it.',
    'attestation.cleared': () =>
      'You had confirmed this, and then the work changed. Read the statement again and confirm it once more.',
    'attestation.text-missing': () => 'A few words belong to this statement. Write them in the field under it.',
    'applicant.field-missing': ({ field }) =>
      field === 'name'
        ? 'Write your name as it should read on the badge.'
        : field === 'email'
          ? 'Write an e-mail address that reaches you.'
          : 'Fill in this field about you.',
    'draft.two-versions': () =>
      'This was edited in two places at once, and both versions are kept. Choose the one that should be handed in.',
    'draft.set-aside': () =>
      'The revised credential has no place for some of what you wrote. It is kept: use it elsewhere, or let it go.',
    'credential.unknown': () =>
      'The organization does not know this version of the credential. Your work is safe here; ask the people who offer the credential.',
  };
  return {
    remedy,
    unknown: (code: string) =>
      `The organization found something that this page cannot explain. Ask for help and name this code: ${code}.`,
  };
};

export type Messages = ReturnType<typeof en>;
