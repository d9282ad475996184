import type { EvidencePart } from '../model/credential.js';
import { copyServices } from './copies.js';
import type { FileDesk } from './file-desk.js';
import type { HandInDesk } from './hand-in.js';
import type { JournalWriter } from './journal-writer.js';
import type { LiveOptions } from './live-portfolio.js';
import type { OpenDraft } from './ports.js';
import type { RestorePoints } from './restore-points.js';
import type { PortfolioServices } from './services.js';
import { settleChanges } from './settle.js';
import type { LiveStore } from './store.js';

/** Everything that can be asked of a live portfolio, over the parts that do it. What is rarely asked is loaded then. */
export function createServices(live: {
  draft: OpenDraft;
  store: LiveStore;
  journal: JournalWriter;
  files: FileDesk;
  handIn: HandInDesk;
  points: RestorePoints;
  options: LiveOptions;
}): PortfolioServices {
  const { draft, store, journal, files, handIn, points, options } = live;
  const evidencePart = (id: string | undefined): EvidencePart | undefined =>
    store.getState().credential.parts.find((part): part is EvidencePart => part.kind === 'evidence' && part.id === id);

  return {
    ...copyServices({ draft, store, files, packages: options.packages, now: options.now }),

    async addFiles(part, given) {
      const rule = evidencePart(part);
      return rule ? files.addFiles(rule, given) : [];
    },
    addLink(part, url, title) {
      const rule = evidencePart(part);
      return rule && files.addLink(rule, url, title);
    },
    async replaceFile(artifact, file) {
      const rule = evidencePart(store.getState().portfolio.artifacts.find(({ id }) => id === artifact)?.part);
      return rule && files.replaceFile(rule, artifact, file);
    },
    readFile: (file) => files.read(file),
    retryUpload: (file) => files.retry(file),

    setApplicant(fields) {
      const applicant = { ...store.getState().applicant, ...fields };
      store.set({ applicant });
      journal.keepApplicant(applicant);
    },

    makeDamagedFile() {
      const text = JSON.stringify(store.getState().damaged, undefined, 2);
      return { name: 'unread-entries.json', blob: new Blob([text], { type: 'application/json' }) };
    },

    restorePoints: () => draft.restorePoints(),
    async restore(point) {
      const [earlier, { changesBetween }] = await Promise.all([
        draft.restorePoint(point),
        import('../model/changes-between.js'),
      ]);
      await points.keep('before-change');
      store.apply(...changesBetween(store.getState().portfolio, earlier));
      await setStrayAside(store);
    },
    async settle(setAside, use) {
      await points.keep('before-change');
      store.apply(...settleChanges(store.getState().portfolio, setAside, use));
    },
    async acceptRevision() {
      const { revised, credential } = store.getState();
      if (!revised) return;
      const { gonePlaces } = await import('../model/rebase.js');
      await points.keep('before-revision');
      await draft.saveCredential(revised.credential, revised.digest);
      const { id, version } = revised.credential;
      store.apply({
        kind: 'credential-revise',
        credential: { id, version, digest: revised.digest },
        gone: gonePlaces(credential, revised.credential),
      });
      store.set({ credential: revised.credential, revised: undefined });
    },

    handIn: () => handIn.handIn(),
    packageAgain: () => handIn.packageAgain(),
    reviseWork: () => handIn.revise(),
    async removeDraft() {
      files.close();
      await options.storage.remove(draft.id);
      store.set({ blocked: 'removed' });
    },
  };
}

/** Sets aside what has no place in the credential, such as a text of an earlier version from before a revision. */
async function setStrayAside(store: LiveStore): Promise<void> {
  const { strayPlaces } = await import('../model/rebase.js');
  const { portfolio, credential } = store.getState();
  const gone = strayPlaces(portfolio, credential);
  if (gone) store.apply({ kind: 'credential-revise', credential: portfolio.credential, gone });
}
