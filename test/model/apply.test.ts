import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { apply, applyAll } from '../../src/model/apply.js';
import type { Change } from '../../src/model/change.js';
import { emptyPortfolio, evidenceFor, narrativeAt, type Artifact, type Portfolio } from '../../src/model/portfolio.js';
import { at, begun, deepFreeze, made, paragraph, part, pin, strike } from './support/writing.js';
import { randomChanges } from './support/changes.js';

const empty = () => emptyPortfolio('pf', pin);
const later = '2026-11-22T15:00:00Z';

const artifact = (id: string, more: Partial<Artifact> = {}): Artifact => ({
  id,
  part: 'p-evidence',
  title: `Artifact ${id}`,
  file: { id: `f-${id}`, name: `${id}.pdf`, type: 'application/pdf', size: 9 },
  ...more,
});

/** Work with two artifacts, a pointer into the first, and one signed statement. */
const signed = (): Portfolio =>
  applyAll(begun(), [
    made('s1', { kind: 'artifact-add', artifact: artifact('a1') }),
    made('s2', { kind: 'artifact-add', artifact: artifact('a2') }),
    made('s3', {
      kind: 'pointer-put',
      evidence: 'e1',
      detail: 'd1',
      pointer: { id: 'n1', artifact: 'a1', file: 'f-a1', locators: [{ kind: 'page', page: 3 }] },
    }),
    made('s4', { kind: 'attestation-sign', attestation: 'own', signed: true, text: 'Drafted by hand.' }),
  ]);

