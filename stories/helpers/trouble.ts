/** Storages and receivers in which something goes wrong, each by the way it really would. */
import {
  ServiceProblem,
  StorageProblem,
  type DraftContent,
  type DraftStorage,
  type OpenDraft,
} from '../../src/state/ports.js';
import { MemoryReceiver } from '../../test/fixtures/memory-receiver.js';
import { deviceStorage } from './form.js';

/** A storage whose open drafts are changed on the way. */
const altered = (storage: DraftStorage, change: (draft: OpenDraft) => void): DraftStorage => ({
  ...storage,
  open(id) {
    const draft = storage.open(id);
    change(draft);
    return draft;
  },
});

/** What a draft holds is read otherwise than it was written. */
const readAs = (storage: DraftStorage, found: Partial<DraftContent>): DraftStorage =>
  altered(storage, (draft) => {
    const load = draft.load.bind(draft);
    draft.load = async (offered) => ({ ...(await load(offered)), ...found });
  });

/** Takes a draft, and then refuses every change of it. */
export const refusesChanges = (reason: StorageProblem['reason']): DraftStorage =>
  altered(deviceStorage(), (draft) => (draft.append = () => Promise.reject(new StorageProblem(reason))));

/** Was written to by a newer version of the library. */
export const newerVersion = (): DraftStorage => readAs(deviceStorage(), { newerVersion: true });

/** Cannot read some entries of its journal. */
export const damagedEntries = (storage: DraftStorage): DraftStorage =>
  readAs(storage, { damaged: [4, 7].map((key) => ({ key, raw: { v: 1 }, reason: 'no change' })) });

/** Cannot open a draft at all. */
export const opensNothing = (storage: DraftStorage): DraftStorage =>
  altered(storage, (draft) => (draft.load = () => Promise.reject(new StorageProblem('failed'))));

/** A browser that keeps nothing. */
export const keepsNothing = (storage: DraftStorage): DraftStorage => ({
  ...storage,
  create: () => Promise.reject(new StorageProblem('refused')),
});

/** A receiver that does not answer, or answers no. `passing`: it is tried again. */
export function receiverWith(reason: ServiceProblem['reason'], passing: boolean): MemoryReceiver {
  const receiver = new MemoryReceiver();
  receiver.create = () => Promise.reject(new ServiceProblem(reason, passing));
  return receiver;
}
