/** The package: written and read. Loaded when it is needed. */
export { draftFileName, submissionFileName, unreadFileName, safeName, type Manifest } from './package-format.js';
export { packageBlob, partsBlob, writePackage, type PackageInput } from './write-package.js';
export {
  readPackage,
  type PackageCode,
  type PackageContent,
  type PackageFault,
  type PackageFile,
  type UnreadPart,
} from './read-package.js';
export { ZipProblem } from './zip-member.js';
export type { PageWords } from './readable-page.js';
