import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { apply, applyAll } from '../../src/model/apply.js';
import { applicantGaps, type Facts } from '../../src/model/facts.js';
import { emptyApplicant } from '../../src/model/applicant.js';
import type { Credential, CredentialInput } from '../../src/model/credential.js';
import { evaluate } from '../../src/model/evaluate.js';
import { parseCredential } from '../../src/model/parse.js';
import { emptyPortfolio, type Artifact, type Pointer, type Portfolio } from '../../src/model/portfolio.js';
import { blocks, progressOf } from '../../src/model/requirement.js';
import { freeze } from '../../src/model/submit.js';
import { generateCredential, generatePortfolio } from '../fixtures/generate.js';
import { randomChanges } from './support/changes.js';
import { at, begun, made, paragraph, part, pin } from './support/writing.js';

function read(input: CredentialInput): Credential {
  const parsed = parseCredential(JSON.stringify(input));
  assert.ok(parsed.ok, JSON.stringify(parsed));
  return parsed.value;
}

/** A credential whose ids are those that random changes speak of. */
const small = read({
  format: 'mc-credential/1',
  id: 'urn:small',
  version: '1',
  language: 'en',
  title: 'Small',
  overview: 'Small.',
  issuer: { name: 'Us' },
  outcomes: [
    {
      id: 'o1',
      code: '1',
      statement: 'One.',
      details: [
        { id: 'd1', code: '1a', statement: 'A.' },
        { id: 'd2', code: '1b', statement: 'B.' },
      ],
    },
    { id: 'd3', code: '2', statement: 'Two.' },
  ],
  parts: [
    {
      kind: 'narrative',
      id: part,
      title: 'Overview',
      layout: 'single',
      words: { min: 5, max: 12 },
      prompts: [{ id: 'q', text: 'Which words?', kind: 'question' }],
    },
    {
      kind: 'narrative',
      id: 'p-reflection',
      title: 'Reflection',
      layout: 'per-prompt',
      words: { min: 3 },
      prompts: [
        { id: 'm1', text: 'What?', kind: 'must', words: { max: 8 } },
        { id: 'm2', text: 'So?', kind: 'must' },
        { id: 'may', text: 'Also', kind: 'may' },
      ],
    },
    {
      kind: 'evidence',
      id: 'p-evidence',
      title: 'Evidence',
      artifacts: { kinds: ['pdf', 'image'], maxBytes: 1000, min: 1, max: 2 },
      evidence: { min: 1, max: 2, explanation: { max: 6 } },
    },
  ],
  attestations: [
    { id: 'own', statement: 'Mine.' },
    { id: 'ai', statement: 'AI.', text: { label: 'How', required: true } },
  ],
  rubric: {
    levels: [
      { id: 'l1', title: 'No', meets: false },
      { id: 'l2', title: 'Yes', meets: true },
    ],
    criteria: [
      {
        id: 'k1',
        title: 'A',
        target: { detail: 'd1' },
        levels: [
          { level: 'l1', description: 'n' },
          { level: 'l2', description: 'y' },
        ],
      },
    ],
  },
});

const pdf = (id: string, more: Partial<Artifact> = {}): Artifact => ({
  id,
  part: 'p-evidence',
  title: id,
  file: {
    id: `f-${id}`,
    name: `${id}.pdf`,
    type: 'application/pdf',
    size: 9,
    sha256: id.slice(-1).repeat(64),
    pages: 4,
  },
  ...more,
});
const pointer = (more: Partial<Pointer> = {}): Pointer => ({
  id: 'n',
  artifact: 'a1',
  file: 'f-a1',
  locators: [{ kind: 'page', page: 2 }],
  ...more,
});
const text = (place: { part: string; prompt?: string }, words: string) => ({
  ...place,
  text: { type: 'doc' as const, content: [paragraph('b', words)] },
  seen: { b: 'c' },
});

