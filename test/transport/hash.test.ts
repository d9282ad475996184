import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { hashBlob } from '../../src/transport/hash.js';

test('small and large bytes have the SHA-256 that Node gives them', async () => {
  for (const size of [0, 1, 1024 * 1024, 8 * 1024 * 1024, 8 * 1024 * 1024 + 1, 20_000_000]) {
    const bytes = randomBytes(size);
    assert.equal(await hashBlob(new Blob([bytes])), createHash('sha256').update(bytes).digest('hex'), String(size));
  }
});

test('it stops when it is told to', async () => {
  const stop = new AbortController();
  const hashing = hashBlob(new Blob([new Uint8Array(30_000_000)]), stop.signal);
  stop.abort(new Error('enough'));
  await assert.rejects(hashing, /enough/);
});
