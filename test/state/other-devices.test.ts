import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import fc from 'fast-check';
import { canonicalJson } from '../../src/model/digest.js';
import type { Portfolio } from '../../src/model/portfolio.js';
import type { LivePortfolio } from '../../src/state/live-portfolio.js';
import type { DraftStorage } from '../../src/state/ports.js';
import { createMemoryStorage } from '../../src/storage/memory.js';
import type { Stroke } from '../model/support/writing.js';
import { Endpoint, passing } from './support/endpoint.js';
import { begin, everything, Tabs, text, work, writeText } from './support/form.js';

const address = 'https://example.org/mc';
const tabs = new Tabs();

const open = (storage: DraftStorage, id: string, endpoint: Endpoint, at = address) =>
  tabs.open(storage, id, { endpoint: at, service: endpoint.service });

/** A second device with the same access, as if the draft and its secret had been carried over. */
async function secondDevice(first: DraftStorage, id: string): Promise<DraftStorage> {
  const draft = first.open(id);
  const { summary, credential, portfolio, applicant, record, snapshotKey } = await draft.load();
  draft.close();
  const storage = createMemoryStorage();
  // The journal begins at the snapshot there, which is what the endpoint began with.
  assert.equal(record.remote?.syncedKey, snapshotKey);
  await storage.create({
    summary,
    credential,
    portfolio,
    applicant,
    record: { ...record, remote: { ...record.remote!, syncedKey: 0 } },
  });
  return storage;
}

const same = (a: Portfolio, b: Portfolio, what: string) => assert.equal(canonicalJson(a), canonicalJson(b), what);

describe('two devices with one portfolio', () => {
  afterEach(() => tabs.close());

  it('brings in what another device wrote, and sets aside what both wrote at once', async () => {
    const endpoint = new Endpoint();
    const storage = createMemoryStorage();
    const id = await begin(storage);
    const one = await open(storage, id, endpoint);
    writeText(one, 'A paragraph.');
    await one.sync();
    const two = await open(await secondDevice(storage, id), id, endpoint);
    await two.sync();
    assert.equal(text(two), text(one));
    const there = work(two, { what: 'explain', where: 0 })!;
    await two.sync();
    await one.sync();
    assert.ok(everything(one.store.getState().portfolio).includes(there));
    const [a, b] = [work(one, { what: 'type', where: 0 })!, work(two, { what: 'type', where: 0 })!];
    await one.sync();
    await two.sync();
    await one.sync();
    for (const live of [one, two]) {
      const { portfolio, requirements } = live.store.getState();
      for (const word of [a, b]) assert.ok(everything(portfolio).includes(word));
      assert.equal(portfolio.setAside.length, 1);
      assert.ok(requirements.some(({ findings }) => findings.some(({ code }) => code === 'draft.two-versions')));
    }
    same(one.store.getState().portfolio, two.store.getState().portfolio, 'both see the same');
  });

  it('loses no word that was typed on either device, however they take turns and whatever gets lost', async () => {
    type Command = { device: 0 | 1; do: Stroke | 'sync' | 'lose' | 'cut' | 'reload' | 'tab' };
    const stroke = fc.record({
      what: fc.constantFrom<Stroke['what'][]>('type', 'merge', 'insert', 'explain'),
      where: fc.nat(4),
    });
    const command: fc.Arbitrary<Command> = fc.record({
      device: fc.constantFrom(0, 1),
      do: fc.oneof(
        { weight: 4, arbitrary: stroke },
        { weight: 4, arbitrary: fc.constantFrom('sync', 'sync', 'lose', 'cut', 'reload', 'tab') },
      ),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(command, { minLength: 4, maxLength: 30 }), async (commands) => {
        const endpoint = new Endpoint();
        const storage = createMemoryStorage();
        const id = await begin(storage);
        const first = await open(storage, id, endpoint);
        await first.sync();
        const storages = [storage, await secondDevice(storage, id)];
        const devices: LivePortfolio[] = [first, await open(storages[1]!, id, endpoint)];
        const others: LivePortfolio[] = [];
        const words: string[] = [];
        for (const { device, do: what } of commands) {
          const live = devices[device]!;
          const syncWith = async (when: 'before' | 'after') => {
            let left = 1;
            endpoint[when] = (step) => {
              if (step === 'send' && left-- > 0) throw passing();
            };
            await live.sync().catch(() => undefined);
            endpoint[when] = () => undefined;
          };
          if (what === 'sync') await live.sync();
          else if (what === 'lose') await syncWith('after');
          else if (what === 'cut') await syncWith('before');
          else if (what === 'tab') {
            others.push(live);
            devices[device] = await open(storages[device]!, id, endpoint);
          } else if (what === 'reload') {
            await live.close();
            devices[device] = await open(storages[device]!, id, endpoint);
          } else {
            const word = work(live, what);
            if (word) words.push(word);
          }
        }
        for (const live of others) await live.flush();
        for (let n = 0; n < 3; n += 1) for (const live of devices) await live.sync();
        const there = endpoint.portfolio(id);
        for (const live of devices) same(live.store.getState().portfolio, there, 'as the endpoint has it');
        for (const word of words) assert.ok(everything(there).includes(word), `${word} is somewhere`);
        const { changes } = endpoint.kept.get(id)!;
        assert.equal(new Set(changes.map((change) => change.id)).size, changes.length, 'no change twice');
        await tabs.close();
      }),
      { numRuns: 60 },
    );
  });
});
