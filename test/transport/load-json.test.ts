import assert from 'node:assert/strict';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { loadDocument, type LoadOptions } from '../../src/transport/load-json.js';

async function load(answer: RequestListener, options?: LoadOptions) {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  try {
    return await loadDocument(`http://127.0.0.1:${(server.address() as AddressInfo).port}/credential.json`, options);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
const says =
  (status: number, type: string, body = ''): RequestListener =>
  (_, response) =>
    response.writeHead(status, { 'Content-Type': type }).end(body);
const reasonOf = (loaded: Awaited<ReturnType<typeof load>>) => (loaded.ok ? 'ok' : loaded.reason);

test('a document is given as its text, whatever type the server says', async () => {
  for (const type of ['application/json', 'text/plain', 'application/octet-stream']) {
    const loaded = await load(says(200, type, '{"a": "ü"}'));
    assert.ok(loaded.ok);
    assert.equal(loaded.text, '{"a": "ü"}');
    assert.match(loaded.url, /credential\.json$/);
  }
});

const answers: [what: string, answer: RequestListener, reason: string][] = [
  ['nothing there', says(404, 'text/html', '<!doctype html>'), 'not-found'],
  ['gone', says(410, 'text/plain'), 'not-found'],
  ['a page', says(200, 'text/html; charset=utf-8', 'x'), 'html'],
  ['a page that says it is JSON', says(200, 'application/json', '\n<!DOCTYPE html><p>'), 'html'],
  ['a server in trouble', says(503, 'text/plain'), 'server'],
  ['forbidden', says(403, 'application/json', '{}'), 'server'],
  ['a connection that is closed', (request) => request.socket.destroy(), 'unreachable-or-cors'],
];
for (const [what, answer, reason] of answers) {
  test(`${what}: ${reason}`, async () => assert.equal(reasonOf(await load(answer)), reason));
}

test('no answer in time, before it begins and within it', async () => {
  assert.equal(reasonOf(await load(() => undefined, { timeout: 100 })), 'timeout');
  const slow: RequestListener = (_, response) =>
    void response.writeHead(200, { 'Content-Type': 'application/json' }).write('{');
  assert.equal(reasonOf(await load(slow, { timeout: 100 })), 'timeout');
});

test('the caller can give up', async () => {
  const already = AbortSignal.abort(new Error('gone'));
  await assert.rejects(load(says(200, 'application/json', '{}'), { signal: already }), /gone/);
  const soon = new AbortController();
  setTimeout(() => soon.abort(new Error('gone later')), 50);
  await assert.rejects(
    load(() => undefined, { signal: soon.signal }),
    /gone later/,
  );
});

test('an address that is none leads nowhere', async () => {
  for (const url of ['http://', 'credential.json', 'data:application/json,{}', 'javascript:1']) {
    assert.equal(reasonOf(await loadDocument(url)), 'not-found', url);
  }
});
