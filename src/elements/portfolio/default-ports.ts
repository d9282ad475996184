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
import type { UnreadPart } from '../../transport/package.js';

export type { Loaded } from '../../transport/load-json.js';
export type { PackageContent, PackageFault, UnreadPart } from '../../transport/package.js';

export const defaultPorts = {
  loadDocument,
  deviceStorage: openDeviceStorage,
  memoryStorage: async () => (await import('../../storage/memory.js')).createMemoryStorage(),
  service: async (access: Access) => (await import('../../transport/http-service.js')).createHttpService(access),
  uploader: async (access: Access) => (await import('../../transport/tus-uploader.js')).createTusUploader(access),
  hash: async (bytes: Blob) => (await import('../../transport/hash.js')).hashBlob(bytes),
  prepareFiles: async (sends: boolean) => {
    await (await import('../../transport/hash.js')).loadSha256();
    if (sends) await (await import('../../transport/tus-uploader.js')).loadTus();
  },
  readPackage: async (file: Blob) => (await import('../../transport/package.js')).readPackage(file),
  packUnread: async (parts: readonly UnreadPart[], credential: Pick<Credential, 'title'>, at: string) => {
    const { partsBlob, unreadFileName } = await import('../../transport/package.js');
    return { name: unreadFileName(credential, at), blob: await partsBlob(parts) };
  },
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
