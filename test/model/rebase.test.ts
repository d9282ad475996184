import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { apply } from '../../src/model/apply.js';
import type { Credential } from '../../src/model/credential.js';
import { evaluate } from '../../src/model/evaluate.js';
import { parseCredential, parsePortfolio } from '../../src/model/parse.js';
import type { Portfolio, SetAside } from '../../src/model/portfolio.js';
import { blockText } from '../../src/model/rich-text.js';
import { compareCredentials, gonePlaces, strayPlaces } from '../../src/model/rebase.js';
import { generateCredential, generatePortfolio } from '../fixtures/generate.js';
import { at, made, paragraph, pin } from './support/writing.js';

function credentialOf(seed: number): Credential {
  const parsed = parseCredential(generateCredential({ outcomes: 3, detailsPerOutcome: 2, seed }));
  assert.ok(parsed.ok);
  return parsed.value;
}
const workOn = (credential: Credential): Portfolio =>
  generatePortfolio(credential, { words: 30, artifacts: 3, pointersPerDetail: 2, complete: true });

const revise = (portfolio: Portfolio, from: Credential, to: Credential): Portfolio =>
  apply(
    portfolio,
    made('rev', { kind: 'credential-revise', credential: { ...pin, version: '2' }, gone: gonePlaces(from, to) }),
  );

/** One way to revise a credential. */
const edits: Record<string, (credential: Credential) => void> = {
  'drops an outcome': (c) => void c.outcomes.pop(),
  'drops a detail': (c) => void c.outcomes[0]!.details.pop(),
  'drops the last details of an outcome': (c) => (c.outcomes[1]!.details = []),
  'names a detail anew': (c) => (c.outcomes[0]!.details[0]!.id = 'd-new'),
  'drops the reflection': (c) => (c.parts = c.parts.filter(({ id }) => id !== 'p-reflection')),
  'drops the evidence': (c) => (c.parts = c.parts.filter(({ kind }) => kind !== 'evidence')),
  'names the evidence part anew': (c) => c.parts.forEach((part) => part.kind === 'evidence' && (part.id = 'p-proof')),
  'narrows the evidence': (c) =>
    c.parts.forEach((part) => part.kind === 'evidence' && (part.outcomes = [c.outcomes[0]!.id])),
  'asks for a text per prompt': (c) =>
    c.parts.forEach((part) => part.kind === 'narrative' && (part.layout = 'per-prompt')),
  'drops criteria': (c) => void c.rubric!.criteria.splice(0, 2),
  'drops the rubric': (c) => delete c.rubric,
  'drops an attestation': (c) => void c.attestations.shift(),
};
const revised = (credential: Credential, names: readonly string[]): Credential => {
  const to = structuredClone(credential);
  for (const name of names) edits[name]!(to);
  return to;
};

/** Everything the person has made, by what it says; where it stands does not matter. */
function everything(portfolio: Portfolio): string[] {
  const { narratives, evidence, selfAssessments, attestations } = portfolio;
  const aside = (kind: SetAside['content']['kind']) =>
    portfolio.setAside.flatMap(({ content }) => (content.kind === kind ? [content] : []));
  const content = {
    narratives: [
      ...narratives,
      ...aside('narrative').flatMap((one) => (one.kind === 'narrative' ? [one.narrative] : [])),
    ],
    evidence: [...evidence, ...aside('evidence').flatMap((one) => (one.kind === 'evidence' ? [one.evidence] : []))],
    marks: [
      ...selfAssessments,
      ...aside('self-assessment').flatMap((one) => (one.kind === 'self-assessment' ? [one.selfAssessment] : [])),
    ],
    signed: [
      ...attestations,
      ...aside('attestation').flatMap((one) => (one.kind === 'attestation' ? [one.attestation] : [])),
    ],
  };
  return [
    ...content.narratives.flatMap(({ text }) => text.content.map(blockText)),
    ...content.evidence.flatMap(({ explanation, pointers }) => [
      explanation,
      ...pointers.map((one) => JSON.stringify(one)),
    ]),
    ...content.marks.map((mark) => JSON.stringify(mark)),
    ...content.signed.map(({ attestation, text }) => `${attestation}: ${text ?? ''}`),
    ...portfolio.artifacts.map(({ id, file }) => `${id} ${file?.id ?? ''}`),
  ].sort();
}

