/**
 * The composition root: which implementation stands behind each port unless the host brings its own. The only file of
 * the elements that may name storage and transport. What the first screen does not need is loaded when it is used.
 */
import { messagesIn } from '../../locales/locale.js';
import type { Credential } from '../../model/credential.js';
import { openDeviceStorage } from '../../storage/indexeddb.js';
import { loadDocument } from '../../transport/load-json.js';
import type { Packages } from '../../state/packages.js';
import type { Access } from '../../state/live-portfolio.js';

export type { Loaded } from '../../transport/load-json.js';
export type { PackageContent, PackageFault } from '../../transport/package.js';

export const defaultPorts = {
  loadDocument,
  deviceStorage: openDeviceStorage,
  memoryStorage: async () => (await import('../../storage/memory.js')).createMemoryStorage(),
  service: async (access: Access) => (await import('../../transport/http-service.js')).createHttpService(access),
  uploader: async (access: Access) => (await import('../../transport/tus-uploader.js')).createTusUploader(access),
  hash: async (bytes: Blob) => (await import('../../transport/hash.js')).hashBlob(bytes),
  readPackage: async (file: Blob) => (await import('../../transport/package.js')).readPackage(file),
  packages: async (): Promise<Packages> => {
    const [{ draftFileName, packageBlob, submissionFileName }, { packageMessages }] = await Promise.all([
      import('../../transport/package.js'),
      import('../../locales/package.js'),
    ]);
    // The readable page is one with the credential, whoever reads it: not in the language of this form.
    const wordsFor = ({ language }: Credential) => messagesIn(packageMessages, language);
    return {
      writeDraft: async (parts) => ({
        name: draftFileName(parts.credential, parts.at),
        blob: await packageBlob({ kind: 'draft', ...parts, words: await wordsFor(parts.credential) }),
      }),
      writeSubmission: async (parts) => ({
        name: submissionFileName(parts.credential, parts.at),
        blob: await packageBlob({ kind: 'submission', ...parts, words: await wordsFor(parts.credential) }),
      }),
    };
  },
};
