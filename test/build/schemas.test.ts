import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

const root = join(import.meta.dirname, '..', '..');
const json = (path: string): Record<string, unknown> =>
  JSON.parse(readFileSync(join(root, path), 'utf8')) as Record<string, unknown>;

const validator = (name: string) => {
  const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false });
  addFormats.default(ajv);
  return ajv.compile(json(`dist/schemas/${name}`));
};

const schemas = readdirSync(join(root, 'dist', 'schemas'));
const samples = ['credential', 'affiliate'].flatMap((kind) => {
  const folder = join('demo', `${kind}s`);
  const names = existsSync(join(root, folder)) ? readdirSync(join(root, folder)) : [];
  return names.filter((name) => name.endsWith('.json')).map((name) => ({ kind, path: join(folder, name) }));
});

describe('the JSON Schemas', () => {
  it('are one for each document', () => {
    for (const name of ['credential', 'affiliate', 'applicant', 'portfolio', 'submission', 'assessment']) {
      assert.ok(schemas.includes(`${name}.json`), name);
    }
  });

  for (const name of schemas) {
    it(`${name} compiles in strict mode`, () => {
      validator(name);
    });
  }

  for (const { kind, path } of samples) {
    it(`${path} is valid, and is refused once a field has the wrong type`, () => {
      const validate = validator(`${kind}.json`);
      const sample = json(path);
      assert.ok(validate(sample), JSON.stringify(validate.errors));
      assert.ok(!validate({ ...sample, format: 7 }));
    });
  }
});
