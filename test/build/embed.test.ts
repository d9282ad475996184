import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import ts from 'typescript';
import { EMBED, ENTRY } from '../../scripts/embed.mjs';

const names = readdirSync(EMBED).filter((name) => name.endsWith('.js'));
const text = (name: string): string => readFileSync(join(EMBED, name), 'utf8');

/** Every file that a built file names in an `import`, an `export … from` or an `import()`. */
const imports = (name: string): string[] =>
  ts.preProcessFile(text(name), true, true).importedFiles.map(({ fileName }) => fileName);

describe('the one-tag file', () => {
  it('is a few bytes that no chunk imports, so that a query cannot load the library twice', () => {
    assert.ok(names.includes(ENTRY));
    assert.ok(text(ENTRY).length < 2000, `${ENTRY} holds code of its own`);
    assert.deepEqual(
      names.filter((name) => imports(name).includes(`./${ENTRY}`)),
      [],
    );
  });

  it('needs nothing from outside: each chunk names only its neighbours', () => {
    for (const name of names) {
      for (const specifier of imports(name)) {
        assert.ok(names.includes(specifier.replace(/^\.\//, '')), `${name} imports ${specifier}`);
      }
    }
  });

  it('has a hash in every name but its own, so that chunks may be cached for ever', () => {
    assert.deepEqual(
      names.filter((name) => name !== ENTRY && !/-[\w-]{8}\.js$/.test(name)),
      [],
    );
  });

  it('has no eval and no trace of a development build', () => {
    for (const name of names) {
      assert.doesNotMatch(text(name), /\beval\(|new Function\(/, name);
      assert.doesNotMatch(text(name), /process\.env|Lit is in dev mode|__vitePreload/, name);
    }
  });
});