describe('apply', () => {
  it('writes into nothing that it is given', () => {
    fc.assert(
      fc.property(randomChanges(), (changes) => {
        let portfolio = deepFreeze(begun());
        for (const change of deepFreeze(changes)) portfolio = deepFreeze(apply(portfolio, change));
      }),
      { numRuns: 500 },
    );
  });

  it('gives the same for the same', () => {
    fc.assert(
      fc.property(randomChanges(), (changes) => {
        assert.deepEqual(applyAll(begun(), structuredClone(changes)), applyAll(begun(), changes));
      }),
    );
  });

  it('is not changed by the same change coming twice in a row', () => {
    fc.assert(
      fc.property(randomChanges(), (changes) => {
        let portfolio = begun();
        for (const change of changes) {
          portfolio = apply(portfolio, change);
          assert.deepEqual(apply(portfolio, structuredClone(change)), portfolio);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('keeps the identity of texts and evidence that a change does not touch', () => {
    fc.assert(
      fc.property(randomChanges(), (changes) => {
        let before = begun();
        for (const change of changes) {
          const after = apply(before, change);
          if (change.kind !== 'credential-revise') {
            const touched =
              'part' in change ? `${change.part}/${'prompt' in change ? (change.prompt ?? '') : ''}` : undefined;
            for (const text of before.narratives) {
              if (`${text.part}/${text.prompt ?? ''}` !== touched)
                assert.ok(after.narratives.includes(text), change.kind);
            }
            for (const entry of before.evidence) {
              if (!('detail' in change) || change.detail !== entry.detail)
                assert.ok(after.evidence.includes(entry), change.kind);
            }
          }
          before = after;
        }
      }),
      { numRuns: 500 },
    );
  });

  it('keeps the blocks of a text that a change does not touch', () => {
    const before = begun();
    const after = apply(before, strike(before, { what: 'type', where: 1 }, 'k')!);
    const [old, fresh] = [before, after].map((portfolio) => narrativeAt(portfolio, { part })!.text.content);
    assert.deepEqual(
      fresh!.map((block, n) => block === old![n]),
      [true, false, true, true],
    );
  });

  it('comes to the same in either order for independent places', () => {
    const [one, two] = [{ part: 'p1' }, { part: 'p2', prompt: 'q' }];
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), (a, b) => {
        const x = made('x', {
          kind: 'narrative',
          ...one,
          put: [{ block: paragraph('b1', a), after: null }],
          remove: [],
          base: {},
        });
        const y = made('y', {
          kind: 'narrative',
          ...two,
          put: [{ block: paragraph('b1', b), after: null }],
          remove: [],
          base: {},
        });
        const z = made('z', { kind: 'evidence-explain', evidence: 'e', detail: 'd', text: a });
        const w = made('w', { kind: 'evidence-explain', evidence: 'f', detail: 'dd', text: b });
        const sorted = (portfolio: Portfolio) => ({
          ...portfolio,
          narratives: portfolio.narratives.toSorted((m, n) => (m.part < n.part ? -1 : 1)),
          evidence: portfolio.evidence.toSorted((m, n) => (m.detail < n.detail ? -1 : 1)),
        });
        const orders = [
          [x, y, z, w],
          [w, z, y, x],
          [y, w, x, z],
        ].map((order) => sorted(applyAll(empty(), order)));
        assert.deepEqual(orders[1], orders[0]);
        assert.deepEqual(orders[2], orders[0]);
        assert.deepEqual(orders[0]!.setAside, []);
      }),
    );
  });

  it('leaves a portfolio the very same object when a change fits nowhere', () => {
    const portfolio = signed();
    const nowhere: Change[] = [
      made('u1', { kind: 'narrative', part: 'new', put: [], remove: ['gone'], base: {} }),
      made('u2', { kind: 'narrative', part, put: [], remove: ['gone'], base: { gone: 'c' } }),
      made('u3', { kind: 'artifact-edit', artifact: 'gone', set: { title: 'x' } }),
      made('u4', { kind: 'artifact-replace', artifact: 'gone', file: { id: 'f', name: 'f', type: 't/t', size: 1 } }),
      made('u5', { kind: 'artifact-measure', artifact: 'gone', file: 'f', facts: { pages: 2 } }),
      made('u6', { kind: 'artifact-measure', artifact: 'a1', file: 'another file', facts: { pages: 2 } }),
      made('u7', { kind: 'artifact-move', artifact: 'gone', after: null }),
      made('u8', { kind: 'artifact-remove', artifact: 'gone' }),
      made('u9', { kind: 'pointer-remove', detail: 'gone', pointer: 'n1' }),
      made('u10', { kind: 'pointer-remove', detail: 'd1', pointer: 'gone' }),
      made('u11', { kind: 'set-aside-settle', setAside: 'gone' }),
      made('u12', { kind: 'self-assess', criterion: 'gone' }),
      made('u13', { kind: 'artifact-edit', artifact: 'a1', set: { title: 'Artifact a1' } }),
    ];
    for (const change of nowhere) assert.equal(apply(portfolio, change), portfolio, change.id);
  });

  it('keeps a language that is chosen before the first word', () => {
    const portfolio = apply(empty(), made('l', { kind: 'narrative-language', part, language: 'es' }));
    assert.equal(narrativeAt(portfolio, { part })?.language, 'es');
  });

  it('keeps fields that it does not know', () => {
    const block = { ...paragraph('b', 'Words.'), dir: 'rtl' };
    const portfolio = applyAll({ ...begun(), colour: 'green' } as Portfolio, [
      made('k1', { kind: 'narrative', part: 'p9', put: [{ block, after: null }], remove: [], base: {} }),
      made('k2', { kind: 'artifact-add', artifact: { ...artifact('a9'), shelf: 'top' } as Artifact }),
      made('k3', { kind: 'artifact-edit', artifact: 'a9', set: { title: 'New' } }),
    ]);
    assert.equal((portfolio as unknown as { colour: string }).colour, 'green');
    assert.deepEqual(narrativeAt(portfolio, { part: 'p9' })?.text.content, [block]);
    assert.deepEqual(portfolio.artifacts.at(-1), { ...artifact('a9'), shelf: 'top', title: 'New' });
  });
});

describe('attestations', () => {
  const entryOf = (portfolio: Portfolio) => portfolio.attestations.find(({ attestation }) => attestation === 'own');

  it('are cleared when the work changes after them, with the time, and keep their words', () => {
    const change = { ...strike(signed(), { what: 'type', where: 0 }, 'w')!, at: later };
    assert.deepEqual(entryOf(apply(signed(), change)), {
      attestation: 'own',
      signed: false,
      at,
      text: 'Drafted by hand.',
      cleared: later,
    });
  });

  it('stay when a file is measured, an artifact moved, or oneself assessed', () => {
    const portfolio = applyAll(signed(), [
      made('m1', { kind: 'artifact-measure', artifact: 'a1', file: 'f-a1', facts: { pages: 4 } }),
      made('m2', { kind: 'artifact-move', artifact: 'a2', after: null }),
      made('m3', { kind: 'self-assess', criterion: 'k1', level: 'l2' }),
      made('m4', { kind: 'narrative-language', part, language: 'es' }),
    ]);
    assert.equal(entryOf(portfolio)?.signed, true);
    assert.equal(portfolio.artifacts[0]?.id, 'a2');
    assert.equal(portfolio.artifacts[1]?.file?.pages, 4);
  });

  it('are cleared by a revised credential', () => {
    const gone = { parts: [], prompts: [], details: [], criteria: [], attestations: [] };
    const portfolio = apply(
      signed(),
      made('r', { kind: 'credential-revise', credential: { ...pin, version: '2' }, gone }),
    );
    assert.equal(entryOf(portfolio)?.signed, false);
  });

  it('still say that they were cleared while their words are typed, and no more once signed', () => {
    const cleared = apply(signed(), strike(signed(), { what: 'type', where: 0 }, 'w')!);
    const typed = apply(
      cleared,
      made('t', { kind: 'attestation-sign', attestation: 'own', signed: false, text: 'By' }),
    );
    assert.equal(entryOf(typed)?.cleared, at);
    const again = apply(typed, made('t2', { kind: 'attestation-sign', attestation: 'own', signed: true }));
    assert.deepEqual(entryOf(again), { attestation: 'own', signed: true, at, text: 'By' });
  });
});

describe('artifacts and pointers', () => {
  it('come back with everything that pointed to them', () => {
    const before = signed();
    const removed = apply(before, made('x1', { kind: 'artifact-remove', artifact: 'a1' }));
    assert.deepEqual(
      removed.artifacts.map(({ id }) => id),
      ['a2'],
    );
    assert.deepEqual(removed.evidence, before.evidence);
    const back = apply(removed, made('x2', { kind: 'artifact-add', artifact: before.artifacts[0]!, after: null }));
    assert.deepEqual(back.artifacts, before.artifacts);
    assert.deepEqual(back.evidence, before.evidence);
  });

  it('keep their place when a file is replaced, and pointers remember the file they were checked against', () => {
    const file = { id: 'f2', name: 'b.pdf', type: 'application/pdf', size: 7 };
    const portfolio = apply(signed(), made('x', { kind: 'artifact-replace', artifact: 'a1', file }));
    assert.deepEqual(portfolio.artifacts[0]?.file, file);
    assert.equal(evidenceFor(portfolio, 'd1')?.pointers[0]?.file, 'f-a1');
  });

  it('begin one evidence for a detail, whoever was first', () => {
    const pointer = (id: string) => ({ id, artifact: 'a1', locators: [] });
    const portfolio = applyAll(empty(), [
      made('x', { kind: 'pointer-put', evidence: 'mine', detail: 'd', pointer: pointer('1') }),
      made('y', { kind: 'pointer-put', evidence: 'yours', detail: 'd', pointer: pointer('2') }),
    ]);
    assert.deepEqual(
      portfolio.evidence.map(({ id, pointers }) => [id, pointers.map((one) => one.id)]),
      [['mine', ['1', '2']]],
    );
  });
});

describe('self-assessment', () => {
  it('changes in place, and goes when nothing is left of it', () => {
    const marked = applyAll(empty(), [
      made('1', { kind: 'self-assess', criterion: 'k1', level: 'l1', why: 'So.' }),
      made('2', { kind: 'self-assess', criterion: 'k2', level: 'l1' }),
      made('3', { kind: 'self-assess', criterion: 'k1', level: 'l2' }),
    ]);
    assert.deepEqual(marked.selfAssessments, [
      { criterion: 'k1', level: 'l2' },
      { criterion: 'k2', level: 'l1' },
    ]);
    assert.deepEqual(apply(marked, made('4', { kind: 'self-assess', criterion: 'k1' })).selfAssessments, [
      { criterion: 'k2', level: 'l1' },
    ]);
  });
});

describe('what is set aside', () => {
  it('goes when the person has decided', () => {
    const [a, b] = ['a', 'b'].map((token) => strike(begun(), { what: 'type', where: 0 }, token)!);
    const two = applyAll(begun(), [a!, b!]);
    assert.equal(two.setAside.length, 1);
    assert.deepEqual(apply(two, made('s', { kind: 'set-aside-settle', setAside: two.setAside[0]!.id })).setAside, []);
  });

  it('does not grow when two writers wrote the same', () => {
    const draft = {
      kind: 'narrative',
      part,
      put: [{ block: paragraph('one', 'Same.') }],
      remove: [],
      base: { one: 'c0' },
    } as const;
    assert.deepEqual(applyAll(begun(), [made('a', draft as never), made('b', draft as never)]).setAside, []);
  });

  it('does not grow when a paragraph that another moved is written on', () => {
    const move = made('m', {
      kind: 'narrative',
      part,
      put: [{ block: paragraph('one', 'Paragraph one.'), after: 'four' }],
      remove: [],
      base: { one: 'c0' },
    });
    const type = strike(begun(), { what: 'type', where: 0 }, 't')!;
    for (const order of [[move, type]]) assert.deepEqual(applyAll(begun(), order).setAside, []);
  });
});
