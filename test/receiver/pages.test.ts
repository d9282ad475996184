import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Practitioner, start, type Running } from './setup.js';

let running: Running;
let folder: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pages-'));
  const files = {
    'demo/index.html': '<!doctype html><title>Demo</title>',
    'demo/strict/index.html': '<!doctype html><title>Strict</title>',
    'demo/credentials/sample.json': '{}',
    'demo/receiver/app.ts': 'secret',
    'demo/receiver/received.css': 'a {}',
    'demo/receiver/notes.txt': 'secret',
    'demo/.hidden/x.txt': 'secret',
    'outside.txt': 'secret',
    'dist/embed/mc-portfolio.js': 'export {};',
  };
  for (const [name, content] of Object.entries(files)) {
    await mkdir(join(folder, name, '..'), { recursive: true });
    await writeFile(join(folder, name), content);
  }
  running = await start({ pages: { demo: join(folder, 'demo'), embed: join(folder, 'dist/embed') } });
});
after(async () => {
  await running.stop();
  await rm(folder, { recursive: true });
});

/** A request whose address and headers nobody tidies up on the way. */
const raw = (path: string, headers: Record<string, string> = {}) =>
  new Promise<{ status: number; body: string }>((resolve, reject) => {
    const { hostname, port } = new URL(running.origin);
    request({ hostname, port, path, headers }, (response) => {
      let body = '';
      response.on('data', (piece) => (body += String(piece)));
      response.on('end', () => resolve({ status: response.statusCode!, body }));
    })
      .on('error', reject)
      .end();
  });

test('pages, samples and the library are served under their types', async () => {
  for (const [path, type] of [
    ['/', 'text/html; charset=utf-8'],
    ['/index.html', 'text/html; charset=utf-8'],
    ['/credentials/sample.json', 'application/json; charset=utf-8'],
    ['/embed/mc-portfolio.js', 'text/javascript; charset=utf-8'],
    ['/embed/mc-portfolio.js?v=2', 'text/javascript; charset=utf-8'],
    ['/received.css', 'text/css; charset=utf-8'],
  ] as const) {
    const response = await fetch(running.origin + path);
    assert.deepEqual([response.status, response.headers.get('Content-Type')], [200, type], path);
    assert.equal(response.headers.get('Access-Control-Allow-Origin'), '*', path);
    assert.equal(response.headers.get('Content-Security-Policy'), null, path);
  }
  const head = await fetch(`${running.origin}/`, { method: 'HEAD' });
  assert.deepEqual([head.status, await head.text()], [200, '']);
});

test('nothing else is served', async () => {
  for (const path of [
    '/receiver/app.ts',
    '/receiver/notes.txt',
    '/%72eceiver/notes.txt',
    '/%2572eceiver/notes.txt',
    '/%2e%2fx/../receiver/notes.txt',
    '/x/../receiver/notes.txt',
    '/.hidden/x.txt',
    '/../outside.txt',
    '/%2e%2e/outside.txt',
    '/embed/../../outside.txt',
    '/embed/%2e%2e/%2e%2e/outside.txt',
    '/..%2foutside.txt',
    '/x%00.txt',
    '/%',
    '/strict',
    '/credentials',
  ]) {
    const { status, body } = await raw(path);
    assert.deepEqual([status, body.includes('secret')], [404, false], path);
  }
});

test('pages below /strict/ come under the strict policy', async () => {
  const { headers } = await fetch(`${running.origin}/strict/`);
  const policy = headers.get('Content-Security-Policy')!;
  const rules = policy.split('; ');
  for (const rule of [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "img-src 'self' blob:",
    "media-src 'self' blob:",
    "require-trusted-types-for 'script'",
    "trusted-types lit-html ProseMirrorClipboard mc-portfolio 'allow-duplicates'",
  ]) {
    assert.ok(rules.includes(rule), rule);
  }
  assert.ok(!policy.includes('unsafe'));
});

test('the site owner sees what arrived, and gets the files byte for byte', async () => {
  const nothing = await (await fetch(`${running.origin}/received`)).text();
  assert.match(nothing, /Nothing has been handed in yet/);
  const person = new Practitioner(running.origin, 1);
  const applicant = { ...person.applicant, name: '<script>alert(1)</script> & Co' };
  await person.create();
  await person.uploadAll();
  const submission = person.freeze();
  const { body: receipt } = await person.handIn(submission, { applicant });

  const response = await fetch(`${running.origin}/received`);
  const html = await response.text();
  assert.match(response.headers.get('Content-Security-Policy')!, /^default-src 'none'; style-src 'self'/);
  assert.ok(
    html.includes(receipt.number) &&
      html.includes('Exemplifying Collaborative Leadership') &&
      html.includes(receipt.digest),
  );
  assert.ok(html.includes('&lt;script&gt;alert(1)&lt;/script&gt; &amp; Co') && !/<script|\sstyle=|\son\w+=/.test(html));
  const [read, ...links] = [...html.matchAll(/href="(\/received\/[^"]+)"/g)].map(([, path]) => path!);
  const work = await (await fetch(running.origin + read)).text();
  assert.ok(submission.portfolio.evidence.every(({ explanation }) => work.includes(explanation.split('\n')[0]!)));
  assert.ok(!work.includes('&amp; Co'), 'the work names nobody');
  assert.ok(
    links.every((path) => work.includes(`"${path.slice(read!.length)}`)),
    'its links lead to the files here',
  );
  assert.equal(links.length, person.files.size);
  for (const [index, path] of links.entries()) {
    const file = await fetch(running.origin + path);
    assert.equal(file.headers.get('Content-Security-Policy'), 'sandbox');
    assert.ok(
      Buffer.from(await file.arrayBuffer()).equals(Buffer.from(person.files.get(submission.files[index]!.id)!.bytes)),
    );
  }
});

test('under another name than the machine’s own, nothing that was received is shown', async () => {
  const { status, body } = await raw('/received', { Host: 'rebound.example' });
  assert.deepEqual([status, JSON.parse(body).type], [403, 'urn:mc-portfolio:problem:this-machine-only']);
});
