import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { canonicalJson, digestOf } from '../../src/model/digest.js';
import type { Portfolio } from '../../src/model/portfolio.js';
import { makePdf } from '../fixtures/files.js';
import { change, Practitioner, sha256, start, type Running } from './setup.js';

let running: Running;
before(async () => {
  running = await start({ now: () => new Date('2026-11-22T15:00:00Z') });
});
after(() => running.stop());

const count = async (table: string, person: Practitioner) => {
  const [row] = await running.receiver.database.query<{ n: number }>(
    `select count(*) as n from ${table} where portfolio = $1`,
    [person.portfolio.id],
  );
  return row!.n;
};

const ready = async (seed: number) => {
  const person = new Practitioner(running.origin, seed);
  await person.create();
  await person.uploadAll();
  return person;
};

const codes = (body: { findings: { code: string }[] }) => body.findings.map(({ code }) => code);

test('a full portfolio is received, and what is kept is what was sent', async () => {
  const person = await ready(1);
  const submission = person.freeze();
  const { status, body: receipt } = await person.handIn(submission);
  assert.equal(status, 201);
  assert.match(receipt.number, /^MC-2026-\d{6}$/);
  assert.deepEqual(receipt, {
    number: receipt.number,
    submission: submission.id,
    at: '2026-11-22T15:00:00.000Z',
    digest: await digestOf(submission),
    files: submission.files,
    words: { profile: 'mc-words/1', total: submission.words.counts.reduce((sum, { words }) => sum + words, 0) },
  });
  assert.equal(receipt.files.length, 4);
  const read = await person.ask('GET', `/submissions/${submission.id}`);
  assert.deepEqual(read.body.receipt, receipt);
  assert.equal(canonicalJson(read.body.submission), canonicalJson(submission));
  for (const [id, { bytes }] of person.files) {
    const content = await person.ask('GET', `/files/${id}/content`);
    assert.ok(Buffer.from(bytes).equals(content.body), id);
    assert.equal(submission.files.find((file) => file.id === id)!.sha256, sha256(content.body));
  }
});

test('twenty at once are one submission with one receipt', async () => {
  const person = await ready(2);
  const submission = person.freeze();
  const answers = await Promise.all(Array.from({ length: 20 }, () => person.handIn(submission)));
  assert.equal(answers.filter(({ status }) => status === 201).length, 1);
  assert.equal(answers.filter(({ status }) => status === 200).length, 19);
  for (const { body } of answers) assert.deepEqual(body, answers[0]!.body);
  assert.deepEqual(
    [await count('submissions', person), await count('applicants', person), await count('stage_events', person)],
    [1, 1, 1],
  );
  assert.deepEqual((await person.handIn(submission)).body, answers[0]!.body);
});

test('receipts have numbers of their own', async () => {
  const numbers = [];
  for (const seed of [3, 4]) {
    const person = await ready(seed);
    numbers.push((await person.handIn(person.freeze())).body.number);
  }
  assert.notEqual(numbers[0], numbers[1]);
});

test('the same id with other content is refused, and the first stays', async () => {
  const person = await ready(5);
  const submission = person.freeze();
  const { body: receipt } = await person.handIn(submission);
  const late = await person.handIn({ ...submission, at: '2026-03-02T12:00:00Z' });
  assert.deepEqual([late.status, late.body.type], [409, 'urn:mc-portfolio:problem:mismatch']);
  assert.deepEqual((await person.handIn(submission)).body, receipt);
});

