import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { apply } from '../../src/model/apply.js';
import { ask, change, contract, newSecret, Practitioner, start, type Asked, type Running } from './setup.js';

let running: Running;
before(async () => {
  running = await start();
});
after(() => running.stop());

const begun = async (seed: number) => {
  const person = new Practitioner(running.origin, seed);
  assert.equal((await person.create()).status, 201);
  return person;
};

test('a portfolio is created once, and a repetition is harmless', async () => {
  const person = new Practitioner(running.origin, 1);
  const first = await person.create();
  assert.deepEqual([first.status, first.body, first.headers.get('ETag')], [201, { revision: 0 }, '"0"']);
  await person.send(0, [change('one'), change('two')]);
  const again = await person.create();
  assert.deepEqual([again.status, again.body], [200, { revision: 2 }]);
  const read = await person.ask('GET');
  assert.ok(read.body.portfolio.selfAssessments.some(({ why }: { why: string }) => why === 'two'));
});

test('without the secret of its creation nothing is shown or taken', async () => {
  const person = await begun(2);
  for (const [secret, status, code] of [
    [undefined, 401, 'secret-missing'],
    ['short', 401, 'secret-missing'],
    [newSecret(), 403, 'secret-wrong'],
  ] as const) {
    const said = [
      await person.ask('PUT', '', { secret, headers: { 'If-None-Match': '*' }, json: { portfolio: person.portfolio } }),
      await person.ask('GET', '', { secret }),
      await person.ask('GET', '/changes?since=0', { secret }),
      await person.ask('POST', '/changes', { secret, json: { revision: 0, changes: [change('mine')] } }),
      await person.ask('GET', '/files/f', { secret }),
      await person.ask('GET', '/files/f/content', { secret }),
      await person.ask('GET', '/submissions/s', { secret }),
      await person.ask('PUT', '/submissions/s', { secret, json: {} }),
    ];
    assert.deepEqual(
      said.map((answer) => answer.status),
      said.map(() => status),
    );
    for (const { body } of said) assert.equal(body.type, `urn:mc-portfolio:problem:${code}`);
  }
  assert.equal((await person.ask('GET')).body.revision, 0);
});

test('the secret itself is kept nowhere', async () => {
  const person = await begun(3);
  const rows = await running.receiver.database.query<Record<string, unknown>>(
    'select * from portfolios where id = $1',
    [person.portfolio.id],
  );
  assert.equal(rows.length, 1);
  assert.ok(!JSON.stringify(rows).includes(person.secret));
});

test('creating says that it creates', async () => {
  const person = new Practitioner(running.origin, 4);
  const { status, body } = await person.ask('PUT', '', { json: { portfolio: person.portfolio } });
  assert.deepEqual([status, body.type], [428, 'urn:mc-portfolio:problem:create-only']);
});

test('an unknown credential is refused with a finding, at creation and at revision', async () => {
  const person = new Practitioner(running.origin, 5);
  const pin = { ...person.portfolio.credential, digest: 'a'.repeat(64) };
  const refused = await person.create({ ...person.portfolio, credential: pin });
  assert.equal(refused.status, 422);
  assert.deepEqual(
    refused.body.findings.map(({ code, severity }: { code: string; severity: string }) => [code, severity]),
    [['credential.unknown', 'blocks']],
  );
  await person.create();
  const gone = { parts: [], prompts: [], details: [], criteria: [], attestations: [] };
  const { id, at } = change('');
  const revised = await person.send(0, [{ id, at, kind: 'credential-revise', credential: pin, gone }]);
  assert.deepEqual([revised.status, revised.body.findings[0].code], [422, 'credential.unknown']);
});

