import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

interface Manifest {
  modules: { declarations: { name: string; tagName?: string }[] }[];
}

const root = join(import.meta.dirname, '..', '..');
const { modules } = JSON.parse(readFileSync(join(root, 'dist/custom-elements.json'), 'utf8')) as Manifest;

/** Every element, as the manifest knows it. */
const elements = modules
  .flatMap(({ declarations }) => declarations)
  .flatMap(({ name, tagName }) => (tagName ? [{ name, tagName }] : []));

/** The package under its own name, as it was built. (Not known to the compiler, which may run before the build.) */
const built = (name: string): Promise<Record<string, unknown>> => import(name) as Promise<Record<string, unknown>>;

describe('the entries, without a DOM', () => {
  it('index can be imported: classes, events and types, and no element is registered', async () => {
    assert.equal('document' in globalThis, false);
    const index = await built('mc-portfolio');
    assert.ok(elements.some(({ tagName }) => tagName === 'mc-portfolio'));
    assert.deepEqual(
      elements.filter(({ name }) => typeof index[name] !== 'function'),
      [],
      'each element class is exported',
    );
    // Lit brings a registry of its own to Node, so that a stray definition would not fail there by itself.
    assert.deepEqual(
      elements.filter(({ tagName }) => globalThis.customElements?.get(tagName)),
      [],
    );
  });

  it('define names the define file of every element', () => {
    const define = readFileSync(fileURLToPath(import.meta.resolve('mc-portfolio/define')), 'utf8');
    assert.deepEqual(
      elements.filter(({ tagName }) => !define.includes(`/${tagName}.js`)),
      [],
    );
  });

  it('server reads, applies, evaluates and counts', async () => {
    const server = await built('mc-portfolio/server');
    for (const name of ['parseCredential', 'parsePortfolio', 'evaluate', 'apply', 'countWords']) {
      assert.equal(typeof server[name], 'function', name);
    }
  });

  it('server brings the model alone', () => {
    const seen = new Set<string>();
    const packages = new Set<string>();
    const follow = (file: string): void => {
      if (seen.has(file)) return;
      seen.add(file);
      for (const { fileName } of ts.preProcessFile(readFileSync(file, 'utf8')).importedFiles) {
        if (fileName.startsWith('.')) follow(resolve(dirname(file), fileName));
        else packages.add(fileName.split('/')[0]!);
      }
    };
    const entry = fileURLToPath(import.meta.resolve('mc-portfolio/server'));
    follow(entry);
    const model = join(dirname(entry), '..', 'model');
    assert.deepEqual(
      [...seen].filter((file) => file !== entry && !file.startsWith(model)),
      [],
    );
    assert.deepEqual(
      [...packages].filter((name) => !['@noble', 'valibot'].includes(name)),
      [],
    );
  });
});
