/** A damaged draft file: what can be read is opened, the rest is set aside, and nothing is called whole that is not. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { FormSession } from '../../src/elements/portfolio/session.js';
import { en } from '../../src/locales/en/package.js';
import { createFormat } from '../../src/locales/format.js';
import type { Credential } from '../../src/model/credential.js';
import { digestOf } from '../../src/model/digest.js';
import { parseCredential } from '../../src/model/parse.js';
import { emptyPortfolio, type Portfolio } from '../../src/model/portfolio.js';
import { createMemoryStorage } from '../../src/storage/memory.js';
import { packageBlob, partsBlob, readPackage } from '../../src/transport/package.js';

const parsed = parseCredential(await readFile('demo/credentials/collaborative-leadership.json', 'utf8'));
assert.ok(parsed.ok);
const credential = parsed.value;
const pin = { id: credential.id, version: credential.version, digest: await digestOf(credential) };
const part = credential.parts[0]!.id;
const block = (id: string, text: string) => ({ type: 'paragraph', id, content: [{ type: 'text', text }] });
const work = {
  ...emptyPortfolio('p1', pin),
  narratives: [
    { part, text: { type: 'doc', content: [block('b1', 'Kept words'), block('b2', 'Other words')] }, seen: {} },
  ],
  artifacts: [
    { id: 'a1', part, title: 'Plan', file: { id: 'f1', name: 'plan.txt', type: 'text/plain', size: 12 } },
    { id: 'a2', part, title: 'Note', file: { id: 'f2', name: 'note.txt', type: 'text/plain', size: 9 } },
  ],
} as Portfolio;
const bytes: Record<string, string> = { f1: 'the plan (1)', f2: 'the notes' };

const packed = (portfolio: Portfolio = work, inside: Credential = credential) =>
  packageBlob({
    kind: 'draft',
    at: '2026-11-22T14:03:00Z',
    credential: inside,
    portfolio,
    words: en(createFormat('en')),
    getFile: async (id) => new Blob([bytes[id] ?? '']),
  });

/** The bytes of one text in one member changed to others of the same length. */
async function damaged(blob: Blob, member: string, from: string, to: string): Promise<Blob> {
  const all = Buffer.from(await blob.arrayBuffer());
  const place = all.indexOf(from, all.indexOf(member));
  assert.ok(place > 0 && Buffer.byteLength(from) === Buffer.byteLength(to));
  all.write(to, place);
  return new Blob([all]);
}

async function imported(file: Blob, page: object = credential) {
  const storage = createMemoryStorage();
  const input = { credential: page, affiliate: undefined, hostKey: undefined, endpoint: undefined, storage };
  const session = new FormSession(input, () => undefined);
  await session.open();
  const result = await session.importDraft(file, false);
  const portfolio = session.phase.kind === 'open' ? session.phase.live.store.getState().portfolio : undefined;
  const members = result.unread.map(({ member }) => member);
  session.close();
  return { result, portfolio, members, session };
}

test('a damaged credential: the page has the very same one, and the work opens with it', async () => {
  const { result, portfolio, members } = await imported(
    await damaged(await packed(), 'credential.json', 'credential/1', 'cred####al/1'),
  );
  assert.deepEqual([result.opened, result.credential, members], [true, 'own', ['credential.json']]);
  assert.deepEqual(portfolio?.narratives, work.narratives);
  assert.deepEqual(portfolio?.credential, pin);
});

test('a credential that still reads, with other letters in it, is not taken for what the issuer said', async () => {
  const title = credential.title;
  const content = await readPackage(await damaged(await packed(), 'credential.json', title, `#${title.slice(1)}`));
  assert.equal(content.credential, undefined);
  assert.deepEqual(content.faults, [{ code: 'package.member-damaged', member: 'credential.json' }]);
});

test('a damaged credential, and another version on the page: only if it has a place for all of the work', async () => {
  const file = await damaged(await packed(), 'credential.json', 'credential/1', 'cred####al/1');
  const newer = { ...credential, version: '99' };
  const taken = await imported(file, newer);
  assert.deepEqual([taken.result.opened, taken.result.credential], [true, 'other']);
  assert.equal(taken.portfolio?.credential.version, '99');
  const lost = { ...work, evidence: [{ id: 'e1', detail: 'no such detail', explanation: 'x', pointers: [] }] };
  const refused = await imported(
    await damaged(await packed(lost), 'credential.json', 'credential/1', 'cred####al/1'),
    newer,
  );
  assert.deepEqual([refused.result.opened, refused.result.credential], [false, 'none']);
  assert.deepEqual(refused.members, ['credential.json']);
});

test('wrong letters in the work: it opens as a portfolio of its own and its bytes are set aside', async () => {
  const { result, portfolio, members } = await imported(
    await damaged(await packed(), 'portfolio.json', 'Kept words', 'Kep######s'),
  );
  assert.ok(result.opened);
  assert.deepEqual(members, ['portfolio.json']);
  assert.notEqual(portfolio?.id, 'p1');
  assert.match(JSON.stringify(portfolio?.narratives), /Kep######s.*Other words/);
});

test('a wrong block costs that block, not the work', async () => {
  const { result, portfolio, members } = await imported(
    await damaged(await packed(), 'portfolio.json', '"paragraph"', '"par######"'),
  );
  assert.ok(result.opened);
  assert.deepEqual(members, ['portfolio.json', 'portfolio-left-out.json']);
  assert.deepEqual(
    portfolio?.narratives[0]?.text.content.map(({ id }) => id),
    ['b2'],
  );
  assert.deepEqual(portfolio?.artifacts, work.artifacts);
  assert.match(await result.unread[1]!.bytes.text(), /Kept words/);
});

test('work that is no JSON any more is not guessed at, and can be saved as it is', async () => {
  const { result, portfolio, members, session } = await imported(
    await damaged(await packed(), 'portfolio.json', '"narratives": [', '"narratives" ##'),
  );
  assert.deepEqual([result.opened, portfolio, members], [false, undefined, ['portfolio.json']]);
  const { name, blob } = await session.packUnread(result.unread);
  assert.match(name, /-not-read-\d{4}-\d\d-\d\d\.zip$/);
  assert.match(await blob.text(), /"narratives" ##[^]*Kept words/);
});

test('the bytes of a file: damaged, not missing, and set aside', async () => {
  const { result, members } = await imported(
    await damaged(await packed(), 'files/f1/', 'the plan (1)', 'the p####(1)'),
  );
  assert.deepEqual([result.opened, result.damaged, result.missing], [true, ['plan.txt'], []]);
  assert.deepEqual(members, ['files/f1/plan.txt']);
  assert.match(await (await partsBlob(result.unread)).text(), /the p####\(1\)/);
});

test('work of a newer format is not taken apart', async () => {
  const content = await readPackage(await packed({ ...work, format: 'mc-portfolio/2' } as never));
  assert.equal(content.portfolio, undefined);
  assert.deepEqual(
    content.unread.map(({ member }) => member),
    ['portfolio.json'],
  );
});
