import type { Format } from '../format.js';

/** The words of the page in a package that people read without this form. */
export const en = (_f: Format) => ({
  explanationMissing: 'No explanation yet.',
  placesMissing: 'No place named yet.',
  textMissing: 'Nothing written yet.',
  files: 'Files and links',
  filesMissing: 'None yet.',
  notInPackage: 'not in this package',
  attestations: 'Confirmations',
  confirmed: 'Confirmed',
  notConfirmed: 'Not confirmed',
  selfAssessment: 'Self-assessment',
});

export type Messages = ReturnType<typeof en>;
