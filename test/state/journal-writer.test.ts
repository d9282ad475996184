import assert from 'node:assert/strict';
import { afterEach, describe, it, mock } from 'node:test';
import fc from 'fast-check';
import { applyAll } from '../../src/model/apply.js';
import type { LivePortfolio } from '../../src/state/live-portfolio.js';
import { StorageProblem, type DraftStorage } from '../../src/state/ports.js';
import { createMemoryStorage } from '../../src/storage/memory.js';
import type { Stroke } from '../model/support/writing.js';
import { createDisk, full, slow } from './support/disk.js';
import {
  begin,
  everything,
  pause,
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

/** What would be found if every tab were gone. */
async function onDisk(storage: DraftStorage, id: string) {
  const draft = storage.open(id);
  const content = await draft.load();
  draft.close();
  return {
    content,
    portfolio: applyAll(
      content.portfolio,
      content.entries.map(({ change }) => change),
    ),
  };
}

describe('the journal of a live portfolio', () => {
  const tabs = new Tabs();
  afterEach(async () => {
    mock.timers.reset();
    await tabs.close();
  });

  it('has a word on disk soon after it was typed, without being asked', async () => {
    const disk = createDisk();
    const id = await begin(disk.tab());
    const live = await tabs.open(disk.tab(), id);
    const word = write(live);
    assert.equal(live.store.getState().saving.pending, true);
    await until(() => disk.appended.length === 1, 'written');
    assert.match(everything((await onDisk(disk.tab(), id)).portfolio), new RegExp(word));
    await when(live, ({ saving }) => !saving.pending, 'no longer pending');
  });

  it('writes within a tenth of a second, and at once when asked', async () => {
    mock.timers.enable({ apis: ['setTimeout'] });
    const disk = createDisk();
    const id = await begin(disk.tab());
    const live = await tabs.open(disk.tab(), id);
    write(live);
    mock.timers.tick(100);
    await new Promise((resolve) => setImmediate(resolve));
    assert.deepEqual(disk.appended, [1]);
    write(live);
    await live.flush();
    assert.deepEqual(disk.appended, [1, 1]);
  });

  it('begins to write in the very task in which it is asked, since a page that is left has no other', async () => {
    const disk = createDisk();
    const tab = disk.tab();
    const begun: string[] = [];
    const open = tab.open.bind(tab);
    tab.open = (id) => {
      const draft = open(id);
      const { append, saveApplicant } = draft;
      draft.append = (...given) => (begun.push('work'), append.apply(draft, given));
      draft.saveApplicant = (...given) => (begun.push('applicant'), saveApplicant.apply(draft, given));
      return draft;
    };
    const live = await tabs.open(tab, await begin(tab));
    await live.flush();
    write(live);
    live.services.setApplicant({ name: 'Ana' });
    const flushed = live.flush();
    assert.deepEqual(begun, ['work', 'applicant']);
    await flushed;
  });

  it('takes fast typing in one write', async () => {
    const disk = createDisk();
    const live = await tabs.open(disk.tab(), await begin(disk.tab()));
    for (let n = 0; n < 20; n += 1) write(live);
    await live.flush();
    assert.deepEqual(disk.appended, [20]);
  });

  it('keeps what is typed while a write is under way', async () => {
    const disk = createDisk();
    const id = await begin(disk.tab());
    const live = await tabs.open(disk.tab(), id);
    Object.assign(disk, { before: slow(20), after: slow(20) });
    const words: string[] = [];
    for (let n = 0; n < 20; n += 1) {
      words.push(write(live));
      await pause(11);
    }
    for (const word of words) assert.match(text(live), new RegExp(word), 'in the tab');
    await live.flush();
    Object.assign(disk, { before: () => undefined, after: () => undefined });
    const kept = everything((await onDisk(disk.tab(), id)).portfolio);
    for (const word of words) assert.match(kept, new RegExp(word), 'on disk');
  });

  it('opens a draft as it was left, with the applicant', async () => {
    const storage = createMemoryStorage();
    const id = await begin(storage);
    const first = await tabs.open(storage, id);
    const word = write(first);
    first.services.setApplicant({ name: 'Jo' });
    first.services.setApplicant({ name: 'Jordan' });
    await first.close();
    const second = await tabs.open(storage, id);
    assert.match(text(second), new RegExp(word));
    assert.equal(second.store.getState().applicant.name, 'Jordan');
  });

  it('tells that the disk is full, keeps the words, writes them when there is room', async () => {
    mock.timers.enable({ apis: ['setTimeout'] });
    const disk = createDisk();
    const id = await begin(disk.tab());
    const live = await tabs.open(disk.tab(), id);
    disk.before = (method) => (method === 'append' || method === 'saveApplicant' ? full() : undefined);
    const words = [write(live)];
    mock.timers.tick(100);
    await assert.rejects(live.flush(), { reason: 'full' });
    live.services.setApplicant({ name: 'Jordan' });
    words.push(write(live));
    const { saving } = live.store.getState();
    assert.equal(saving.problem?.reason, 'full');
    assert.equal(saving.pending, true);
    for (const word of words) assert.match(text(live), new RegExp(word));
    disk.before = () => undefined;
    mock.timers.tick(5_000);
    await new Promise((resolve) => setImmediate(resolve));
    assert.deepEqual(live.store.getState().saving, { ...saving, problem: undefined, pending: false });
    const { portfolio, content } = await onDisk(disk.tab(), id);
    for (const word of words) assert.match(everything(portfolio), new RegExp(word));
    assert.equal(content.applicant.name, 'Jordan');
  });

  it('turns read only when a newer version wrote, and when the draft was removed', async () => {
    const disk = createDisk();
    const id = await begin(disk.tab());
    const [one, two] = [await tabs.open(disk.tab(), id), await tabs.open(disk.tab(), id)];
    disk.before = (method) => {
      if (method === 'since') throw new StorageProblem('newer-version');
    };
    write(two);
    await when(one, ({ readOnly }) => readOnly === 'newer-version', 'read only');
    assert.deepEqual(one.store.apply({ kind: 'self-assess', criterion: 'k', why: 'x' }), []);
    disk.before = () => undefined;
    const third = await tabs.open(disk.tab(), id);
    await third.services.removeDraft();
    assert.equal(third.store.getState().readOnly, 'removed');
    const fourthId = await begin(disk.tab());
    const [a, b] = [await tabs.open(disk.tab(), fourthId), await tabs.open(disk.tab(), fourthId)];
    await a.services.removeDraft();
    await when(b, ({ readOnly }) => readOnly === 'removed', 'removed in the other tab');
  });

  it('takes a long journal into a snapshot, and never what the endpoint has yet to get', async () => {
    const disk = createDisk();
    const id = await begin(disk.tab());
    const live = await tabs.open(disk.tab(), id);
    for (let n = 0; n < 499; n += 1) live.store.apply({ kind: 'self-assess', criterion: 'k', why: `w${n}` });
    await live.flush();
    assert.equal((await onDisk(disk.tab(), id)).content.entries.length, 499);
    live.store.apply({ kind: 'self-assess', criterion: 'k', why: 'the last' });
    await live.flush();
    await until(() => disk.steps.includes('compact'), 'compacted');
    const { content, portfolio } = await onDisk(disk.tab(), id);
    assert.equal(content.entries.length, 0);
    assert.equal(portfolio.selfAssessments[0]?.why, 'the last');
    // Another tab, which knows of an endpoint that has nothing of it yet.
    const other = await begin(disk.tab(), (draft) => ({
      ...draft,
      record: { ...draft.record, remote: { endpoint: '/mc', secret: 's', revision: 0, syncedKey: 0 } },
    }));
    const offline = await tabs.open(disk.tab(), other);
    for (let n = 0; n < 600; n += 1) offline.store.apply({ kind: 'self-assess', criterion: 'k', why: `w${n}` });
    await offline.flush();
    assert.equal((await onDisk(disk.tab(), other)).content.entries.length, 600);
  });

  it('compacts by bytes too', async () => {
    const disk = createDisk();
    const id = await begin(disk.tab());
    const live = await tabs.open(disk.tab(), id);
    writeText(live, 'word '.repeat(60_000));
    await live.flush();
    await until(() => disk.steps.includes('compact'), 'compacted');
    assert.equal((await onDisk(disk.tab(), id)).content.entries.length, 0);
  });

  it('takes in what another tab wrote while this one was opening', async () => {
    const disk = createDisk();
    const id = await begin(disk.tab());
    const first = await tabs.open(disk.tab(), id);
    let word = '';
    disk.after = async (method) => {
      if (method !== 'load' || word) return;
      word = write(first);
      await first.flush();
    };
    const second = await tabs.open(disk.tab(), id);
    await until(() => text(second).includes(word), 'caught up');
  });

  it('brings a revision that was accepted in one tab to the other, with its credential', async () => {
    const storage = createMemoryStorage();
    const id = await begin(storage);
    const offered = { credential: secondVersion, digest: secondDigest };
    const [a, b] = [await tabs.open(storage, id, { offered }), await tabs.open(storage, id, { offered })];
    work(a, { what: 'explain', where: 0 });
    await a.flush();
    await a.services.acceptRevision();
    await a.flush();
    await when(b, ({ credential }) => credential.version === '2', 'revised');
    const { portfolio, revised, requirements } = b.store.getState();
    assert.equal(portfolio.credential.digest, secondDigest);
    assert.equal(revised, undefined);
    assert.ok(requirements.some(({ id: row }) => row.includes('d2')));
    assert.deepEqual(
      portfolio.setAside.map(({ reason }) => reason),
      ['no-place'],
    );
  });

  it('shows the same work in both tabs after any interleaving, and after a reload', async () => {
    type Command = { tab: 0 | 1; do: Stroke | 'flush' | 'reload' | 'compact' | 'wait' };
    const stroke = fc.record({
      what: fc.constantFrom<Stroke['what'][]>('type', 'merge', 'insert', 'explain'),
      where: fc.nat(5),
    });
    const command: fc.Arbitrary<Command> = fc.record({
      tab: fc.constantFrom(0, 1),
      do: fc.oneof(
        { weight: 5, arbitrary: stroke },
        fc.constantFrom('flush' as const, 'reload' as const, 'compact' as const, 'wait' as const),
      ),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(command, { minLength: 3, maxLength: 25 }), async (commands) => {
        const disk = createDisk();
        const id = await begin(disk.tab());
        const open = () => tabs.open(disk.tab(), id);
        const pair: LivePortfolio[] = [await open(), await open()];
        // Each step of the disk comes a moment later, so that both tabs are always in the midst of something.
        disk.before = () => new Promise((resolve) => setImmediate(resolve));
        const words: string[] = [];
        for (const { tab, do: what } of commands) {
          const live = pair[tab]!;
          if (what === 'flush') await live.flush();
          else if (what === 'wait') await pause(1);
          else if (what === 'reload') {
            await live.close();
            pair[tab] = await open();
          } else if (what === 'compact') {
            await live.flush();
            const draft = disk.tab().open(id);
            const { portfolio, content } = { ...(await onDisk(disk.tab(), id)) };
            await draft.load();
            const key = content.entries.at(-1)?.key;
            if (key !== undefined) await draft.compact(key, portfolio);
            draft.close();
          } else {
            const word = work(live, what);
            if (word) words.push(word);
          }
        }
        await Promise.all(pair.map((live) => live.flush()));
        const views = () => pair.map((live) => JSON.stringify(live.store.getState().portfolio));
        await until(() => views()[0] === views()[1], 'the same in both tabs');
        const { portfolio } = await onDisk(disk.tab(), id);
        assert.deepEqual(JSON.parse(views()[0]!), JSON.parse(JSON.stringify(portfolio)));
        const all = everything(portfolio);
        for (const word of words) assert.ok(all.includes(word), `${word} is somewhere`);
        await tabs.close();
      }),
      { numRuns: 60 },
    );
  });
});
