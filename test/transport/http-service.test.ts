import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { createServer, type RequestListener } from 'node:http';
import { createServer as createTcpServer, type AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { apply } from '../../src/model/apply.js';
import type { Change } from '../../src/model/change.js';
import { digestOf } from '../../src/model/digest.js';
import { ServiceProblem } from '../../src/state/ports.js';
import { createHttpService } from '../../src/transport/http-service.js';
import { change, newSecret, Practitioner, start, type Running } from '../receiver/setup.js';

let running: Running;
before(async () => {
  running = await start();
});
after(() => running.stop());

function begin(seed: number) {
  const person = new Practitioner(running.origin, seed);
  const service = createHttpService({ endpoint: `${running.origin}/mc`, secret: () => person.secret });
  return { person, service };
}

async function problemOf(promise: Promise<unknown>): Promise<ServiceProblem> {
  const problem = await promise.then(
    () => assert.fail('It was not refused.'),
    (cause: unknown) => cause,
  );
  assert.ok(problem instanceof ServiceProblem, String(problem));
  return problem;
}
const summary = ({ reason, passing }: ServiceProblem) => [reason, passing];

test('create, send, read: what the receiver has is what was sent; repetitions change nothing', async () => {
  const { person, service } = begin(1);
  assert.deepEqual(await service.create(person.portfolio, person.secret), { revision: 0 });
  assert.deepEqual(await service.create(person.portfolio, person.secret), { revision: 0 });
  const changes: Change[] = [change('one'), change('two')];
  assert.deepEqual(await service.send(person.portfolio.id, 0, changes), { revision: 2 });
  assert.deepEqual(await service.send(person.portfolio.id, 0, changes), { revision: 2 });
  assert.deepEqual(await service.read(person.portfolio.id), {
    portfolio: changes.reduce(apply, person.portfolio),
    revision: 2,
  });
});

test('whoever is behind is given what was missed', async () => {
  const { person, service } = begin(2);
  await service.create(person.portfolio, person.secret);
  const theirs = change('theirs');
  await service.send(person.portfolio.id, 0, [theirs]);
  assert.deepEqual(await service.send(person.portfolio.id, 0, [change('ours')]), { revision: 1, missed: [theirs] });
});

test('a portfolio is handed in once, however often it is sent', async () => {
  const { person, service } = begin(3);
  await service.create(person.portfolio, person.secret);
  const submission = person.freeze();
  const early = await problemOf(service.submit(submission, person.applicant, 0));
  assert.deepEqual(summary(early), ['refused', false]);
  assert.ok(Array.isArray(early.problem?.findings) && early.problem.findings.length > 0);

  await person.uploadAll();
  const receipt = await service.submit(submission, person.applicant, 0);
  assert.equal(receipt.submission, submission.id);
  assert.equal(receipt.digest, await digestOf(submission));
  assert.deepEqual(await service.submit(submission, person.applicant, 0), receipt);

  assert.deepEqual(summary(await problemOf(service.send(person.portfolio.id, 0, [change('late')]))), ['frozen', false]);
  const other = { ...submission, at: '2026-03-02T12:00:00Z' };
  assert.deepEqual(summary(await problemOf(service.submit(other, person.applicant, 0))), ['mismatch', false]);
});

test('what only some may, and what is not there', async () => {
  const { person, service } = begin(4);
  assert.deepEqual(summary(await problemOf(service.read(randomUUID()))), ['not-found', false]);
  await service.create(person.portfolio, person.secret);
  assert.deepEqual(summary(await problemOf(service.create(person.portfolio, newSecret()))), ['unauthorised', false]);
  const stranger = createHttpService({ endpoint: `${running.origin}/mc`, secret: newSecret });
  assert.deepEqual(summary(await problemOf(stranger.read(person.portfolio.id))), ['unauthorised', false]);
  const nobody = createHttpService({ endpoint: `${running.origin}/mc`, secret: () => undefined });
  assert.deepEqual(summary(await problemOf(nobody.read(person.portfolio.id))), ['unauthorised', false]);
});

/** Asks a server that answers in a way of its own. */
async function asked(answer: RequestListener, timeout?: number): Promise<ServiceProblem> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}/mc/`;
  try {
    const service = createHttpService({ endpoint, secret: () => 's', ...(timeout && { timeout }) });
    return await problemOf(service.read('p1'));
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
const says =
  (status: number, type: string, body: string, headers: Record<string, string> = {}): RequestListener =>
  (_, response) =>
    response.writeHead(status, { 'Content-Type': type, ...headers }).end(body);

const page = '<!doctype html><title>Sign in to the network</title>';
const problem = (code: string) => JSON.stringify({ type: `urn:mc-portfolio:problem:${code}`, title: 'x' });
const answers: [what: string, answer: RequestListener, reason: string, passing: boolean][] = [
  ['a page of a network that wants to be signed in to', says(200, 'text/html', page), 'not-ours', true],
  ['a page where nothing is', says(404, 'text/html', page), 'not-ours', false],
  ['a page of a firewall', says(403, 'text/html', page), 'not-ours', false],
  ['JSON of another shape', says(200, 'application/json', '{"revision":"3"}'), 'not-ours', false],
  ['text', says(200, 'text/plain', '{}'), 'not-ours', true],
  ['JSON that is cut', says(200, 'application/json', '{"revision": 1, "portf'), 'server', true],
  [
    'a connection that breaks off within the answer',
    (_, response) => {
      response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': '1000' }).write('{"rev');
      setTimeout(() => response.destroy(), 20);
    },
    'server',
    true,
  ],
  ['a server in trouble', says(500, 'application/problem+json', problem('fault')), 'server', true],
  ['a proxy without its server', says(502, 'text/html', page), 'server', true],
  ['too much', says(413, 'text/html', page), 'too-large', false],
  ['findings', says(422, 'application/problem+json', problem('blocked')), 'refused', false],
  ['a bad request', says(400, 'application/problem+json', problem('bad-request')), 'refused', false],
  ['frozen work', says(409, 'application/problem+json', problem('frozen')), 'frozen', false],
  ['two accounts', says(409, 'application/problem+json', problem('mismatch')), 'mismatch', false],
  ['another address', says(302, 'text/html', page, { Location: 'https://example.org/' }), 'unreachable', true],
  ['a connection that is closed', (request) => request.socket.destroy(), 'unreachable', true],
];
for (const [what, answer, reason, passing] of answers) {
  test(`${what}: ${reason}`, async () => {
    assert.deepEqual(summary(await asked(answer)), [reason, passing]);
  });
}

test('a server that asks to wait says how long', async () => {
  const soon = await asked(says(429, 'text/plain', '', { 'Retry-After': '7' }));
  assert.deepEqual([...summary(soon), soon.retryAfter], ['too-many', true, 7]);
  const at = new Date(Date.now() + 60_000).toUTCString();
  const later = await asked(says(503, 'text/plain', '', { 'Retry-After': at }));
  assert.ok(later.retryAfter! > 50 && later.retryAfter! <= 61);
});

test('no answer in time, before it begins and within it', async () => {
  assert.deepEqual(summary(await asked(() => undefined, 100)), ['timeout', true]);
  const slow: RequestListener = (_, response) =>
    void response.writeHead(200, { 'Content-Type': 'application/json' }).write('{');
  assert.deepEqual(summary(await asked(slow, 100)), ['timeout', true]);
});

test('nobody there; and offline, where the browser knows it', async () => {
  const closed = createTcpServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => closed.once('listening', resolve));
  const { port } = closed.address() as AddressInfo;
  await new Promise((resolve) => closed.close(resolve));
  const service = createHttpService({ endpoint: `http://localhost:${port}`, secret: () => 's' });
  assert.deepEqual(summary(await problemOf(service.read('p'))), ['unreachable', true]);
  const own = Object.getOwnPropertyDescriptor(globalThis, 'navigator');
  Object.defineProperty(globalThis, 'navigator', { value: { onLine: false }, configurable: true });
  try {
    assert.deepEqual(summary(await problemOf(service.read('p'))), ['offline', true]);
  } finally {
    if (own) Object.defineProperty(globalThis, 'navigator', own);
    else Reflect.deleteProperty(globalThis, 'navigator');
  }
});

