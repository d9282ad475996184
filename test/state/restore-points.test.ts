import assert from 'node:assert/strict';
import { afterEach, describe, it, mock } from 'node:test';
import type { JournalKey } from '../../src/state/ports.js';
import { createMemoryStorage } from '../../src/storage/memory.js';
import { createDisk } from './support/disk.js';
import {
  begin,
  evidencePart,
  everything,
  secondDigest,
  secondVersion,
  Tabs,
  text,
  until,
  when,
  work,
  write,
  writeText,
} from './support/form.js';

const tabs = new Tabs();
const words = (count: number) => Array.from({ length: count }, (_, n) => `word${n}`).join(' ');
const whys = async (live: Awaited<ReturnType<Tabs['open']>>) =>
  (await live.services.restorePoints()).map(({ why }) => why);
const turns = async () => {
  for (let n = 0; n < 20; n += 1) await new Promise((resolve) => setImmediate(resolve));
};

describe('earlier versions on this device', () => {
  afterEach(async () => {
    mock.timers.reset();
    await tabs.close();
  });

  it('are kept each ten minutes in which this tab changed something', async () => {
    mock.timers.enable({ apis: ['setInterval'] });
    const storage = createMemoryStorage();
    const id = await begin(storage);
    const [live, watching] = [await tabs.open(storage, id), await tabs.open(storage, id)];
    mock.timers.tick(600_000);
    await turns();
    assert.deepEqual(await whys(live), []);
    const word = write(live);
    await live.flush();
    await until(() => everything(watching.store.getState().portfolio).includes(word), 'seen in the other tab');
    mock.timers.tick(599_999);
    await turns();
    assert.deepEqual(await whys(live), []);
    mock.timers.tick(1);
    await turns();
    assert.deepEqual(await whys(live), ['interval'], 'once, not once in each tab');
    mock.timers.tick(600_000);
    await turns();
    assert.deepEqual(await whys(live), ['interval'], 'nothing new');
  });

  it('are kept before a change that takes out more than 200 words, with those words', async () => {
    const storage = createMemoryStorage();
    const live = await tabs.open(storage, await begin(storage));
    writeText(live, `${words(201)}\n\nThe end.`);
    await live.flush();
    writeText(live, `${words(2)}\n\nThe end.`);
    await turns();
    assert.deepEqual(await whys(live), [], '199 words are not many');
    writeText(live, `${words(201)}\n\nThe end.`);
    writeText(live, 'The end.');
    await turns();
    const [point] = await live.services.restorePoints();
    assert.equal(point!.why, 'before-change');
    assert.equal(text(live), 'The end.');
    await live.services.restore(point!.id);
    assert.equal(text(live), `${words(201)}\n\nThe end.`);
  });

  it('are kept before a paste over a long text, a long explanation, and a file that is taken out', async () => {
    const storage = createMemoryStorage();
    const live = await tabs.open(storage, await begin(storage));
    writeText(live, words(500));
    writeText(live, 'Something else entirely.');
    await turns();
    assert.equal((await whys(live)).length, 1);
    live.store.apply({ kind: 'evidence-explain', evidence: 'e1', detail: 'd1', text: words(300) });
    live.store.apply({ kind: 'evidence-explain', evidence: 'e1', detail: 'd1', text: '' });
    await turns();
    assert.equal((await whys(live)).length, 2);
    await live.services.addFiles(evidencePart, [new File(['words'], 'notes.txt')]);
    live.services.addLink(evidencePart, 'https://example.org/', 'A link');
    const [file, link] = live.store.getState().portfolio.artifacts;
    live.store.apply({ kind: 'artifact-remove', artifact: link!.id });
    await turns();
    assert.equal((await whys(live)).length, 2);
    live.store.apply({ kind: 'artifact-remove', artifact: file!.id });
    await turns();
    assert.equal((await whys(live)).length, 3);
  });

  it('do not come with every keystroke in a long text', async () => {
    const storage = createMemoryStorage();
    const live = await tabs.open(storage, await begin(storage));
    writeText(live, words(3000));
    for (let n = 0; n < 20; n += 1) work(live, { what: 'type', where: 0 });
    await turns();
    assert.deepEqual(await whys(live), []);
  });

  it('name the last entry that they hold', async () => {
    const disk = createDisk();
    const id = await begin(disk.tab());
    const keys: (JournalKey | undefined)[] = [];
    const tab = disk.tab();
    const watched = Object.assign(Object.create(tab) as typeof tab, {
      open(name: string) {
        const draft = tab.open(name);
        const add = draft.addRestorePoint.bind(draft);
        draft.addRestorePoint = (portfolio, at, why, key) => {
          keys.push(key);
          return add(portfolio, at, why, key);
        };
        return draft;
      },
    });
    const live = await tabs.open(watched, id);
    writeText(live, words(300));
    await live.flush();
    const { entries } = await disk.tab().open(id).load();
    writeText(live, '');
    await live.flush();
    assert.deepEqual(keys, [entries.at(-1)!.key]);
    writeText(live, words(300));
    writeText(live, '');
    assert.equal(keys[1], undefined, 'what was on its way to the journal has no key yet');
    await live.services.settle('nothing', false);
    assert.equal(keys[2], (await disk.tab().open(id).load()).entries.at(-1)!.key);
  });

  it('bring back a text, keep the present one, and what another tab wrote meanwhile', async () => {
    const disk = createDisk();
    const id = await begin(disk.tab());
    const [live, other] = [await tabs.open(disk.tab(), id), await tabs.open(disk.tab(), id)];
    writeText(live, `${words(250)}\n\nKept.`);
    await live.flush();
    writeText(live, 'Kept.');
    await live.flush();
    await when(other, () => text(other) === 'Kept.', 'the same');
    writeText(live, 'Kept, and changed.');
    await live.flush();
    const [point] = await live.services.restorePoints();
    // The other tab writes into the same paragraph at this very moment.
    await when(other, () => text(other) === 'Kept, and changed.', 'the same again');
    const restoring = live.services.restore(point!.id);
    const word = work(other, { what: 'type', where: 0 })!;
    await restoring;
    await Promise.all([live.flush(), other.flush()]);
    await until(
      () => JSON.stringify(live.store.getState().portfolio) === JSON.stringify(other.store.getState().portfolio),
      'one work',
    );
    const all = everything(live.store.getState().portfolio);
    assert.ok(all.includes(word), 'what the other wrote is somewhere');
    assert.ok(all.includes('word249'), 'what was brought back is there');
    const present = (await live.services.restorePoints())[0]!;
    assert.equal(present.why, 'before-change');
    assert.ok(everything(await disk.tab().open(id).restorePoint(present.id)).includes('Kept, and changed.'));
  });

  it('are kept before a revision is accepted, with what no longer has a place', async () => {
    const storage = createMemoryStorage();
    const id = await begin(storage);
    const live = await tabs.open(storage, id, { offered: { credential: secondVersion, digest: secondDigest } });
    const word = work(live, { what: 'explain', where: 0 })!;
    await live.services.acceptRevision();
    const [point] = await live.services.restorePoints();
    assert.equal(point!.why, 'before-revision');
    const { portfolio, credential } = live.store.getState();
    assert.equal(credential.version, '2');
    assert.equal(portfolio.setAside.length, 1);
    assert.ok(everything(portfolio).includes(word));
  });
});
