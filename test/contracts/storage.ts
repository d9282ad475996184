/**
 * What every kind of DraftStorage does. Neutral of any test framework: each behaviour is a function that throws, run
 * for memory in Node and for IndexedDB in each browser engine.
 */
import { emptyApplicant } from '../../src/model/applicant.js';
import type { Change } from '../../src/model/change.js';
import type { Credential } from '../../src/model/credential.js';
import { emptyPortfolio, type Portfolio } from '../../src/model/portfolio.js';
import { StorageProblem } from '../../src/state/ports.js';
import type { DraftNews, DraftStorage, NewDraft } from '../../src/state/ports.js';

/** Where one behaviour is tried: a storage of its own, seen from as many tabs as it likes. */
export interface StorageBench {
  /** Another tab's view of the same storage. */
  tab(): Promise<DraftStorage>;
  /** Sets the clock forward, in milliseconds. */
  wait(ms: number): void;
}

export interface StorageBehaviour {
  name: string;
  run(bench: StorageBench): Promise<void>;
}

const digest = 'a'.repeat(64);
const otherDigest = 'b'.repeat(64);
const hour = 60 * 60 * 1000;
const noon = '2026-11-22T12:00:00Z';

export const credential: Credential = {
  format: 'mc-credential/1',
  id: 'urn:test:leading',
  version: '1',
  language: 'en',
  title: 'Leading',
  overview: 'To lead.',
  issuer: { name: 'An association' },
  audience: [],
  outcomes: [{ id: 'o1', code: '1', statement: 'Leads.', details: [], alignments: [], references: [] }],
  parts: [
    {
      kind: 'narrative',
      id: 'overview',
      title: 'Overview',
      purpose: 'overview',
      layout: 'single',
      prompts: [{ id: 'q1', text: 'How?', kind: 'question' }],
    },
  ],
  attestations: [],
  resources: [],
  references: [],
  wordCount: 'mc-words/1',
  review: {},
};

export function newDraft(id: string, over: Partial<NewDraft['summary']> = {}): NewDraft {
  const pin = { id: credential.id, version: credential.version, digest };
  return {
    summary: { id, credential: { ...pin, title: credential.title }, createdAt: noon, changedAt: noon, ...over },
    credential,
    portfolio: emptyPortfolio(id, pin),
    applicant: emptyApplicant(id),
    record: { uploads: {}, receipts: [], events: [] },
  };
}

export const explain = (id: string, text = id, at = noon): Change => ({
  id,
  at,
  kind: 'evidence-explain',
  evidence: 'e1',
  detail: 'o1',
  text,
});

const addFile = (id: string, file: string): Change => ({
  id,
  at: noon,
  kind: 'artifact-add',
  artifact: {
    id: `artifact-${file}`,
    part: 'proof',
    title: '',
    file: { id: file, name: 'a.txt', type: 'text/plain', size: 3 },
  },
});

const withExplanation = (portfolio: Portfolio, explanation: string): Portfolio => ({
  ...portfolio,
  evidence: [{ id: 'e1', detail: 'o1', explanation, pointers: [] }],
});

export function same(actual: unknown, expected: unknown, what: string): void {
  const [found, wanted] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (found !== wanted) throw new Error(`${what}: found ${found}, expected ${wanted}`);
}

export async function rejects(promise: Promise<unknown>, reason: StorageProblem['reason']): Promise<void> {
  const fault = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(fault instanceof StorageProblem)) throw new Error(`expected a StorageProblem, found ${String(fault)}`);
  same(fault.reason, reason, 'the reason');
}

