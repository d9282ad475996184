import assert from 'node:assert/strict';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { ask, newSecret, Practitioner, sha256, start, type Answer, type Running } from './setup.js';

const maxFileBytes = 30e6;
let running: Running;
before(async () => {
  running = await start({ maxFileBytes });
});
after(() => running.stop());

const begun = async (seed: number) => {
  const person = new Practitioner(running.origin, seed);
  await person.create();
  return person;
};

const encode = (metadata: Record<string, string>) =>
  Object.entries(metadata)
    .map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`)
    .join(',');

/** Begins an upload by hand. */
const begin = (
  person: Practitioner,
  length: number,
  metadata: Record<string, string> = {},
  secret = person.secret,
): Promise<Answer> =>
  ask(running.origin, 'POST', '/files', {
    secret,
    headers: {
      'Tus-Resumable': '1.0.0',
      'Upload-Length': String(length),
      'Upload-Metadata': encode({ portfolio: person.portfolio.id, file: 'f1', filename: 'notes.txt', ...metadata }),
    },
  });

const patch = (
  person: Practitioner,
  location: string,
  offset: number,
  body: Uint8Array,
  secret = person.secret,
): Promise<Answer> =>
  ask(running.origin, 'PATCH', location.replace('/mc', ''), {
    secret,
    headers: {
      'Tus-Resumable': '1.0.0',
      'Upload-Offset': String(offset),
      'Content-Type': 'application/offset+octet-stream',
    },
    body,
  });

const head = (person: Practitioner, location: string, secret = person.secret): Promise<Answer> =>
  ask(running.origin, 'HEAD', location.replace('/mc', ''), { secret, headers: { 'Tus-Resumable': '1.0.0' } });

test('a file arrives byte for byte, and the receiver says its digest', async () => {
  const person = await begun(1);
  const bytes = randomBytes(3_000_001);
  const url = await person.upload('f1', bytes, { name: 'Maria’s "plan" (1).pdf', chunkSize: 1_000_000 });
  assert.match(new URL(url).pathname, /^\/mc\/files\/[0-9a-f]{48}$/);
  assert.deepEqual((await person.ask('GET', '/files/f1')).body, {
    id: 'f1',
    size: bytes.length,
    arrived: true,
    sha256: sha256(bytes),
  });
  const content = await person.ask('GET', '/files/f1/content');
  assert.ok(bytes.equals(content.body));
  assert.equal(content.headers.get('Content-Type'), 'application/octet-stream');
  assert.equal(content.headers.get('X-Content-Type-Options'), 'nosniff');
  assert.equal(content.headers.get('Content-Security-Policy'), 'sandbox');
  assert.equal(
    content.headers.get('Content-Disposition'),
    "attachment; filename*=UTF-8''Maria%E2%80%99s%20%22plan%22%20%281%29.pdf",
  );
});

test('an upload that was cut off goes on where it was', async () => {
  const person = await begun(2);
  const bytes = randomBytes(8_000_000);
  const url = await new Promise<string>((resolve) => {
    const upload = person.newUpload('f1', bytes, {
      chunkSize: 1_000_000,
      onProgress: (sent) => {
        if (sent >= 3_000_000) void upload.abort().then(() => resolve(upload.url!));
      },
    });
    upload.start();
  });
  assert.deepEqual((await person.ask('GET', '/files/f1')).body, { id: 'f1', size: bytes.length, arrived: false });
  assert.equal((await person.ask('GET', '/files/f1/content')).status, 404);
  let first: number | undefined;
  await person.upload('f1', bytes, { uploadUrl: url, chunkSize: 1_000_000, onProgress: (sent) => (first ??= sent) });
  assert.ok(first! >= 2_000_000, `began again at ${first}`);
  assert.ok(bytes.equals((await person.ask('GET', '/files/f1/content')).body));
});

test('a connection that breaks in mid-chunk loses next to nothing of what came', async () => {
  const person = await begun(3);
  const bytes = randomBytes(6_000_000);
  const { headers } = await begin(person, bytes.length);
  const location = headers.get('Location')!;
  const cut = new AbortController();
  let given = 0;
  const half = new ReadableStream({
    async pull(controller) {
      if (given >= 3_000_000) return cut.abort();
      controller.enqueue(bytes.subarray(given, (given += 100_000)));
      await new Promise((resolve) => setTimeout(resolve, 1));
    },
  });
  const broken = fetch(running.origin + location, {
    method: 'PATCH',
    headers: {
      Authorization: `Bearer ${person.secret}`,
      'Tus-Resumable': '1.0.0',
      'Upload-Offset': '0',
      'Content-Type': 'application/offset+octet-stream',
    },
    body: half,
    duplex: 'half',
    signal: cut.signal,
  } as RequestInit);
  await assert.rejects(broken);
  const offset = Number((await head(person, location)).headers.get('Upload-Offset'));
  // What the client had not put on the line yet is not the receiver's to keep.
  assert.ok(offset >= 2_850_000 && offset <= 3_000_000, `${offset} bytes were kept`);
  assert.equal((await patch(person, location, offset, bytes.subarray(offset))).status, 204);
  assert.ok(bytes.equals((await person.ask('GET', '/files/f1/content')).body));
});

test('uploads ask for the secret of the portfolio at every step', async () => {
  const person = await begun(4);
  assert.equal((await begin(person, 4, {}, newSecret())).status, 403);
  assert.equal((await begin(person, 4, {}, '')).status, 401);
  assert.equal((await begin(person, 4, { portfolio: 'unknown' })).status, 404);
  const location = (await begin(person, 4)).headers.get('Location')!;
  assert.equal((await patch(person, location, 0, Buffer.from('evil'), newSecret())).status, 403);
  assert.equal((await head(person, location, newSecret())).status, 403);
  const remove = (secret: string) =>
    ask(running.origin, 'DELETE', location.replace('/mc', ''), { secret, headers: { 'Tus-Resumable': '1.0.0' } });
  assert.equal((await remove(newSecret())).status, 403);
  assert.equal((await head(person, location)).headers.get('Upload-Offset'), '0');
  assert.equal((await remove(person.secret)).status, 204);
  assert.equal((await head(person, location)).status, 404);
  assert.equal((await person.ask('GET', '/files/f1')).status, 404);
  const bytes = await fetch(running.origin + location, { headers: { Authorization: `Bearer ${person.secret}` } });
  assert.deepEqual([bytes.status, bytes.headers.get('Content-Type')], [405, 'application/problem+json']);
});

test('another person’s secret does not open a file', async () => {
  const [one, other] = [await begun(5), await begun(6)];
  await one.upload('f1', Buffer.from('private'));
  assert.equal((await other.ask('GET', '/files/f1')).status, 404);
  assert.equal(
    (await ask(running.origin, 'GET', `${one.path}/files/f1/content`, { secret: other.secret })).status,
    403,
  );
});

test('refusals of the upload server are problems too', async () => {
  const person = await begun(7);
  const large = await begin(person, maxFileBytes + 1);
  assert.deepEqual([large.status, large.body.type], [413, 'urn:mc-portfolio:problem:too-large']);
  assert.equal((await begin(person, 4, { filename: '' })).status, 400);
  const location = (await begin(person, 4)).headers.get('Location')!;
  const wrong = await patch(person, location, 2, Buffer.from('ab'));
  assert.deepEqual([wrong.status, wrong.body.type], [409, 'urn:mc-portfolio:problem:upload']);
  assert.equal(wrong.headers.get('Tus-Resumable'), '1.0.0');
  assert.equal((await patch(person, location, 0, Buffer.from('abcdef'))).status, 413);
  assert.deepEqual(running.faults, []);
});

test('the names on disk say nothing, and an upload of no bytes arrives', async () => {
  const person = await begun(8);
  await person.upload('f-empty', Buffer.alloc(0), { name: 'Jordan Sample.txt' });
  assert.deepEqual((await person.ask('GET', '/files/f-empty')).body, {
    id: 'f-empty',
    size: 0,
    arrived: true,
    sha256: sha256(Buffer.alloc(0)),
  });
  for (const name of await readdir(join(running.data, 'files'))) assert.match(name, /^[0-9a-f]{48}(\.json)?$/);
});

test('a file whose last byte came before the receiver was killed counts as arrived', async () => {
  const person = await begun(9);
  const bytes = Buffer.from('all of it');
  const location = (await begin(person, bytes.length)).headers.get('Location')!;
  // As after kill -9 between the write and the note of it.
  await writeFile(join(running.data, 'files', location.split('/').at(-1)!), bytes);
  assert.equal((await head(person, location)).headers.get('Upload-Offset'), String(bytes.length));
  assert.deepEqual((await person.ask('GET', '/files/f1')).body, {
    id: 'f1',
    size: 9,
    arrived: true,
    sha256: sha256(bytes),
  });
});

test('of two uploads of one file the last that arrived counts', async () => {
  const person = await begun(10);
  await person.upload('f1', Buffer.from('damaged'));
  await person.upload('f1', Buffer.from('whole'));
  assert.equal((await person.ask('GET', '/files/f1')).body.sha256, sha256(Buffer.from('whole')));
});

test('what the upload server can do is told without a secret', async () => {
  const { status, headers } = await ask(running.origin, 'OPTIONS', '/files');
  assert.deepEqual(
    [status, headers.get('Tus-Version'), headers.get('Tus-Max-Size')],
    [204, '1.0.0', String(maxFileBytes)],
  );
});

test('bytes that vanished from the folder are missed, not invented', async () => {
  const person = await begun(11);
  const url = await person.upload('f1', Buffer.from('here'));
  const path = join(running.data, 'files', url.split('/').at(-1)!);
  assert.equal(await readFile(path, 'utf8'), 'here');
  await rm(path);
  assert.deepEqual((await person.ask('GET', '/files/f1')).body, { id: 'f1', size: 4, arrived: false });
});