/** A portfolio that lacks nothing of `small`. */
const whole = (): Portfolio => ({
  ...emptyPortfolio('pf', pin),
  narratives: [
    text({ part }, 'Five words are enough here'),
    text({ part: 'p-reflection', prompt: 'm1' }, 'This happened.'),
    text({ part: 'p-reflection', prompt: 'm2' }, 'It helped.'),
  ],
  artifacts: [pdf('a1')],
  evidence: ['d1', 'd2', 'd3'].map((detail) => ({
    id: `e-${detail}`,
    detail,
    explanation: 'It shows it.',
    pointers: [pointer()],
  })),
  attestations: [
    { attestation: 'own', signed: true, at },
    { attestation: 'ai', signed: true, at, text: 'Not used.' },
  ],
});

const codesOf = (portfolio: Portfolio, facts?: Facts) =>
  evaluate(small, portfolio, facts).flatMap(({ findings }) => findings.map(({ code }) => code));
const withPointer = (more: Partial<Pointer>) => ({
  ...whole(),
  evidence: whole().evidence.with(0, { ...whole().evidence[0]!, pointers: [pointer(more)] }),
});
const withEvidence = (more: object) => ({
  ...whole(),
  evidence: whole().evidence.with(0, { ...whole().evidence[0]!, ...more }),
});
const withArtifacts = (...artifacts: Artifact[]) => ({ ...whole(), artifacts });
const withFile = (more: object) => withArtifacts(pdf('a1', { file: { ...pdf('a1').file!, ...more } }));
const aside = (where: object, reason: 'two-versions' | 'no-place' = 'two-versions') => ({
  ...whole(),
  setAside: [{ id: 's', reason, where, content: { kind: 'text' as const, text: 'Other.' }, at }],
});