/** Looks until it is so. News between tabs take their time; nothing else here does. */
export async function until(condition: () => boolean, what: string): Promise<void> {
  const end = Date.now() + 3000;
  while (!condition()) {
    if (Date.now() > end) throw new Error(`never: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

const idsOf = (entries: { change: Change }[] | 'rewritten') =>
  entries === 'rewritten' ? entries : entries.map(({ change }) => change.id);

/** A draft, open in two tabs that have both loaded it. */
async function twoTabs(bench: StorageBench, id = 'd1') {
  const [first, second] = [await bench.tab(), await bench.tab()];
  await first.create(newDraft(id));
  const [a, b] = [first.open(id), second.open(id)];
  await Promise.all([a.load(), b.load()]);
  return { first, second, a, b };
}

export const storageBehaviours: StorageBehaviour[] = [
  {
    name: 'keeps a new draft as it was given',
    async run(bench) {
      const given = newDraft('d1', { hostKey: 'ann' });
      await (await bench.tab()).create(given);
      const content = await (await bench.tab()).open('d1').load();
      // What follows from the record need not be said of a draft that is open.
      const { remote: _remote, handedIn: _handedIn, ...summary } = content.summary;
      same(summary, given.summary, 'summary');
      same(content.credential, given.credential, 'credential');
      same(content.portfolio, given.portfolio, 'portfolio');
      same(content.applicant, given.applicant, 'applicant');
      same(content.record, given.record, 'record');
      same([content.entries, content.damaged, content.newerVersion], [[], [], false], 'the rest');
    },
  },
  {
    name: 'never writes a draft over another',
    async run(bench) {
      const storage = await bench.tab();
      await storage.create(newDraft('d1', { hostKey: 'ann' }));
      await rejects(storage.create(newDraft('d1', { hostKey: 'bob' })), 'failed');
      same((await storage.open('d1').load()).summary.hostKey, 'ann', 'the first');
    },
  },
  {
    name: 'gives interleaved changes of two tabs one order, the same for both and after reopening',
    async run(bench) {
      const { a, b } = await twoTabs(bench);
      const keys = await Promise.all(
        Array.from({ length: 20 }, (_, n) => (n % 3 === 0 ? b : a).append([explain(`c${n}`), explain(`c${n}'`)])),
      );
      for (const [one, two] of keys) if (two! <= one!) throw new Error('changes of one append are out of order');
      const all = keys.flat();
      same(new Set(all).size, 40, 'different keys');
      const [seenByA, seenByB] = [await a.since(0), await b.since(0)];
      same(seenByA, seenByB, 'the journal');
      same(
        seenByA === 'rewritten' ? [] : seenByA.map(({ key }) => key),
        all.sort((x, y) => x - y),
        'the order',
      );
      a.close();
      b.close();
      const reopened = await (await bench.tab()).open('d1').load();
      same(reopened.entries, seenByA, 'the journal after reopening');
    },
  },
  {
    name: 'says only what came after a key, and of this draft alone',
    async run(bench) {
      const { first, a, b } = await twoTabs(bench);
      await first.create(newDraft('d2'));
      const [one] = await a.append([explain('c1')]);
      await first.open('d2').append([explain('of another')]);
      await a.append([explain('c2')]);
      same(idsOf(await b.since(one!)), ['c2'], 'since the first');
      same(idsOf((await b.load()).entries), ['c1', 'c2'], 'all');
    },
  },
  {
    name: 'tells the other tab, never itself, what is new',
    async run(bench) {
      const { first, a, b } = await twoTabs(bench);
      const heard: { a: DraftNews[]; b: DraftNews[] } = { a: [], b: [] };
      a.subscribe((news) => heard.a.push(news));
      const stop = b.subscribe((news) => heard.b.push(news));
      await a.append([explain('c1')]);
      await until(() => heard.b.length === 1, 'grown');
      await a.updateRecord((record) => record);
      await a.updateRecord((record) => ({ ...record, copiedAt: noon }));
      await until(() => heard.b.length === 2, 'record');
      await a.saveApplicant({ ...emptyApplicant('d1'), name: 'Ann' });
      await until(() => heard.b.length === 3, 'applicant');
      same(heard, { a: [], b: ['grown', 'record', 'applicant'] }, 'heard');
      stop();
      await first.remove('d1');
      await until(() => heard.a.length === 1, 'removed');
      same(heard, { a: ['removed'], b: ['grown', 'record', 'applicant'] }, 'heard at last');
    },
  },
  {
    name: 'compacts once, whoever is first, and loses nothing that comes meanwhile',
    async run(bench) {
      const { a, b } = await twoTabs(bench);
      const keys = await a.append(['c1', 'c2', 'c3'].map((id) => explain(id)));
      same(idsOf(await b.since(0)), ['c1', 'c2', 'c3'], 'seen by the second');
      const { portfolio } = await a.load();
      const [, , late] = await Promise.all([
        a.compact(keys[2]!, withExplanation(portfolio, 'c3')),
        b.compact(keys[1]!, withExplanation(portfolio, 'c2')),
        b.append([explain('late')]),
      ]);
      const content = await (await bench.tab()).open('d1').load();
      // Either the first or the second was first; together with what is left, the work is whole.
      const folded = content.portfolio.evidence[0]!.explanation;
      same([folded, ...idsOf(content.entries)], folded === 'c3' ? ['c3', 'late'] : ['c2', 'c3', 'late'], 'the work');
      same(content.snapshotKey, folded === 'c3' ? keys[2] : keys[1], 'the snapshot key');
      same(await b.since(keys[0]!), 'rewritten', 'a tab that is behind');
      same(idsOf(await b.since(keys[2]!)), ['late'], 'a tab that is not');
      same(late.length, 1, 'appended');
    },
  },
  {
    name: 'does not compact what this tab has not seen, nor an older key again',
    async run(bench) {
      const { a, b } = await twoTabs(bench);
      await a.append([explain('of the other tab')]);
      const [key] = await b.append([explain('own')]);
      const { portfolio } = newDraft('d1');
      await b.compact(key!, withExplanation(portfolio, 'own'));
      same(idsOf((await a.load()).entries), ['of the other tab', 'own'], 'not compacted');
      await a.compact(key!, withExplanation(portfolio, 'both'));
      await b.load();
      await b.compact(key!, withExplanation(portfolio, 'later'));
      same((await a.load()).portfolio.evidence[0]!.explanation, 'both', 'the first compaction');
    },
  },
  {
    name: 'lays the journal anew in one step, and the other tab learns of it',
    async run(bench) {
      const { a, b } = await twoTabs(bench);
      const [first, second] = await a.append([explain('c1'), explain('c2')]);
      await b.since(0);
      const record = {
        ...newDraft('d1').record,
        copiedAt: '2026-11-23T08:00:00Z',
        remote: { endpoint: '/mc', secret: 's', revision: 4, syncedKey: 0 },
      };
      const last = await a.rewrite(
        withExplanation(newDraft('d1').portfolio, 'from afar'),
        [explain('c2')],
        record,
        second!,
      );
      if (last <= second!) throw new Error('the pending change has no new key');
      same(await b.since(second!), 'rewritten', 'the other tab');
      const content = await b.load();
      same(content.portfolio.evidence[0]!.explanation, 'from afar', 'the portfolio');
      same(content.entries, [{ key: last, change: explain('c2') }], 'the pending change');
      if (content.snapshotKey < second! || content.snapshotKey >= last)
        throw new Error('the snapshot key is out of order');
      same(content.record.remote, { ...record.remote, syncedKey: content.snapshotKey }, 'the record');
      same(content.summary.copiedAt, '2026-11-23T08:00:00Z', 'the copy');
      same(await b.since(first!), 'rewritten', 'an old key');
      same(idsOf(await b.since(content.snapshotKey)), ['c2'], 'after loading again');
      same(idsOf(await a.since(content.snapshotKey)), ['c2'], 'the tab that did it');
      await b.compact(last, content.portfolio);
      same((await a.load()).entries, [], 'compaction by the other tab afterwards');
    },
  },
  {
    name: 'keeps, when laid anew, what another tab wrote unseen',
    async run(bench) {
      const { a, b } = await twoTabs(bench);
      const heard: DraftNews[] = [];
      const [mine] = await a.append([explain('mine')]);
      await b.append([explain('unseen')]);
      // Reading for another purpose does not mean that the portfolio holds what was read.
      await a.load();
      a.subscribe((news) => heard.push(news));
      const last = await a.rewrite(newDraft('d1').portfolio, [explain('mine')], newDraft('d1').record, mine!);
      await until(() => heard.length > 0, 'told of the unseen');
      same(idsOf(await a.since(last)), ['unseen'], 'after the pending');
      same(idsOf((await b.load()).entries), ['mine', 'unseen'], 'all');
    },
  },
  {
    name: 'does not let a tab compact a journal that was laid anew without it',
    async run(bench) {
      const { a, b } = await twoTabs(bench);
      const { portfolio, record } = newDraft('d1');
      const [key] = await a.append([explain('c1')]);
      await b.since(0);
      const last = await a.rewrite(withExplanation(portfolio, 'anew'), [explain('c2')], record, key!);
      await b.compact(last, withExplanation(portfolio, 'stale'));
      const content = await a.load();
      same([content.portfolio.evidence[0]!.explanation, ...idsOf(content.entries)], ['anew', 'c2'], 'the work');
    },
  },
  {
    name: 'updates the record without losing what another tab puts there',
    async run(bench) {
      const { a, b } = await twoTabs(bench);
      const upload = { url: '/u', size: 1, arrived: false, checked: false };
      await Promise.all(
        Array.from({ length: 10 }, (_, n) =>
          (n % 2 ? a : b).updateRecord((record) => ({ ...record, uploads: { ...record.uploads, [`f${n}`]: upload } })),
        ),
      );
      same(Object.keys((await a.load()).record.uploads).length, 10, 'uploads');
      const fault = new Error('no');
      const thrown = await a
        .updateRecord(() => {
          throw fault;
        })
        .then(
          () => 'nothing',
          () => 'a problem',
        );
      same(thrown, 'a problem', 'an update that throws');
      same(Object.keys((await b.load()).record.uploads).length, 10, 'uploads still');
    },
  },
  {
    name: 'finds drafts by credential and host key, the one worked on last first',
    async run(bench) {
      const storage = await bench.tab();
      const other = { id: 'urn:test:other', version: '1', digest, title: 'Other' };
      await storage.create(newDraft('old', { changedAt: '2026-11-20T00:00:00Z' }));
      await storage.create(newDraft('ann', { hostKey: 'ann', changedAt: '2026-11-21T00:00:00Z' }));
      await storage.create(newDraft('elsewhere', { credential: other }));
      const found = async (filter: Parameters<DraftStorage['drafts']>[0]) =>
        (await storage.drafts(filter)).map(({ id }) => id);
      same(await found({ credential: credential.id }), ['ann', 'old'], 'untouched, by their clock');
      const draft = storage.open('old');
      const [key] = await draft.append([explain('c1', 'words', '2026-11-19T00:00:00Z')]);
      same(await found({ credential: credential.id }), ['old', 'ann'], 'worked on, whatever the clock says');
      same((await storage.drafts({}))[0]!.changedAt, '2026-11-19T00:00:00Z', 'its moment');
      await draft.compact(key!, (await draft.load()).portfolio);
      same((await storage.drafts({}))[0]!.changedAt, '2026-11-19T00:00:00Z', 'its moment after compaction');
      same(await found({ hostKey: 'ann' }), ['ann'], 'by host key');
      same(await found({ credential: credential.id, hostKey: 'bob' }), [], 'nobody');
    },
  },
  {
    name: 'keeps the credential in force beside the draft, through a revision',
    async run(bench) {
      const { a, b } = await twoTabs(bench);
      const revised = { ...credential, version: '2', title: 'Leading well' };
      await a.saveCredential(revised, otherDigest);
      same((await b.load()).credential.version, '1', 'not accepted yet');
      const pin = { id: credential.id, version: '2', digest: otherDigest };
      const gone = { parts: [], prompts: [], details: [], criteria: [], attestations: [] };
      await a.append([{ id: 'c1', at: noon, kind: 'credential-revise', credential: pin, gone }]);
      const content = await b.load();
      same([content.credential.version, content.summary.credential.title], ['2', 'Leading well'], 'accepted');
    },
  },
  {
    name: 'keeps the applicant apart',
    async run(bench) {
      const { a, b } = await twoTabs(bench);
      await a.saveApplicant({ ...emptyApplicant('d1'), name: 'Ann' });
      const { applicant, ...rest } = await b.load();
      same(applicant.name, 'Ann', 'the name');
      if (JSON.stringify(rest).includes('Ann')) throw new Error('the name stands elsewhere too');
    },
  },
  {
    name: 'adds, lists, thins and reads restore points',
    async run(bench) {
      const { a, b } = await twoTabs(bench);
      const { portfolio } = newDraft('d1');
      await a.addRestorePoint(withExplanation(portfolio, 'one'), '2026-11-22T12:00:00Z', 'interval');
      await a.addRestorePoint(withExplanation(portfolio, 'two'), '2026-11-22T12:09:00Z', 'interval');
      await a.addRestorePoint(withExplanation(portfolio, 'three'), '2026-11-22T12:09:30Z', 'before-change');
      await a.addRestorePoint(withExplanation(portfolio, 'four'), '2026-11-22T12:10:00Z', 'interval');
      const points = await b.restorePoints();
      same(
        points.map(({ why }) => why),
        ['interval', 'before-change', 'interval'],
        'the first was thinned out',
      );
      const read = await Promise.all(points.map(async ({ id }) => (await b.restorePoint(id)).evidence[0]!.explanation));
      same(read, ['four', 'three', 'two'], 'portfolios');
      same(points[0]!.bytes, new Blob([JSON.stringify(withExplanation(portfolio, 'four'))]).size, 'bytes');
      await rejects(b.restorePoint(4711), 'failed');
    },
  },
  {
    name: 'leaves nothing of a draft that is removed, and refuses what comes late',
    async run(bench) {
      const { first, second, a, b } = await twoTabs(bench);
      await a.append([explain('c1')]);
      await a.addRestorePoint(newDraft('d1').portfolio, noon, 'before-change');
      await first.putFile('f1', 'd1', new Blob(['abc']));
      await first.remove('d1');
      same(await second.drafts({}), [], 'drafts');
      same(await second.getFile('f1'), undefined, 'bytes');
      same(await second.storedFiles('d1'), [], 'holdings');
      await rejects(b.load(), 'removed');
      await rejects(b.append([explain('late')]), 'removed');
      await rejects(b.since(0), 'removed');
      await rejects(b.saveApplicant(emptyApplicant('d1')), 'removed');
      await rejects(
        b.updateRecord((record) => record),
        'removed',
      );
      await rejects(b.addRestorePoint(newDraft('d1').portfolio, noon, 'interval'), 'removed');
      await rejects(b.rewrite(newDraft('d1').portfolio, [], newDraft('d1').record, 0), 'removed');
      await first.create(newDraft('d1'));
      same((await first.open('d1').load()).entries, [], 'a new draft of the same id');
      same(await first.open('d1').restorePoints(), [], 'its restore points');
    },
  },
  {
    name: 'keeps bytes whole, with their type',
    async run(bench) {
      const storage = await bench.tab();
      // More than one chunk of the way that is taken where the browser refuses Blobs.
      const bytes = new Uint8Array(9_000_001).map((_, n) => n % 251);
      await storage.putFile('f1', 'd1', new Blob([bytes], { type: 'video/mp4' }));
      await storage.putFile('empty', 'd1', new Blob([]));
      const other = await bench.tab();
      const kept = (await other.getFile('f1'))!;
      same([kept.size, kept.type, (await other.getFile('empty'))!.size], [9_000_001, 'video/mp4', 0], 'size and type');
      const read = new Uint8Array(await kept.arrayBuffer());
      if (!read.every((byte, n) => byte === bytes[n])) throw new Error('the bytes differ');
      same((await other.storedFiles('d1')).sort(), ['empty', 'f1'], 'stored');
      same(await other.getFile('f2'), undefined, 'an unknown id');
    },
  },
  {
    name: 'keeps bytes under an id as they are, and as long as one draft holds or names them',
    async run(bench) {
      const storage = await bench.tab();
      for (const id of ['d1', 'd2', 'd3']) await storage.create(newDraft(id));
      await storage.putFile('f1', 'd1', new Blob(['abc']));
      await storage.putFile('f1', 'd2', new Blob(['abc']));
      await rejects(storage.putFile('f1', 'd2', new Blob(['other'])), 'failed');
      await storage.open('d3').append([addFile('c1', 'f1')]);
      for (const id of ['d1', 'd2']) {
        await storage.remove(id);
        same(await (await storage.getFile('f1'))?.text(), 'abc', `without ${id}`);
      }
      await storage.remove('d3');
      same(await storage.getFile('f1'), undefined, 'without any');
    },
  },
  {
    name: 'sweeps bytes that nothing names, after a day',
    async run(bench) {
      const storage = await bench.tab();
      await storage.create(newDraft('d1'));
      const draft = storage.open('d1');
      const files = ['journal', 'snapshot', 'point', 'outbox', 'receipt', 'nothing'];
      for (const file of files) await storage.putFile(file, 'd1', new Blob(['abc']));
      const { portfolio } = await draft.load();
      const naming = (file: string): Portfolio => ({
        ...portfolio,
        artifacts: [{ id: 'x', part: 'proof', title: '', file: { id: file, name: 'a', type: 'text/plain', size: 3 } }],
      });
      const [key] = await draft.append([explain('c1')]);
      await draft.compact(key!, naming('snapshot'));
      await draft.append([addFile('c2', 'journal')]);
      await draft.addRestorePoint(naming('point'), noon, 'before-change');
      const file = (id: string) => ({ id, name: 'a', type: 'text/plain', size: 3, sha256: digest });
      await draft.updateRecord((record) => ({
        ...record,
        uploads: { nothing: { url: '/u', size: 3, arrived: true, checked: true } },
        outbox: {
          submission: {
            format: 'mc-submission/1',
            id: 's1',
            attempt: 1,
            credential: portfolio.credential,
            portfolio,
            files: [file('outbox')],
            words: { profile: 'mc-words/1', counts: [] },
            findings: [],
            at: noon,
          },
        },
        receipts: [
          {
            receipt: { number: '1', submission: 's0', at: noon, digest, files: [file('receipt')] },
            at: noon,
            way: 'endpoint',
          },
        ],
      }));
      await storage.sweepFiles();
      same((await storage.storedFiles('d1')).length, 6, 'fresh');
      bench.wait(25 * hour);
      await storage.putFile('fresh', 'd1', new Blob(['abc']));
      await storage.sweepFiles();
      same((await storage.storedFiles('d1')).sort(), ['fresh', 'journal', 'outbox', 'point', 'snapshot'], 'swept');
      same(await storage.getFile('nothing'), undefined, 'bytes that nothing named');
    },
  },
  {
    name: 'names the device, always the same',
    async run(bench) {
      const [one, two] = [await bench.tab(), await bench.tab()];
      const name = await one.device();
      same(await two.device(), name, 'the name');
      if (name.length < 16) throw new Error('the name could be guessed');
    },
  },
];