test('changes are applied by the model, one revision each', async () => {
  const person = await begun(6);
  const changes = [change('a'), change('b'), change('c')];
  const { status, body, headers } = await person.send(0, changes);
  assert.deepEqual([status, body, headers.get('ETag')], [200, { revision: 3 }, '"3"']);
  const read = await person.ask('GET');
  assert.deepEqual(read.body, { portfolio: changes.reduce(apply, person.portfolio), revision: 3 });
  const since = await person.ask('GET', '/changes?since=1');
  assert.deepEqual(since.body, { changes: changes.slice(1), revision: 3 });
});

test('a replay changes nothing, also in part and with an old revision', async () => {
  const person = await begun(7);
  const [a, b, c] = [change('a'), change('b'), change('c')];
  assert.deepEqual((await person.send(0, [a, b])).body, { revision: 2 });
  assert.deepEqual((await person.send(0, [a, b])).body, { revision: 2 });
  assert.deepEqual((await person.send(2, [a, b])).body, { revision: 2 });
  assert.deepEqual((await person.send(0, [a, b, c, c])).body, { revision: 3 });
  assert.deepEqual((await person.ask('GET', '/changes')).body.changes, [a, b, c]);
});

test('whoever missed changes of others gets them, and goes on from there', async () => {
  const person = await begun(8);
  const [theirs, own] = [change('theirs'), change('own')];
  await person.send(0, [theirs]);
  const refused = await person.send(0, [own]);
  assert.equal(refused.status, 412);
  assert.deepEqual([refused.body.changes, refused.body.revision, refused.headers.get('ETag')], [[theirs], 1, '"1"']);
  assert.deepEqual((await person.send(1, [own])).body, { revision: 2 });
  const ahead = await person.send(9, [change('ahead')]);
  assert.deepEqual([ahead.status, ahead.body.revision, ahead.body.changes], [412, 2, []]);
});

test('writers at once: every change is taken once, in one order', async () => {
  const person = await begun(9);
  const write = async (mine: ReturnType<typeof change>) => {
    for (let revision = 0; ;) {
      const { status, body } = await person.send(revision, [mine]);
      if (status === 200) return;
      revision = body.revision;
    }
  };
  const changes = Array.from({ length: 12 }, (_, n) => change(`writer ${n}`));
  await Promise.all(changes.map(write));
  const { body } = await person.ask('GET', '/changes');
  assert.equal(body.revision, 12);
  assert.deepEqual(new Set(body.changes.map(({ id }: { id: string }) => id)), new Set(changes.map(({ id }) => id)));
});

test('a weak tag is good, a contradicting one is not', async () => {
  const person = await begun(10);
  const post = (tag: string) =>
    person.ask('POST', '/changes', { headers: { 'If-Match': tag }, json: { revision: 0, changes: [] } });
  assert.equal((await post('W/"0"')).status, 200);
  assert.equal((await post('"1"')).status, 400);
});

test('all or none: one change that is no change refuses them all', async () => {
  const person = await begun(11);
  const { status, body } = await person.send(0, [change('fine'), { ...change('not'), kind: 'erase' } as never]);
  assert.equal(status, 422);
  assert.match(body.faults[0].path, /^1\b/);
  assert.deepEqual((await person.ask('GET')).body, { portfolio: person.portfolio, revision: 0 });
});

test('bad bodies are told apart', async () => {
  const person = await begun(12);
  const put = (body: Asked['body']) => person.ask('PUT', '', { headers: { 'If-None-Match': '*' }, body });
  assert.match((await put('{"portfolio":')).body.detail, /not JSON/);
  assert.match((await put('[]')).body.detail, /not an object/);
  assert.match((await put(Buffer.from([0x22, 0xff, 0x22]))).body.detail, /UTF-8/);
  const other = await person.create({ ...person.portfolio, id: 'another' });
  assert.equal(other.status, 400);
  const faulty = await person.create({ ...person.portfolio, artifacts: 'none' });
  assert.deepEqual([faulty.status, faulty.body.faults[0].path], [422, 'artifacts']);
  const deep = `${'[{"content":[{"type":"bullet-list","items":'.repeat(20000)}[]${'}]}]'.repeat(20000)}`;
  const block = `{"id":"b","type":"bullet-list","items":${deep}}`;
  const narrative = `{"id":"c","at":"2026-03-02T11:00:00Z","kind":"narrative","part":"p","put":[{"block":${block}}],"remove":[],"base":{}}`;
  const nested = await person.ask('POST', '/changes', { body: `{"revision":0,"changes":[${narrative}]}` });
  assert.deepEqual([nested.status, nested.body.detail], [400, 'The body is nested too deeply.']);
  assert.deepEqual(running.faults, []);
});

