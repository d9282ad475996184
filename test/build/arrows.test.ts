import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import ts from 'typescript';
import { faultOf } from '../../scripts/eslint-arrows.mjs';

const src = join(import.meta.dirname, '..', '..', 'src');

describe('the one-way arrows', () => {
  it('hold in every file of src', () => {
    const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
    const faults = files.flatMap((name) => {
      const file = join(src, name);
      const { importedFiles } = ts.preProcessFile(readFileSync(file, 'utf8'));
      // The finer rule, that an element imports only the define file of another or its types, needs syntax: lint has it.
      return importedFiles.flatMap((each) =>
        faultOf(file, each.fileName, true) ? [`${name} → ${each.fileName}`] : [],
      );
    });
    assert.ok(files.length > 0);
    assert.deepEqual(faults, []);
  });

  it('are what the rule refuses and lets through', () => {
    const fault = (file: string, specifier: string): boolean => faultOf(join(src, file), specifier) !== undefined;
    assert.ok(fault('model/credential.ts', '../state/ports.js'));
    assert.ok(fault('model/credential.ts', 'lit'));
    assert.ok(fault('state/store.ts', '../storage/journal.js'));
    assert.ok(fault('storage/journal.ts', '../transport/tus.js'));
    assert.ok(fault('elements/portfolio/portfolio.ts', '../../storage/journal.js'));
    assert.ok(fault('elements/portfolio/portfolio.ts', '../../entry/index.js'));
    assert.ok(fault('events/submit.ts', '../state/ports.js'));
    assert.ok(fault('elements/portfolio/portfolio.ts', '../../../demo/receiver/main.js'));
    assert.ok(!fault('elements/portfolio/default-ports.ts', '../../storage/journal.js'));
    assert.ok(!fault('elements/portfolio/portfolio.ts', './parts.js'));
    assert.ok(!fault('state/store.ts', '../model/apply.js'));
    assert.ok(!fault('entry/define.ts', '../elements/portfolio/mc-portfolio.js'));
  });
});
