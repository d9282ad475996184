/** Memory storage as a disk would be: slow, full, broken, and looked at from outside. */
import { StorageProblem, type DraftStorage, type OpenDraft } from '../../../src/state/ports.js';
import { createMemoryStorage } from '../../../src/storage/memory.js';
import { pause } from './form.js';

type Method = Exclude<
  { [K in keyof OpenDraft]: OpenDraft[K] extends (...args: never[]) => Promise<unknown> ? K : never }[keyof OpenDraft],
  undefined
>;

export interface Disk {
  /** Another tab's handle. */
  tab(): DraftStorage;
  /** Asked before each step of an open draft; may wait, or throw. */
  before: (method: Method, draft: OpenDraft) => Promise<void> | void;
  /** Asked after each step. */
  after: (method: Method) => Promise<void> | void;
  /** Every step that was asked for, in order. */
  steps: Method[];
  /** How much is written in one append. */
  appended: number[];
  /** Bytes that cannot be kept. */
  putFile: (id: string) => Promise<void> | void;
}

const methods: Method[] = [
  'load',
  'append',
  'since',
  'compact',
  'rewrite',
  'saveApplicant',
  'updateRecord',
  'saveCredential',
  'addRestorePoint',
  'restorePoints',
  'restorePoint',
];

export function createDisk(kind: DraftStorage['kind'] = 'device'): Disk {
  const memory = createMemoryStorage();
  const disk: Disk = {
    before: () => undefined,
    after: () => undefined,
    putFile: () => undefined,
    steps: [],
    appended: [],
    tab: () =>
      Object.assign(Object.create(memory) as DraftStorage, {
        kind,
        async putFile(id: string, draft: string, bytes: Blob) {
          await disk.putFile(id);
          return memory.putFile(id, draft, bytes);
        },
        open(id: string) {
          const draft = memory.open(id);
          for (const method of methods) {
            const real = (draft[method] as (...args: unknown[]) => Promise<unknown>).bind(draft);
            (draft as unknown as Record<string, unknown>)[method] = async (...args: unknown[]) => {
              disk.steps.push(method);
              if (method === 'append') disk.appended.push((args[0] as unknown[]).length);
              await disk.before(method, draft);
              const answer = await real(...args);
              await disk.after(method);
              return answer;
            };
          }
          return draft;
        },
      }),
  };
  return disk;
}

/** Every step takes its time. */
export const slow = (ms: number) => (): Promise<void> => pause(ms);

export const full = (): never => {
  throw new StorageProblem('full');
};
