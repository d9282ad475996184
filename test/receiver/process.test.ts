/** The receiver as a process: start, signals, `kill -9`, and one folder for one process. */
import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { change, Practitioner, root, sha256 } from './setup.js';

const data = await mkdtemp(join(tmpdir(), 'receiver-'));
const running = new Set<Process>();
after(async () => {
  for (const { child } of running) child.kill('SIGKILL');
  await rm(data, { recursive: true, force: true });
});

interface Process {
  child: ChildProcess;
  origin: string;
  output(): string;
  ended: Promise<number | NodeJS.Signals>;
}

function launch(env: Record<string, string> = {}): Process {
  const child = spawn(process.execPath, ['--import', 'tsx', 'demo/receiver/main.ts'], {
    cwd: root,
    env: { ...process.env, DATA: data, PORT: '0', ...env },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => (output += String(piece)));
  const ended = once(child, 'exit').then(([code, signal]) => code ?? signal);
  const launched: Process = { child, origin: '', output: () => output, ended };
  running.add(launched);
  void ended.then(() => running.delete(launched));
  return launched;
}

async function ready(env: Record<string, string> = {}): Promise<Process> {
  const launched = launch(env);
  for (;;) {
    const port = /^Ready at http:\/\/localhost:(\d+)$/m.exec(launched.output())?.[1];
    if (port) return { ...launched, origin: `http://127.0.0.1:${port}` };
    const over = await Promise.race([launched.ended, new Promise((resolve) => setTimeout(resolve, 50, 'not yet'))]);
    if (over !== 'not yet') throw new Error(`ended with ${String(over)}: ${launched.output()}`);
  }
}

test('killed in the middle of an upload and of changes, nothing that was confirmed is gone', async () => {
  const first = await ready();
  assert.equal(first.output().trim().split('\n').length, 1, 'one line at the start');
  const person = new Practitioner(first.origin, 1);
  await person.create();
  const bytes = randomBytes(12_000_000);
  const upload = person.newUpload('f1', bytes, { chunkSize: 1_000_000, onError: () => undefined });
  await new Promise<void>((resolve) => {
    upload.options.onChunkComplete = (_size, sent) => {
      if (sent >= 4_000_000) resolve();
    };
    upload.start();
  });
  const url = upload.url!;
  const confirmed = [];
  for (let revision = 0; revision < 25; revision += 1) {
    const one = change(`change ${revision}`);
    assert.deepEqual((await person.send(revision, [one])).body, { revision: revision + 1 });
    confirmed.push(one);
  }
  const late = person.send(25, [change('on its way')]).catch(() => undefined);
  first.child.kill('SIGKILL');
  assert.equal(await first.ended, 'SIGKILL');
  await Promise.all([late, upload.abort()]);

  const second = await ready();
  const again = new Proxy(person, {
    get: (target, key) => (key === 'origin' ? second.origin : Reflect.get(target, key, again)),
  });
  const { changes } = (await again.ask('GET', '/changes')).body;
  assert.deepEqual(changes.slice(0, 25), confirmed);
  let from: number | undefined;
  await again.upload('f1', bytes, {
    uploadUrl: second.origin + new URL(url).pathname,
    chunkSize: 1_000_000,
    onProgress: (sent) => (from ??= sent),
  });
  assert.ok(from! >= 4_000_000, `began again at ${from}`);
  assert.equal((await again.ask('GET', '/files/f1')).body.sha256, sha256(bytes));
  assert.ok(bytes.equals((await again.ask('GET', '/files/f1/content')).body));
  second.child.kill('SIGTERM');
  assert.equal(await second.ended, 0);
});

test('a second receiver on the same folder is refused with a clear word, and the first goes on', async () => {
  const first = await ready();
  const second = launch();
  assert.equal(await second.ended, 1);
  assert.match(
    second.output(),
    new RegExp(`^The data folder .* is in use by another receiver \\(process ${first.child.pid}\\)\\. Stop that one`),
  );
  assert.ok(!second.output().includes('    at '), 'a sentence and not a stack');
  assert.equal((await fetch(`${first.origin}/mc/files`, { method: 'OPTIONS' })).status, 204);
  const port = new URL(first.origin).port;
  const elsewhere = await mkdtemp(join(tmpdir(), 'receiver-'));
  const third = launch({ PORT: port, DATA: elsewhere });
  assert.equal(await third.ended, 1);
  assert.match(third.output(), new RegExp(`^Port ${port} is in use\\.`));
  await rm(elsewhere, { recursive: true });
  first.child.kill('SIGINT');
  assert.equal(await first.ended, 0);
  await assert.rejects(readFile(join(data, 'receiver.lock')), 'the lock is let go');
});

test('a lock that somebody’s end left behind is taken over, also an empty one', async () => {
  const gone = spawn(process.execPath, ['-e', '']);
  await once(gone, 'exit');
  for (const stale of [`${gone.pid}\n`, '']) {
    await writeFile(join(data, 'receiver.lock'), stale);
    const taken = await ready();
    assert.equal(await readFile(join(data, 'receiver.lock'), 'utf8'), `${taken.child.pid}\n`);
    taken.child.kill('SIGTERM');
    assert.equal(await taken.ended, 0);
  }
});