describe('a revised credential', () => {
  const subset = fc.subarray(Object.keys(edits));

  it('loses nothing: all is in its place or set aside', () => {
    fc.assert(
      fc.property(subset, fc.nat(50), (names, seed) => {
        const from = credentialOf(seed);
        const to = revised(from, names);
        const work = workOn(from);
        const after = revise(work, from, to);
        assert.deepEqual(everything(after), everything(work));
        assert.ok(parsePortfolio(JSON.stringify(after)).ok);
      }),
      { numRuns: 150 },
    );
  });

  it('leaves nothing where nobody would find it', () => {
    fc.assert(
      fc.property(subset, fc.nat(50), (names, seed) => {
        const from = credentialOf(seed);
        const to = revised(from, names);
        const after = revise(workOn(from), from, to);
        const stray = strayPlaces(after, to);
        assert.deepEqual(stray, undefined);
        assert.equal(
          after.setAside.length > 0,
          evaluate(to, after).some(({ id }) => id === 'set-aside'),
        );
      }),
      { numRuns: 150 },
    );
  });

  it('leaves everything as it is when only words change', () => {
    const from = credentialOf(1);
    const to = structuredClone(from);
    to.overview = 'New words.';
    to.outcomes[0]!.statement = 'New words.';
    const work = workOn(from);
    const after = revise(work, from, to);
    assert.deepEqual(
      { ...after, attestations: [] },
      { ...work, credential: { ...pin, version: '2' }, attestations: [] },
    );
    assert.ok(after.attestations.every(({ signed, cleared }) => !signed && cleared === at));
  });

  it('moves the artifacts along when their part is named anew', () => {
    const from = credentialOf(1);
    const after = revise(workOn(from), from, revised(from, ['names the evidence part anew']));
    assert.ok(after.artifacts.length > 0 && after.artifacts.every(({ part }) => part === 'p-proof'));
  });

  it('sets aside the one text of a part that now asks for a text per prompt', () => {
    const from = credentialOf(1);
    const to = revised(from, ['asks for a text per prompt']);
    assert.deepEqual(gonePlaces(from, to).prompts, [{ part: 'p-overview' }, { part: 'p-reflection' }]);
    assert.deepEqual(revise(workOn(from), from, to).narratives, []);
    const back = gonePlaces(to, from).prompts;
    assert.ok(back.length > 2 && back.every(({ prompt }) => prompt !== undefined));
  });

  it('shows the other version of a text that went with its place', () => {
    const from = credentialOf(1);
    const entry: SetAside = {
      id: 's',
      reason: 'two-versions',
      where: { part: 'p-reflection', block: 'b' },
      content: { kind: 'block', block: paragraph('b', 'Other.') },
      at,
    };
    const to = revised(from, ['drops the reflection']);
    const after = revise({ ...workOn(from), setAside: [entry] }, from, to);
    assert.deepEqual(
      after.setAside.map(({ reason }) => reason),
      ['no-place', 'no-place'],
    );
    assert.equal(evaluate(to, after).find(({ id }) => id === 'set-aside')?.findings[0]?.params['count'], 2);
  });

  it('takes in what came late from a tab that had not seen it', () => {
    const from = credentialOf(1);
    const to = revised(from, ['drops the reflection', 'drops a detail']);
    const late = made('late', {
      kind: 'narrative',
      part: 'p-reflection',
      put: [{ block: paragraph('b', 'Late words.'), after: null }],
      remove: [],
      base: {},
    });
    const after = apply(revise(workOn(from), from, to), late);
    const gone = strayPlaces(after, to)!;
    assert.deepEqual(gone.prompts, [{ part: 'p-reflection' }]);
    const kept = apply(after, made('again', { kind: 'credential-revise', credential: pin, gone }));
    assert.equal(strayPlaces(kept, to), undefined);
    assert.deepEqual(everything(kept), everything(after));
  });
});

describe('compareCredentials', () => {
  it('says nothing of what is the same', () => {
    assert.deepEqual(compareCredentials(credentialOf(1), credentialOf(1)), []);
  });

  it('says what was added, taken out and changed, in words', () => {
    const from = credentialOf(1);
    const to = structuredClone(from);
    to.overview = 'Another overview.';
    const dropped = to.outcomes[0]!.details.pop()!;
    to.outcomes[1]!.details.push({ id: 'd-new', code: '9', statement: 'Is new.' });
    const part = to.parts[0]!;
    assert.ok(part.kind === 'narrative');
    part.words = { min: 1200 };
    part.prompts[0]!.text = 'Another question?';
    to.attestations[0]!.statement = 'Another statement.';
    assert.deepEqual(compareCredentials(from, to), [
      { kind: 'changed', what: 'overview', before: from.overview, after: 'Another overview.' },
      { kind: 'added', what: 'detail', after: 'Is new.' },
      { kind: 'removed', what: 'detail', before: dropped.statement },
      {
        kind: 'changed',
        what: 'prompt',
        before: from.parts[0]!.kind === 'narrative' ? from.parts[0]!.prompts[0]!.text : '',
        after: 'Another question?',
      },
      { kind: 'changed', what: 'words', before: '1000–∞', after: '1200–∞' },
      { kind: 'changed', what: 'attestation', before: from.attestations[0]!.statement, after: 'Another statement.' },
    ]);
  });
});