test('an endpoint without https is not asked at all, except on this computer', async () => {
  const fetch = () => assert.fail('It was asked.');
  for (const endpoint of [
    'http://example.org/mc',
    'http://localhost.example.org',
    'ftp://localhost/mc',
    'http://127.0.0.1.example.org',
  ]) {
    const service = createHttpService({ endpoint, secret: () => 's', fetch });
    assert.deepEqual(summary(await problemOf(service.read('p'))), ['insecure', false], endpoint);
  }
});

test('the request is as agreed: address, secret, ids as one segment', async () => {
  const seen: { url: string; headers: Headers; body: unknown }[] = [];
  const fetch = async (url: unknown, init?: RequestInit) => {
    seen.push({ url: String(url), headers: new Headers(init?.headers), body: JSON.parse(init?.body as string) });
    return Response.json({ revision: 5 });
  };
  const service = createHttpService({ endpoint: 'https://example.org/mc/', secret: () => 'key', fetch });
  await service.send('a/../b', 4, []);
  assert.equal(seen[0]?.url, 'https://example.org/mc/portfolios/a%2F..%2Fb/changes');
  assert.equal(seen[0]?.headers.get('Authorization'), 'Bearer key');
  assert.equal(seen[0]?.headers.get('If-Match'), '"4"');
  assert.deepEqual(seen[0]?.body, { revision: 4, changes: [] });
});
