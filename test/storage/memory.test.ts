import { describe, it } from 'node:test';
import { createMemoryStorage } from '../../src/storage/memory.js';
import { storageBehaviours } from '../contracts/storage.js';

describe('memory storage', () => {
  for (const { name, run } of storageBehaviours) {
    it(name, async () => {
      let waited = 0;
      const storage = createMemoryStorage({ now: () => Date.now() + waited });
      await run({ tab: async () => storage, wait: (ms) => (waited += ms) });
    });
  }
});
