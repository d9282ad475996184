import fc from 'fast-check';
import type { Change, ChangeDraft } from '../../../src/model/change.js';
import type { Artifact } from '../../../src/model/portfolio.js';
import type { Locator } from '../../../src/model/locator.js';
import { made, paragraph, part, pin } from './writing.js';

const id = (...names: string[]) => fc.constantFrom(...names);
const words = fc.constantFrom('', 'a few words', 'other words', 'and more of them, at last');
const block = id('one', 'two', 'three', 'four', 'five');
const detail = id('d1', 'd2', 'd3');
const artifactId = id('a1', 'a2', 'a3');
const file = fc.record({
  id: id('f1', 'f2'),
  name: fc.constant('a.pdf'),
  type: fc.constant('application/pdf'),
  size: fc.nat(99),
});
const artifact: fc.Arbitrary<Artifact> = fc.record(
  { id: artifactId, part: fc.constant('p-evidence'), title: words, file, note: words },
  { requiredKeys: ['id', 'part', 'title'] },
);
const locator: fc.Arbitrary<Locator> = fc.oneof(
  fc.record({ kind: fc.constant('page' as const), page: fc.integer({ min: 1, max: 9 }) }),
  fc.record({ kind: fc.constant('time' as const), start: fc.nat(300) }),
);
const pointer = fc.record({
  id: id('n1', 'n2', 'n3'),
  artifact: artifactId,
  locators: fc.array(locator, { maxLength: 2 }),
});
const bases = fc.dictionary(block, id('c0', 'x0', 'x1', 'x2'), { maxKeys: 3 });

/** Changes of every kind but revision, with made-up bases: what a store must survive, not what a form would write. */
const draft = fc.oneof(
  fc.record({
    kind: fc.constant('narrative' as const),
    part: id(part, 'p-reflection'),
    put: fc.uniqueArray(
      fc.record({
        block: fc.tuple(block, words).map(([name, text]) => paragraph(name, text)),
        after: fc.oneof(fc.constant(null), block),
      }),
      { maxLength: 3, selector: (put) => put.block.id },
    ),
    remove: fc.constant<string[]>([]),
    base: bases,
  }),
  fc.record({
    kind: fc.constant('narrative' as const),
    part: fc.constant(part),
    put: fc.constant([]),
    remove: fc.uniqueArray(block, { maxLength: 2 }),
    base: bases,
  }),
  fc.record({ kind: fc.constant('narrative-language' as const), part: fc.constant(part), language: id('en', 'es') }),
  fc.record({ kind: fc.constant('artifact-add' as const), artifact, after: fc.oneof(fc.constant(null), artifactId) }),
  fc.record({
    kind: fc.constant('artifact-edit' as const),
    artifact: artifactId,
    set: fc.record({ title: words, note: words }, { requiredKeys: [] }),
  }),
  fc.record({ kind: fc.constant('artifact-replace' as const), artifact: artifactId, file }),
  fc.record({
    kind: fc.constant('artifact-measure' as const),
    artifact: artifactId,
    file: id('f1', 'f2'),
    facts: fc.record({ pages: fc.nat(20) }),
  }),
  fc.record({
    kind: fc.constant('artifact-move' as const),
    artifact: artifactId,
    after: fc.oneof(fc.constant(null), artifactId),
  }),
  fc.record({ kind: fc.constant('artifact-remove' as const), artifact: artifactId }),
  fc.record({
    kind: fc.constant('evidence-explain' as const),
    evidence: id('e1', 'e2'),
    detail,
    text: words,
    base: id('c1', 'x0', 'x1'),
  }),
  fc.record({ kind: fc.constant('pointer-put' as const), evidence: id('e1', 'e2'), detail, pointer }),
  fc.record({ kind: fc.constant('pointer-remove' as const), detail, pointer: id('n1', 'n2', 'n3') }),
  fc.record({
    kind: fc.constant('attestation-sign' as const),
    attestation: id('own', 'ai'),
    signed: fc.boolean(),
    text: words,
  }),
  fc.record({
    kind: fc.constant('self-assess' as const),
    criterion: id('k1', 'k2'),
    level: fc.option(id('l1', 'l2'), { nil: undefined }),
    why: words,
  }),
  fc.record({
    kind: fc.constant('credential-revise' as const),
    credential: fc.constant({ ...pin, version: '2' }),
    gone: fc.record({
      parts: fc.subarray(['p-reflection']),
      prompts: fc.constant([]),
      details: fc.subarray(['d1', 'd2']),
      criteria: fc.subarray(['k1']),
      attestations: fc.subarray(['ai']),
    }),
  }),
) as fc.Arbitrary<ChangeDraft>;

/** Any changes in any order, with ids `x0`, `x1`, … */
export const randomChanges = (maxLength = 12): fc.Arbitrary<Change[]> =>
  fc.array(draft, { maxLength }).map((drafts) => drafts.map((one, n) => made(`x${n}`, structuredClone(one))));