/** For each code a portfolio that has nothing else wrong, and the requirement that it stands at. */
const cases: [code: string, at: string, portfolio: Portfolio, facts?: Facts][] = [
  [
    'words.below-minimum',
    `narrative/${part}`,
    { ...whole(), narratives: whole().narratives.with(0, text({ part }, 'Too few')) },
  ],
  [
    'words.above-maximum',
    `narrative/${part}`,
    { ...whole(), narratives: whole().narratives.with(0, text({ part }, 'a '.repeat(13))) },
  ],
  [
    'words.above-maximum',
    'narrative/p-reflection/m1',
    {
      ...whole(),
      narratives: whole().narratives.with(1, text({ part: 'p-reflection', prompt: 'm1' }, 'a '.repeat(9))),
    },
  ],
  ['words.above-maximum', 'detail/p-evidence/d1', withEvidence({ explanation: 'a '.repeat(7) })],
  ['draft.two-versions', `narrative/${part}`, aside({ part, block: 'b' })],
  ['draft.two-versions', 'narrative/p-reflection/m2', aside({ part: 'p-reflection', prompt: 'm2', block: 'b' })],
  ['draft.two-versions', 'detail/p-evidence/d2', aside({ detail: 'd2' })],
  ['draft.set-aside', 'set-aside', aside({ detail: 'gone' }, 'no-place')],
  ['evidence.pointer-missing', 'detail/p-evidence/d1', withEvidence({ pointers: [] })],
  [
    'evidence.too-many',
    'detail/p-evidence/d1',
    withEvidence({ pointers: ['1', '2', '3'].map((id) => pointer({ id })) }),
  ],
  ['evidence.explanation-missing', 'detail/p-evidence/d1', withEvidence({ explanation: ' ' })],
  ['evidence.artifact-missing', 'detail/p-evidence/d1', withPointer({ artifact: 'gone' })],
  ['evidence.locator-missing', 'detail/p-evidence/d1', withPointer({ locators: [] })],
  ['evidence.locator-not-specific', 'detail/p-evidence/d1', withPointer({ locators: [{ kind: 'whole' }] })],
  ['evidence.locator-out-of-range', 'detail/p-evidence/d1', withPointer({ locators: [{ kind: 'page', page: 5 }] })],
  [
    'evidence.locator-out-of-range',
    'detail/p-evidence/d1',
    withPointer({ locators: [{ kind: 'page', page: 4 }] }),
    { measured: new Map([['f-a1', { pages: 3 }]]) },
  ],
  ['evidence.locator-reversed', 'detail/p-evidence/d1', withPointer({ locators: [{ kind: 'page', page: 3, to: 2 }] })],
  ['evidence.file-replaced', 'detail/p-evidence/d1', withPointer({ file: 'older' })],
  [
    'artifact.too-many',
    'artifacts/p-evidence',
    {
      ...withArtifacts(pdf('a1'), pdf('a2'), pdf('a3')),
      evidence: ['d1', 'd2', 'd3'].map((detail, n) => ({
        id: detail,
        detail,
        explanation: 'It.',
        pointers: [pointer({ artifact: `a${n + 1}`, file: `f-a${n + 1}` })],
      })),
    },
  ],
  ['artifact.empty', 'artifacts/p-evidence', withFile({ size: 0 })],
  ['artifact.empty', 'artifacts/p-evidence', withArtifacts({ id: 'a1', part: 'p-evidence', title: 'a' })],
  ['artifact.kind-refused', 'artifacts/p-evidence', withFile({ type: 'text/plain', pages: 4 })],
  [
    'artifact.kind-refused',
    'artifacts/p-evidence',
    withArtifacts({ id: 'a1', part: 'p-evidence', title: 'a', url: 'https://example.org' }),
  ],
  ['artifact.kind-unknown', 'artifacts/p-evidence', withFile({ type: 'application/x-unheard-of', pages: 4 })],
  ['artifact.too-large', 'artifacts/p-evidence', withFile({ size: 1001 })],
  ['artifact.bytes-missing', 'artifacts/p-evidence', whole(), { stored: new Set() }],
  ['artifact.bytes-missing', 'artifacts/p-evidence', whole(), { stored: new Set(), arrived: new Set() }],
  ['artifact.upload-incomplete', 'artifacts/p-evidence', whole(), { stored: new Set(['f-a1']), arrived: new Set() }],
  ['artifact.upload-incomplete', 'artifacts/p-evidence', withFile({ sha256: undefined })],
  ['artifact.permission-missing', 'artifacts/p-evidence', withArtifacts(pdf('a1', { people: 'students' }))],
  ['artifact.unused', 'artifacts/p-evidence', withArtifacts(pdf('a1'), pdf('a2'))],
  [
    'artifact.added-already',
    'artifacts/p-evidence',
    {
      ...withArtifacts(pdf('a1'), pdf('a2', { file: { ...pdf('a1').file!, id: 'f-a2' } })),
      evidence: ['d1', 'd2', 'd3'].map((detail, n) => ({
        id: detail,
        detail,
        explanation: 'It.',
        pointers: [pointer({ artifact: `a${(n % 2) + 1}`, file: `f-a${(n % 2) + 1}` })],
      })),
    },
  ],
  ['attestation.unsigned', 'attestation/own', { ...whole(), attestations: whole().attestations.slice(1) }],
  [
    'attestation.cleared',
    'attestation/own',
    { ...whole(), attestations: whole().attestations.with(0, { attestation: 'own', signed: false, at, cleared: at }) },
  ],
  [
    'attestation.text-missing',
    'attestation/ai',
    { ...whole(), attestations: whole().attestations.with(1, { attestation: 'ai', signed: true, at, text: ' ' }) },
  ],
  [
    'applicant.field-missing',
    'applicant',
    whole(),
    { applicantGaps: applicantGaps({ ...emptyApplicant('pf'), name: 'A' }, undefined) },
  ],
];
const advice = new Set([
  'draft.set-aside',
  'evidence.file-replaced',
  'artifact.permission-missing',
  'artifact.unused',
  'artifact.added-already',
]);