test('handed-in work is frozen: no change, no second submission, no other bytes; returned work goes on', async () => {
  const person = await ready(6);
  const submission = person.freeze();
  await person.handIn(submission);
  const changed = await person.send(0, [change('late')]);
  assert.deepEqual(
    [changed.status, changed.body.type, changed.body.revision],
    [409, 'urn:mc-portfolio:problem:frozen', 0],
  );
  const second = await person.handIn(person.freeze());
  assert.deepEqual([second.status, second.body.type], [409, 'urn:mc-portfolio:problem:frozen']);
  await assert.rejects(person.upload(submission.files[0]!.id, Buffer.from('other')), /file-handed-in/);
  assert.deepEqual((await person.ask('GET')).body, { portfolio: person.portfolio, revision: 0 });

  const event = { id: randomUUID(), kind: 'return', at: '2026-11-23T09:00:00Z', submission: submission.id };
  await running.receiver.database.query('insert into stage_events (portfolio, number, document) values ($1, 2, $2)', [
    person.portfolio.id,
    JSON.stringify(event),
  ]);
  assert.equal((await person.send(0, [change('better')])).status, 200);
  const { portfolio } = (await person.ask('GET')).body as { portfolio: Portfolio };
  const again = await person.handIn({ ...person.freeze(portfolio), attempt: 2 }, { revision: 1 });
  assert.equal(again.status, 201);
  assert.equal(
    canonicalJson((await person.ask('GET', `/submissions/${submission.id}`)).body.submission),
    canonicalJson(submission),
  );
});

test('a replay of changes that were taken before handing in stays harmless', async () => {
  const person = await ready(7);
  const changes = [change('before')];
  await person.send(0, changes);
  const { portfolio } = (await person.ask('GET')).body as { portfolio: Portfolio };
  assert.equal((await person.handIn(person.freeze(portfolio), { revision: 1 })).status, 201);
  assert.deepEqual((await person.send(0, changes)).body, { revision: 1 });
});

test('an old revision cannot be handed in, and the missed changes come back', async () => {
  const person = await ready(8);
  const theirs = change('from another device');
  await person.send(0, [theirs]);
  const { status, body } = await person.handIn(person.freeze());
  assert.deepEqual([status, body.revision, body.changes], [412, 1, [theirs]]);
  assert.equal(await count('submissions', person), 0);
});

test('a submission that says other than the receiver knows is refused', async () => {
  const person = await ready(9);
  const submission = person.freeze();
  const [file] = submission.files;
  const contradictions = [
    { ...submission, portfolio: { ...submission.portfolio, selfAssessments: [] } },
    {
      ...submission,
      words: {
        ...submission.words,
        counts: submission.words.counts.map((entry) => ({ ...entry, words: entry.words + 1 })),
      },
    },
    { ...submission, files: submission.files.slice(1) },
    { ...submission, files: [{ ...file!, size: file!.size + 1 }, ...submission.files.slice(1)] },
  ];
  for (const contradiction of contradictions) {
    const { status, body } = await person.handIn(contradiction);
    assert.deepEqual([status, body.type], [409, 'urn:mc-portfolio:problem:mismatch']);
  }
  const pin = { ...submission.credential, digest: 'b'.repeat(64) };
  const unknown = await person.handIn({ ...submission, credential: pin });
  assert.deepEqual([unknown.status, codes(unknown.body)], [422, ['credential.unknown']]);
  assert.equal(await count('submissions', person), 0);
});

test('what the form would not let pass does not pass here', async () => {
  const person = await ready(10);
  const unfinished = new Practitioner(running.origin, 10);
  const portfolio: Portfolio = { ...unfinished.portfolio, narratives: [], attestations: [] };
  await unfinished.create(portfolio);
  await unfinished.uploadAll();
  const applicant = { ...unfinished.applicant, name: ' ', email: 'nobody' };
  const { status, body } = await unfinished.handIn(unfinished.freeze(portfolio), { applicant });
  assert.equal(status, 422);
  const found = new Set(codes(body));
  for (const code of ['words.below-minimum', 'attestation.unsigned', 'applicant.field-missing'])
    assert.ok(found.has(code), code);
  assert.ok(body.findings.every(({ severity }: { severity: string }) => severity === 'blocks'));
  assert.equal(await count('submissions', unfinished), 0);
  assert.equal((await person.handIn(person.freeze())).status, 201);
});

