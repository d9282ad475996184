import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

interface Manifest {
  modules: { declarations: { tagName?: string }[] }[];
}

const root = join(import.meta.dirname, '..', '..');

/** The package under its own name, as it was built. (Not known to the compiler, which may run before the build.) */
const built = (name: string): Promise<Record<string, unknown>> => import(name) as Promise<Record<string, unknown>>;

describe('without a DOM', () => {
  it('index can be imported: classes, events and types, and no element is registered', async () => {
    assert.equal('document' in globalThis, false);
    await built('mc-portfolio');
    // Lit brings a registry of its own to Node, so that a stray definition would not fail there by itself.
    const { modules } = JSON.parse(readFileSync(join(root, 'dist/custom-elements.json'), 'utf8')) as Manifest;
    const tags = modules.flatMap(({ declarations }) => declarations.flatMap(({ tagName }) => tagName ?? []));
    assert.ok(tags.includes('mc-portfolio'));
    assert.deepEqual(
      tags.filter((tag) => globalThis.customElements?.get(tag)),
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
      for (const [, specifier] of readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*\(?['"]([^'"]+)['"]/g)) {
        if (specifier!.startsWith('.')) follow(resolve(dirname(file), specifier!));
        else packages.add(specifier!.split('/')[0]!);
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
