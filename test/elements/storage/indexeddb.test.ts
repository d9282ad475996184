import { openDeviceStorage } from '../../../src/storage/indexeddb.js';
import { storageBehaviours } from '../../contracts/storage.js';
import { freshDatabase } from './database.js';

describe('IndexedDB storage', () => {
  for (const { name, run } of storageBehaviours) {
    it(name, async () => {
      const database = freshDatabase();
      let waited = 0;
      const now = () => Date.now() + waited;
      await run({ tab: () => openDeviceStorage({ name: database, now }), wait: (ms) => (waited += ms) });
    });
  }
});