describe('evaluate', () => {
  it('finds nothing in a whole portfolio', () => {
    assert.deepEqual(codesOf(whole()), []);
    assert.deepEqual(codesOf(whole(), { stored: new Set(['f-a1']), arrived: new Set(['f-a1']) }), []);
    assert.deepEqual(
      codesOf(whole(), { stored: new Set(), arrived: new Set(['f-a1']) }),
      [],
      'what has arrived need not be here',
    );
    assert.ok(progressOf(evaluate(small, whole())).ready);
  });

  for (const [code, where, portfolio, facts] of cases) {
    it(`finds ${code} at ${where}`, () => {
      const found = evaluate(small, portfolio, facts).flatMap(({ findings }) => findings);
      assert.deepEqual(
        found.map((finding) => [finding.code, finding.at]),
        [[code, where]],
      );
      assert.equal(found[0]?.severity, advice.has(code) ? 'advice' : 'blocks');
    });
  }

  it('finds too few artifacts, and what pointed to them', () => {
    const found = codesOf(withArtifacts());
    assert.deepEqual(found, ['artifact.too-few', ...Array<string>(3).fill('evidence.artifact-missing')]);
  });

  it('has no code that is not found here', () => {
    const folder = join(import.meta.dirname, '..', '..', 'src', 'model');
    const sources = readdirSync(folder).filter((name) => /^(evaluate|word-limits|locator\.ts)/.test(name));
    const codes = sources.flatMap(
      (name) =>
        readFileSync(join(folder, name), 'utf8').match(
          /(?<=')(words|draft|evidence|artifact|attestation|applicant)\.[a-z-]+(?=')/g,
        ) ?? [],
    );
    const tested = new Set([...cases.map(([code]) => code), 'artifact.too-few']);
    assert.ok(codes.length > 15);
    assert.deepEqual(
      [...new Set(codes)].filter((code) => !tested.has(code)),
      [],
    );
  });

  it('goes through the requirements in the order of the credential', () => {
    assert.deepEqual(
      evaluate(small, emptyPortfolio('pf', pin)).map(({ id, state }) => [id, state]),
      [
        [`narrative/${part}`, 'todo'],
        ['narrative/p-reflection/m1', 'todo'],
        ['narrative/p-reflection/m2', 'todo'],
        ['narrative/p-reflection', 'todo'],
        ['artifacts/p-evidence', 'todo'],
        ['detail/p-evidence/d1', 'todo'],
        ['detail/p-evidence/d2', 'todo'],
        ['detail/p-evidence/d3', 'todo'],
        ['self-assessment', 'todo'],
        ['attestation/own', 'todo'],
        ['attestation/ai', 'todo'],
      ],
    );
  });

  it('does not count a heading that is still the question', () => {
    const question = {
      type: 'heading' as const,
      id: 'h',
      level: 1 as const,
      prompt: 'q',
      content: [{ type: 'text' as const, text: 'Which words?' }],
    };
    const narrative = text({ part }, 'Four words stand here');
    const withHeading = { ...narrative, text: { ...narrative.text, content: [question, ...narrative.text.content] } };
    assert.deepEqual(codesOf({ ...whole(), narratives: whole().narratives.with(0, withHeading) }), [
      'words.below-minimum',
    ]);
  });

  it('never waits for the self-assessment', () => {
    for (const selfAssessments of [
      [],
      [{ criterion: 'k1' }],
      [{ criterion: 'k1', level: 'l1' }],
      [{ criterion: 'gone', level: 'l2' }],
    ]) {
      const requirements = evaluate(small, { ...whole(), selfAssessments });
      const self = requirements.find(({ id }) => id === 'self-assessment')!;
      assert.ok(self.optional && !blocks(self));
      assert.ok(progressOf(requirements).ready);
    }
  });

  it('finds nothing that blocks in a complete portfolio of any size, which can be frozen with all its files', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), fc.nat(4), fc.nat(1000), (outcomes, detailsPerOutcome, seed) => {
        const credential = read(generateCredential({ outcomes, detailsPerOutcome, seed }));
        const portfolio = generatePortfolio(credential, {
          words: 20,
          artifacts: 3,
          pointersPerDetail: 1,
          complete: true,
          seed,
        });
        const requirements = evaluate(credential, portfolio);
        assert.deepEqual(requirements.filter(blocks), []);
        const submission = freeze(credential, portfolio, requirements, { id: 's', attempt: 1, at });
        assert.equal(submission.files.length, portfolio.artifacts.filter(({ file }) => file).length);
        assert.ok(submission.words.counts.every(({ words }) => words >= 500));
      }),
      { numRuns: 20 },
    );
  });
});

