import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { createFormat } from '../../src/locales/format.js';
import { en as lines } from '../../src/locales/en/findings.js';
import { en as remedies } from '../../src/locales/en/remedies.js';
import type { Finding } from '../../src/model/submission.js';
import { distinctFindings, findingLine, findingRemedy, requirementLine } from '../../src/elements/requirement-words.js';
import type { Requirement } from '../../src/model/requirement.js';

const format = createFormat('en');
const say = lines(format);
const remedy = remedies(format);
const model = new URL('../../src/model/', import.meta.url);

/** Every code that the model can put into a finding, read from its source. */
async function codes(): Promise<string[]> {
  const files = (await readdir(model)).filter((name) => name.endsWith('.ts'));
  const found = new Set<string>();
  for (const file of files) {
    const source = await readFile(new URL(file, model), 'utf8');
    for (const [, code] of source.matchAll(/'((?:words|evidence|artifact|attestation|applicant|draft)\.[a-z-]+)'/g))
      found.add(code!);
  }
  return [...found];
}

const finding = (code: string, params: Finding['params'] = {}, at = 'narrative/p'): Finding => ({
  code,
  severity: 'blocks',
  at,
  params,
});
const params = {
  words: 1200,
  min: 1000,
  max: 900,
  have: 1,
  need: 3,
  most: 2,
  size: 3e9,
  count: 2,
  field: 'name',
  kind: 'video',
  accepts: 'pdf,link',
};

test('every finding has a line and sentences in plain words', async () => {
  const all = await codes();
  assert.ok(all.length >= 30);
  for (const code of all) {
    const line = findingLine(finding(code, params), say);
    const sentences = findingRemedy(finding(code, params), remedy);
    assert.ok(!line.includes(code), `no line for ${code}`);
    assert.ok(!sentences.includes(code), `no sentence for ${code}`);
    assert.ok(line.length <= 45, `${code}: ${line}`);
    assert.match(sentences, /^[A-Z0-9].*\.$/s, code);
    for (const words of [line, sentences]) assert.doesNotMatch(words, /undefined|NaN|\[object/, code);
  }
});

test('a code of a newer receiver is named rather than passed over', () => {
  assert.match(findingLine(finding('magic.wrong'), say), /magic\.wrong/);
  assert.match(findingRemedy(finding('magic.wrong'), remedy), /magic\.wrong/);
});

test('figures read as people say them', () => {
  const line = (code: string, p: Finding['params'], at?: string) => findingLine(finding(code, p, at), say);
  assert.equal(line('words.below-minimum', { words: 106, min: 1000 }), '106 of 1,000 words');
  assert.equal(line('words.below-minimum', { words: 0, min: 500 }), '500 words at least');
  assert.equal(line('words.below-minimum', { words: 0, min: 1 }), 'not written yet');
  assert.equal(line('words.below-minimum', { words: 12, min: 40 }, 'detail/p/d'), 'explanation: 12 of 40 words');
  assert.equal(line('evidence.pointer-missing', { have: 1, need: 2 }), 'add 1 more place');
  assert.equal(line('artifact.too-few', { have: 0, need: 2 }), 'add 2 artifacts');
  assert.match(findingRemedy(finding('artifact.too-large', { size: 3e9, max: 1e9 }), remedy), /3 GB.*1 GB/);
});

test('a requirement speaks by what blocks first, then by advice, then by its figures', () => {
  const requirement = (findings: Finding[]): Requirement => ({
    id: 'artifacts/p',
    subject: { kind: 'artifacts', part: 'p' },
    state: 'doing',
    optional: false,
    findings,
    progress: { have: 6, need: 1 },
  });
  const advice: Finding = { ...finding('artifact.unused'), severity: 'advice' };
  const broken = [advice, advice, finding('artifact.empty'), finding('artifact.empty')];
  assert.deepEqual(
    distinctFindings(requirement(broken)).map(({ code }) => code),
    ['artifact.empty', 'artifact.unused'],
  );
  assert.equal(requirementLine(requirement(broken), say), 'a file is empty');
  assert.equal(requirementLine(requirement([advice]), say), 'an artifact is not used yet');
  assert.equal(requirementLine(requirement([]), say), '6 artifacts');
});
