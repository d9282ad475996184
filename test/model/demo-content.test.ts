/** The samples that the demo shows: they are what they say, complete, and a full portfolio can be made for each. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { inspect } from 'node:util';
import fc from 'fast-check';
import { applicantGaps } from '../../src/model/facts.js';
import { sniffKind } from '../../src/model/artifact-kind.js';
import type { Credential, NarrativePart } from '../../src/model/credential.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { toHex } from '../../src/model/digest.js';
import { evaluate } from '../../src/model/evaluate.js';
import { parseAffiliate, parseApplicant, parseCredential, parsePortfolio, type Parsed } from '../../src/model/parse.js';
import { criterionFor, evidenceTargets } from '../../src/model/targets.js';
import { countText } from '../../src/model/text-count.js';
import {
  exeNamedPdf,
  htmlNamedPng,
  makeDocx,
  makeJpeg,
  makePdf,
  makePng,
  makeText,
  makeWav,
} from '../fixtures/files.js';
import { generateApplicant, generateCredential, generatedFiles, generatePortfolio } from '../fixtures/generate.js';

const demo = join(import.meta.dirname, '../../demo');
const read = (path: string) => readFileSync(join(demo, path), 'utf8');

function valueOf<T>(parsed: Parsed<T>): T {
  assert.ok(parsed.ok, parsed.ok ? '' : JSON.stringify(parsed.faults.slice(0, 3), null, 2));
  return parsed.value;
}

const credential = (name: string) => valueOf(parseCredential(read(`credentials/${name}.json`)));
const affiliate = (name: string) => valueOf(parseAffiliate(read(`affiliates/${name}.json`)));
const samples = ['collaborative-leadership', 'professional-learning', 'trust-and-collegiality'];
const affiliates = ['prairie-state-principals', 'front-range-teacher-leaders'];

const narrativeOf = (from: Credential, purpose: NarrativePart['purpose']): NarrativePart => {
  const part = from.parts.find((each) => each.kind === 'narrative' && each.purpose === purpose);
  assert.ok(part?.kind === 'narrative');
  return part;
};
const promptsOf = (part: NarrativePart, kind: string) => part.prompts.filter((prompt) => prompt.kind === kind);

test('every sample in the folders is known here', () => {
  const jsonIn = (folder: string) =>
    readdirSync(join(demo, folder))
      .filter((name) => name.endsWith('.json'))
      .sort();
  assert.deepEqual(jsonIn('credentials'), samples.map((name) => `${name}.json`).sort());
  assert.deepEqual(jsonIn('affiliates'), affiliates.map((name) => `${name}.json`).sort());
});

for (const name of samples) {
  test(`${name} says that it is a sample, and everything in it can be judged`, () => {
    const sample = credential(name);
    assert.match(sample.notice ?? '', /^A sample/);
    assert.match(sample.notice ?? '', /Invented: .*rubric.*review rules/);
    for (const { id } of evidenceTargets(sample.outcomes))
      assert.ok(criterionFor(sample, { detail: id }), `no criterion for ${id}`);
    for (const part of sample.parts) {
      if (part.kind === 'evidence') continue;
      if (part.layout === 'single') assert.ok(criterionFor(sample, { part: part.id }), `no criterion for ${part.id}`);
      else {
        for (const prompt of part.prompts.filter(({ kind }) => kind !== 'may')) {
          assert.ok(criterionFor(sample, { part: part.id, prompt: prompt.id }), `no criterion for ${prompt.id}`);
        }
      }
    }
    const cited = sample.outcomes.flatMap(({ references }) => references);
    assert.deepEqual(
      sample.references.filter(({ id }) => !cited.includes(id)),
      [],
      'every reference is cited',
    );
    assert.deepEqual(
      sample.attestations.map(({ id }) => id),
      ['own-work', 'permission', 'ai-use', 'ready'],
    );
    assert.equal(sample.attestations.find(({ text }) => text?.required)?.id, 'ai-use');
    assert.deepEqual(sample.review.blind, true);
  });

  test(`a portfolio made for ${name} meets every requirement, and its files are what it says`, () => {
    const sample = credential(name);
    const portfolio = generatePortfolio(sample, { words: 20, artifacts: 7, pointersPerDetail: 2, complete: true });
    assert.deepEqual(valueOf(parsePortfolio(JSON.stringify(portfolio))), portfolio);
    const files = generatedFiles(portfolio);
    const requirements = evaluate(sample, portfolio, { stored: new Set(files.keys()), arrived: new Set(files.keys()) });
    assert.deepEqual(
      requirements.flatMap(({ findings }) => findings.filter(({ severity }) => severity === 'blocks')),
      [],
    );
    assert.ok(requirements.every(({ state }) => state === 'done'));
    for (const { file } of portfolio.artifacts) {
      if (!file) continue;
      const { bytes, type } = files.get(file.id)!;
      assert.deepEqual([bytes.length, toHex(sha256(bytes)), type], [file.size, file.sha256, file.type]);
      assert.equal(sniffKind(bytes, file.name).type, file.type);
    }
  });
}

for (const name of affiliates) {
  test(`${name} says that it is invented, and leads only to addresses kept for examples`, () => {
    const sample = affiliate(name);
    assert.match(sample.notice ?? '', /invented/);
    for (const [, host] of read(`affiliates/${name}.json`).matchAll(/(?:https?:\/\/|@)([\w.-]+)/g)) {
      assert.match(host ?? '', /(^|\.)example\.(org|com)$/);
    }
    const portfolio = generatePortfolio(credential(samples[0]!), {
      words: 5,
      artifacts: 1,
      pointersPerDetail: 1,
      complete: true,
    });
    const applicant = generateApplicant(portfolio, sample);
    assert.deepEqual(applicantGaps(valueOf(parseApplicant(applicant)), sample), []);
    assert.ok(!JSON.stringify(portfolio).includes(applicant.name));
  });
}

test('Collaborative Leadership: five outcomes, fourteen details, each question with its outcome, five systems', () => {
  const sample = credential('collaborative-leadership');
  assert.deepEqual(
    sample.outcomes.map(({ code, details }) => [code, details.map((detail) => detail.code).join()]),
    [
      ['1', '1.a,1.b,1.c'],
      ['2', '2.a,2.b'],
      ['3', '3.a,3.b,3.c'],
      ['4', '4.a,4.b'],
      ['5', '5.a,5.b,5.c,5.d'],
    ],
  );
  const overview = narrativeOf(sample, 'overview');
  assert.deepEqual([overview.layout, overview.words?.min], ['single', 1000]);
  assert.deepEqual(
    promptsOf(overview, 'question').map(({ outcomes }) => outcomes),
    sample.outcomes.map(({ id }) => [id]),
  );
  const reflection = narrativeOf(sample, 'reflection');
  assert.deepEqual([reflection.words?.min, promptsOf(reflection, 'must').length], [500, 3]);
  assert.ok(promptsOf(reflection, 'may').length > 0);
  const evidence = sample.parts.find((part) => part.kind === 'evidence');
  assert.ok(evidence?.kind === 'evidence');
  assert.deepEqual(
    [evidence.artifacts.kinds.includes('link'), evidence.artifacts.maxBytes, evidence.evidence.locator],
    [false, 2_000_000_000, 'required'],
  );
  const codes = new Set(sample.outcomes.flatMap(({ alignments }) => alignments.map(({ code }) => code)));
  assert.deepEqual([...codes].sort(), ['AWP', 'EIG', 'LDR', 'SNI', 'TWPS']);
  assert.deepEqual(
    sample.rubric?.levels.map(({ title }) => title),
    ['Not yet', 'Developing', 'Demonstrated'],
  );
  assert.equal(sample.rubric?.criteria.length, 16);
});

test('Professional Learning: four outcomes, and a reflection on two components that is tied to none of them', () => {
  const sample = credential('professional-learning');
  assert.equal(sample.outcomes.length, 4);
  assert.equal(narrativeOf(sample, 'overview').words?.min, 1000);
  const reflection = narrativeOf(sample, 'reflection');
  assert.equal(reflection.words?.min, 500);
  assert.ok(promptsOf(reflection, 'must').some(({ text }) => text.includes('both components')));
  assert.ok(reflection.prompts.every(({ outcomes }) => outcomes === undefined));
});

test('Trust and Collegiality: a text with its own limits for each prompt, links, four levels', () => {
  const sample = credential('trust-and-collegiality');
  for (const purpose of ['overview', 'reflection'] as const) {
    const part = narrativeOf(sample, purpose);
    assert.equal(part.layout, 'per-prompt');
    for (const { kind, words } of part.prompts)
      assert.ok(kind === 'may' || (words?.min && words.max && words.min < words.max));
  }
  assert.ok(sample.parts.some((part) => part.kind === 'evidence' && part.artifacts.kinds.includes('link')));
  assert.deepEqual(
    sample.rubric?.levels.map(({ meets }) => meets),
    [false, false, true, true],
  );
});

test('the affiliates: purchase steps with their two business days; membership prices', () => {
  const prairie = affiliate('prairie-state-principals');
  assert.equal(prairie.purchaseSteps.length, 4);
  assert.match(prairie.purchaseSteps[3]!.text, /two business days.*e-mail/);
  assert.ok(prairie.creditStatement && prairie.orderForm && prairie.companionCourse && prairie.support.email);
  const range = affiliate('front-range-teacher-leaders');
  assert.deepEqual(
    range.prices.map(({ amount, per }) => [amount, per]),
    [
      [125, 'year'],
      [75, 'credential'],
    ],
  );
  assert.match(range.prices[0]!.note ?? '', /free/);
});

test('the example in the page for authors is a credential, and its mistake is reported as the page says', () => {
  const page = read('credentials/README.md');
  const example = page.match(/```json\n(\{\n[\s\S]*?)```/)?.[1] ?? '';
  valueOf(parseCredential(example));
  const mistaken = parseCredential(example.replace('{ "detail": "d-seeks" }', '{ "detail": "d-seek" }'));
  assert.ok(!mistaken.ok);
  assert.equal(page.match(/```text\n([\s\S]*?)\n```/)?.[1], inspect(mistaken.faults, { depth: 9, breakLength: 110 }));
});

const sizes = fc.record({
  outcomes: fc.integer({ min: 1, max: 30 }),
  detailsPerOutcome: fc.integer({ min: 0, max: 30 }),
  prompts: fc.integer({ min: 1, max: 8 }),
  rubric: fc.boolean(),
  levels: fc.integer({ min: 2, max: 5 }),
  seed: fc.nat(),
});

test('a credential of any size is a credential, and its complete portfolio has nothing left to do', () => {
  fc.assert(
    fc.property(
      sizes,
      fc.integer({ min: 0, max: 9 }),
      fc.integer({ min: 0, max: 3 }),
      (options, artifacts, pointersPerDetail) => {
        const made = valueOf(parseCredential(generateCredential(options)));
        assert.equal(evidenceTargets(made.outcomes).length, options.outcomes * Math.max(1, options.detailsPerOutcome));
        const portfolio = generatePortfolio(made, {
          words: 0,
          artifacts,
          pointersPerDetail,
          complete: true,
          seed: options.seed,
        });
        assert.ok(evaluate(made, portfolio).every(({ state }) => state === 'done'));
      },
    ),
    { numRuns: 30 },
  );
});

test('a portfolio has exactly the size asked for, the same each time, and another for another seed', () => {
  const made = valueOf(parseCredential(generateCredential({ outcomes: 3, detailsPerOutcome: 2 })));
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 3000 }),
      fc.nat(20),
      fc.integer({ min: 0, max: 4 }),
      (words, artifacts, pointersPerDetail) => {
        const options = { words, artifacts, pointersPerDetail };
        const portfolio = generatePortfolio(made, options);
        for (const text of portfolio.narratives) {
          assert.equal(
            countText(text, narrativeOf(made, text.part === 'p-overview' ? 'overview' : 'reflection')).words,
            words,
          );
          assert.deepEqual(
            Object.keys(text.seen),
            text.text.content.map(({ id }) => id),
          );
        }
        assert.equal(portfolio.artifacts.length, artifacts);
        for (const { pointers } of portfolio.evidence) assert.equal(pointers.length, artifacts ? pointersPerDetail : 0);
        assert.deepEqual(portfolio.attestations, []);
        assert.deepEqual(generatePortfolio(made, options), portfolio);
        assert.notDeepEqual(generatePortfolio(made, { ...options, seed: 2 }), portfolio);
      },
    ),
    { numRuns: 30 },
  );
});

test('made files are of the kind they are called; the bad ones are found out', () => {
  const kinds = (
    [
      ['a.pdf', makePdf({ pages: 3, labels: ['i', 'ii', '1'] })],
      ['a.png', makePng(300, 200)],
      ['a.jpg', makeJpeg(101, 33)],
      ['a.wav', makeWav(1)],
      ['a.txt', makeText()],
      ['a.docx', makeDocx(['Heading', 'Text & <more>'])],
    ] as const
  ).map(([name, bytes]) => sniffKind(bytes, name).kind);
  assert.deepEqual(kinds, ['pdf', 'image', 'image', 'audio', 'text', 'document']);
  for (const { bytes, name } of [exeNamedPdf(), htmlNamedPng()]) {
    assert.equal(sniffKind(bytes, name).reason, 'artifact.kind-unsafe');
  }
});

test('the table of a made PDF points at its objects', () => {
  const file = Buffer.from(makePdf({ pages: 12, text: 'Bracketed (words) – and “more”' })).toString('latin1');
  const rows = [...file.matchAll(/^(\d{10}) 00000 n $/gm)].map(([, offset]) => Number(offset));
  assert.equal(rows.length, 3 + 2 * 12);
  rows.forEach((offset, at) => assert.ok(file.startsWith(`${at + 1} 0 obj`, offset)));
  assert.equal(file.slice(Number(/startxref\n(\d+)/.exec(file)?.[1])).split('\n')[0], 'xref');
});
