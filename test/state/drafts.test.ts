import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { chooseDraft, newDraft } from '../../src/state/drafts.js';
import { createMemoryStorage } from '../../src/storage/memory.js';
import { begin, credential, digest, secondDigest, secondVersion, Tabs, text, write } from './support/form.js';

const { id: about } = credential;
const tabs = new Tabs();
const keep = (storage: ReturnType<typeof createMemoryStorage>, hostKey?: string, at = '2026-11-22T10:00:00Z') => {
  const draft = newDraft(credential, digest, at, hostKey);
  return storage.create(draft).then(() => draft.summary.id);
};

describe('the draft that a form opens', () => {
  afterEach(() => tabs.close());

  it('is none where there is none', async () => {
    const storage = createMemoryStorage();
    assert.deepEqual(await chooseDraft(storage, about, undefined), { kind: 'none' });
    assert.deepEqual(await chooseDraft(storage, about, 'ann'), { kind: 'none' });
  });

  it("is the host's by its key, and nobody else's", async () => {
    const storage = createMemoryStorage();
    const ann = await keep(storage, 'ann');
    await keep(storage, 'bob');
    await keep(storage);
    assert.deepEqual(await chooseDraft(storage, about, 'ann'), { kind: 'open', id: ann });
    assert.deepEqual(await chooseDraft(storage, about, 'eve'), { kind: 'none' });
  });

  it('is only offered where no host says whose it is; drafts of a key are never among them', async () => {
    const storage = createMemoryStorage();
    const [first, second] = [await keep(storage), await keep(storage)];
    await keep(storage, 'ann');
    for (const key of [undefined, '']) {
      const choice = await chooseDraft(storage, about, key);
      assert.equal(choice.kind, 'offer');
      assert.deepEqual(choice.kind === 'offer' && choice.drafts.map(({ id }) => id).sort(), [first, second].sort());
    }
    assert.deepEqual(await chooseDraft(storage, 'https://example.org/another', undefined), { kind: 'none' });
  });

  it('is offered with what is known of it: whether the endpoint has it, whether it was handed in', async () => {
    const storage = createMemoryStorage();
    const id = await keep(storage);
    const known = async () => {
      const [{ remote, handedIn } = {}] = await storage.drafts({ credential: about });
      return { remote, handedIn };
    };
    assert.deepEqual(await known(), { remote: false, handedIn: false });
    const remote = { endpoint: '/mc', secret: 's', revision: -1, syncedKey: -1 };
    const draft = storage.open(id);
    await draft.updateRecord((record) => ({ ...record, remote }));
    assert.deepEqual(await known(), { remote: false, handedIn: false });
    const events = [{ id: 'e', kind: 'submit' as const, at: '2026-11-22T10:00:00Z' }];
    await draft.updateRecord((record) => ({ ...record, remote: { ...remote, revision: 0 }, events }));
    assert.deepEqual(await known(), { remote: true, handedIn: true });
  });

  it('is the one worked on last, whatever the clocks say', async () => {
    const storage = createMemoryStorage();
    const ahead = await keep(storage, 'ann', '2031-01-01T00:00:00Z');
    const used = await keep(storage, 'ann', '2026-11-22T10:00:00Z');
    const live = await tabs.open(storage, used, { now: () => '2020-01-01T00:00:00Z' });
    write(live);
    await live.flush();
    assert.deepEqual(await chooseDraft(storage, about, 'ann'), { kind: 'open', id: used });
    const offered = await chooseDraft(storage, about, undefined);
    assert.equal(offered.kind, 'none');
    assert.notEqual(used, ahead);
  });

  it('is found when it is of an earlier version of the credential', async () => {
    const storage = createMemoryStorage();
    const id = await begin(storage);
    assert.equal((await chooseDraft(storage, secondVersion.id, undefined)).kind, 'offer');
    const live = await tabs.open(storage, id, { offered: { credential: secondVersion, digest: secondDigest } });
    const { credential: pinned, revised } = live.store.getState();
    assert.equal(pinned.version, '1');
    assert.equal(revised?.digest, secondDigest);
    assert.equal(text(live), '');
  });
});
