import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';

const root = join(import.meta.dirname, '..', '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const manifest = JSON.parse(read('package.json')) as Record<string, unknown> & {
  exports: Record<string, string | Record<string, string>>;
};

describe('the package', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mc-portfolio-pack-'));
  after(() => rmSync(folder, { recursive: true }));

  it('exports only files that exist', () => {
    const paths = Object.values(manifest.exports).flatMap((each) =>
      typeof each === 'string' ? [each] : Object.values(each),
    );
    const missing = paths.filter((path) => !path.includes('*') && !existsSync(join(root, path)));
    assert.deepEqual(missing, []);
  });

  it('passes publint, strictly', async () => {
    const { messages, pkg } = await publint({ pkgDir: root, strict: true, pack: false });
    assert.deepEqual(
      messages.map((message) => formatMessage(message, pkg!)),
      [],
    );
  });

  it('gives right types to every way of importing it that ESM has', async () => {
    const run = promisify(execFile);
    const { stdout } = await run('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', folder], {
      cwd: root,
    });
    const [{ filename, files }] = JSON.parse(stdout) as [{ filename: string; files: { path: string }[] }];
    assert.ok(!files.some(({ path }) => /^(src|test|demo|scripts)\//.test(path)), 'only what was built is published');
    const attw = join(root, 'node_modules', '.bin', 'attw');
    await run(attw, [join(folder, filename), '--profile', 'esm-only', '--no-emoji'], { cwd: root });
  });

  it('is locked without the name of a registry, and every version exactly', () => {
    assert.doesNotMatch(read('package-lock.json'), /"resolved"/);
    const ranges = ['dependencies', 'devDependencies'].flatMap((kind) => Object.entries(manifest[kind] as object));
    assert.deepEqual(
      ranges.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(String(version))),
      [],
    );
  });
});