test('files that are missing, cut short, changed or of another kind block', async () => {
  const person = new Practitioner(running.origin, 11);
  await person.create();
  const [missing, changed, disguised, ...others] = person.portfolio.artifacts;
  for (const { file } of others) await person.upload(file!.id, person.files.get(file!.id)!.bytes, { name: file!.name });
  await person.upload(changed!.file!.id, Buffer.from('other bytes'), { name: changed!.file!.name });
  const page = Buffer.from('<!doctype html><script>alert(1)</script>');
  await person.upload(disguised!.file!.id, page, { name: disguised!.file!.name });
  const { body } = await person.handIn(person.freeze());
  const about = (artifact: { id: string } | undefined) =>
    body.findings
      .filter(({ params }: { params: { artifact?: string } }) => params.artifact === artifact!.id)
      .map(({ code }: { code: string }) => code);
  assert.deepEqual(about(missing), ['artifact.upload-incomplete']);
  assert.deepEqual(about(changed), ['artifact.bytes-differ']);
  assert.deepEqual(about(disguised), ['artifact.bytes-differ']);
  assert.equal(body.findings.length, 3);
  await person.uploadAll();
  assert.equal((await person.handIn(person.freeze())).status, 201);
});

test('a kind is what the content says, also when name, size and digest agree', async () => {
  for (const [seed, bytes, code] of [
    [12, Buffer.from('<!doctype html><script>alert(1)</script>'), 'artifact.kind-contradicts'],
    [13, Buffer.from(makePdf({ pages: 1 })), 'artifact.kind-contradicts'],
  ] as const) {
    const person = new Practitioner(running.origin, seed);
    const portfolio = structuredClone(person.portfolio);
    const file = portfolio.artifacts.find((artifact) => artifact.file!.type !== 'application/pdf')!.file!;
    Object.assign(file, { size: bytes.length, sha256: sha256(bytes) });
    await person.create(portfolio);
    await person.uploadAll();
    await person.upload(file.id, bytes, { name: file.name });
    const { status, body } = await person.handIn(person.freeze(portfolio));
    assert.deepEqual([status, codes(body)], [422, [code]]);
  }
});

test('ids that contradict the address, and documents with faults', async () => {
  const person = await ready(14);
  const submission = person.freeze();
  const put = (id: string, json: Record<string, unknown>) => person.ask('PUT', `/submissions/${id}`, { json });
  const whole = { submission, applicant: person.applicant, revision: 0 };
  assert.equal((await put('other', whole)).status, 400);
  assert.equal((await put(submission.id, { ...whole, revision: 'latest' })).status, 400);
  assert.equal(
    (await put(submission.id, { ...whole, applicant: { ...person.applicant, portfolio: 'other' } })).status,
    400,
  );
  const faulty = await put(submission.id, { ...whole, submission: { ...submission, attempt: 0 } });
  assert.deepEqual([faulty.status, faulty.body.faults[0].path], [422, 'attempt']);
  assert.equal((await put(submission.id, { submission, revision: 0 })).status, 422);
});

test('who it is stands in one table, and in no log', async () => {
  const person = await ready(15);
  await person.handIn(person.freeze());
  for (const table of ['portfolios', 'changes', 'uploads', 'submissions', 'submission_files', 'stage_events']) {
    const rows = await running.receiver.database.query(`select * from ${table}`);
    assert.ok(!JSON.stringify(rows).includes('Jordan Sample'), table);
  }
  const log = running.log.join('\n');
  assert.match(log, /^PUT \/mc\/portfolios\/:id\/submissions\/:submission 201 \d+ ms$/m);
  for (const private_ of ['Jordan', 'jordan@', person.secret, person.portfolio.id])
    assert.ok(!log.includes(private_), private_);
  assert.deepEqual(running.faults, []);
});