describe('evaluate, change by change', () => {
  it('comes to the same as from scratch', () => {
    fc.assert(
      fc.property(randomChanges(20), (changes) => {
        let portfolio = begun();
        for (const change of changes) {
          portfolio = apply(portfolio, change);
          const fresh = evaluate(structuredClone(small), structuredClone(portfolio));
          assert.deepEqual(evaluate(small, portfolio), fresh);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('keeps every requirement that says the same', () => {
    fc.assert(
      fc.property(randomChanges(20), (changes) => {
        let portfolio = begun();
        let before = evaluate(small, portfolio);
        for (const change of changes) {
          portfolio = apply(portfolio, change);
          const after = evaluate(small, portfolio);
          for (const requirement of after) {
            const same = before.find(({ id }) => id === requirement.id);
            const says = JSON.stringify(requirement);
            if (same && JSON.stringify(same) === says && !/^(narrative|attestation)/.test(requirement.id))
              assert.equal(requirement, same, `${change.kind}: ${says}`);
          }
          before = after;
        }
      }),
      { numRuns: 200 },
    );
  });

  describe('of 500 details', () => {
    const credential = read(generateCredential({ outcomes: 50, detailsPerOutcome: 10 }));
    const portfolio = generatePortfolio(credential, {
      words: 2000,
      artifacts: 20,
      pointersPerDetail: 2,
      complete: true,
    });
    const facts = (): Facts => ({ applicantGaps: ['email'] });
    const changedBy = (change: Parameters<typeof apply>[1]) => {
      const unsigned = { ...portfolio, attestations: [] };
      const before = new Set(evaluate(credential, unsigned, facts()));
      return evaluate(credential, apply(unsigned, change), facts())
        .filter((requirement) => !before.has(requirement))
        .map(({ id }) => id);
    };
    const narrative = portfolio.narratives[0]!;
    const block = narrative.text.content.find(({ type }) => type === 'paragraph')!;
    const { id: evidence, detail, explanation, seen } = portfolio.evidence[250]!;

    it('a word in a narrative wakes one requirement', () => {
      const put = [{ block: paragraph(block.id, 'One word more than there was.') }];
      assert.deepEqual(
        changedBy(made('x', { kind: 'narrative', part: narrative.part, put, remove: [], base: narrative.seen })),
        [`narrative/${narrative.part}`],
      );
    });

    it('an explanation that is emptied wakes one requirement', () => {
      assert.deepEqual(changedBy(made('x', { kind: 'evidence-explain', evidence, detail, text: '', base: seen })), [
        `detail/p-evidence/${detail}`,
      ]);
      assert.ok(explanation.length > 0);
    });

    it("a letter in an artifact's title wakes none", () => {
      assert.deepEqual(
        changedBy(
          made('x', { kind: 'artifact-edit', artifact: portfolio.artifacts[0]!.id, set: { title: 'Another title' } }),
        ),
        [],
      );
    });

    it('a signature wakes one requirement', () => {
      assert.deepEqual(changedBy(made('x', { kind: 'attestation-sign', attestation: 'own-work', signed: true })), [
        'attestation/own-work',
      ]);
    });
  });

  it('is not confused by two portfolios on one credential', () => {
    const other = applyAll(begun(), [
      made('x', { kind: 'evidence-explain', evidence: 'e', detail: 'd2', text: 'Words.' }),
    ]);
    const [one, two] = [whole(), other].map((portfolio) =>
      evaluate(structuredClone(small), structuredClone(portfolio)),
    );
    for (let n = 0; n < 3; n += 1) {
      assert.deepEqual(evaluate(small, whole()), one);
      assert.deepEqual(evaluate(small, other), two);
    }
  });
});