test('a body too large is refused, whether or not it says its length', async () => {
  const person = await begun(13);
  const big = Buffer.alloc(16e6 + 1, 0x20);
  const stream = new ReadableStream({
    start(controller) {
      for (let at = 0; at < big.length; at += 1e6) controller.enqueue(big.subarray(at, at + 1e6));
      controller.close();
    },
  });
  for (const body of [big, stream]) {
    const said = await person.ask('POST', '/changes', { body });
    assert.deepEqual(
      [said.status, said.body.type, said.body.maxBytes],
      [413, 'urn:mc-portfolio:problem:too-large', 16e6],
    );
  }
});

test('what is not there is a problem, never a page', async () => {
  const unknown = await ask(running.origin, 'GET', '/portfolios/none', { secret: newSecret() });
  assert.deepEqual([unknown.status, unknown.headers.get('Content-Type')], [404, 'application/problem+json']);
  for (const path of ['/mc', '/mc/', '/mc/elsewhere', '/mc/portfolios']) {
    const response = await fetch(running.origin + path, { method: 'POST' });
    assert.deepEqual([response.status, response.headers.get('Content-Type')], [404, 'application/problem+json'], path);
  }
});

test('any origin may ask, and read what it needs', async () => {
  const preflight = await fetch(`${running.origin}/mc/portfolios/p/changes`, {
    method: 'OPTIONS',
    headers: { Origin: 'https://school.example', 'Access-Control-Request-Method': 'POST' },
  });
  assert.equal(preflight.status, 204);
  assert.equal(preflight.headers.get('Access-Control-Allow-Origin'), '*');
  assert.equal(preflight.headers.get('Access-Control-Allow-Credentials'), null);
  const allowed = preflight.headers.get('Access-Control-Allow-Headers')!;
  for (const header of [
    'Authorization',
    'If-Match',
    'If-None-Match',
    'Tus-Resumable',
    'Upload-Offset',
    'Upload-Metadata',
  ]) {
    assert.ok(allowed.includes(header), header);
  }
  const refused = await fetch(`${running.origin}/mc/portfolios/p`, { headers: { Origin: 'https://school.example' } });
  assert.equal(refused.headers.get('Access-Control-Allow-Origin'), '*');
  const exposed = refused.headers.get('Access-Control-Expose-Headers')!;
  for (const header of ['ETag', 'Location', 'Upload-Offset', 'Tus-Resumable', 'Retry-After'])
    assert.ok(exposed.includes(header), header);
});

test('the contract names what the receiver does, no less and no more', () => {
  const plain = (path: string) => path.replace(/:\w+|\{\w+\}/g, '{}').replace(/\/$/, '');
  const said = Object.entries(contract.document.paths).flatMap(([path, operations]) =>
    Object.keys(operations)
      .filter((key) => key !== 'parameters')
      // HEAD is answered where GET is.
      .map((method) => `${method === 'head' ? 'GET' : method.toUpperCase()} ${plain(`/mc${path}`)}`),
  );
  const done = running.receiver.app.routes
    .filter(({ method, path }) => method !== 'ALL' && path.startsWith('/mc/'))
    .map(({ method, path }) => `${method} ${plain(path)}`);
  for (const operation of said) assert.ok(done.includes(operation), `${operation} is not done`);
  const paths = new Set(said.map((operation) => operation.split(' ')[1]));
  for (const operation of done) assert.ok(paths.has(operation.split(' ')[1]), `${operation} is not said`);
});
