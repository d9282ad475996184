import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { apply, applyAll } from '../../src/model/apply.js';
import type { Change } from '../../src/model/change.js';
import { changesBetween } from '../../src/model/changes-between.js';
import { narrativeAt, type Portfolio } from '../../src/model/portfolio.js';
import { blockText } from '../../src/model/rich-text.js';
import { randomChanges } from './support/changes.js';
import { begun, made, part, strike } from './support/writing.js';

const bringTo = (from: Portfolio, to: Portfolio): Change[] =>
  changesBetween(from, to).map((draft, n) => made(`r${n}`, draft));

/** What a person sees of a portfolio: no traces of who touched what, nothing that is empty. */
const visible = (portfolio: Portfolio) => ({
  texts: Object.fromEntries(
    portfolio.narratives
      .filter(({ text }) => text.content.length)
      .map((text) => [`${text.part}/${text.prompt ?? ''}`, text.text.content]),
  ),
  artifacts: portfolio.artifacts,
  evidence: Object.fromEntries(
    portfolio.evidence
      .filter(({ explanation, pointers }) => explanation || pointers.length)
      .map(({ detail, explanation, pointers }) => [detail, { explanation, pointers }]),
  ),
  marks: Object.fromEntries(portfolio.selfAssessments.map((mark) => [mark.criterion, mark])),
  attested: Object.fromEntries(
    portfolio.attestations.filter(({ text }) => text).map(({ attestation, text }) => [attestation, text]),
  ),
});

describe('changesBetween', () => {
  it('leads from any state to any other', () => {
    fc.assert(
      fc.property(randomChanges(), randomChanges(), (one, other) => {
        const from = applyAll(begun(), one);
        const to = applyAll(begun(), other);
        const after = visible(applyAll(from, bringTo(from, to)));
        const wanted = visible(to);
        // A text beside a statement that is not there in `to` stays: words are not taken away.
        assert.deepEqual(
          to.setAside.filter(({ id }) => !applyAll(from, bringTo(from, to)).setAside.some((entry) => entry.id === id)),
          [],
        );
        assert.deepEqual(
          { ...after, attested: { ...after.attested, ...wanted.attested } },
          { ...wanted, attested: after.attested },
        );
      }),
      { numRuns: 600 },
    );
  });

  it('is empty between a state and itself', () => {
    fc.assert(
      fc.property(randomChanges(), (changes) => {
        const portfolio = applyAll(begun(), changes);
        assert.deepEqual(changesBetween(portfolio, structuredClone(portfolio)), []);
      }),
    );
  });

  it('touches nothing but what differs', () => {
    const to = apply(begun(), strike(begun(), { what: 'type', where: 1 }, 'x')!);
    const drafts = changesBetween(begun(), to);
    assert.equal(drafts.length, 1);
    assert.deepEqual(
      drafts.flatMap((draft) => (draft.kind === 'narrative' ? draft.put.map(({ block }) => block.id) : [])),
      ['two'],
    );
  });

  it('loses nothing of what another tab wrote meanwhile', () => {
    const stroke = fc.record({
      what: fc.constantFrom('type', 'split', 'insert', 'delete', 'merge', 'explain'),
      where: fc.nat(5),
    });
    fc.assert(
      fc.property(
        fc.array(stroke, { minLength: 1, maxLength: 4 }),
        fc.array(stroke, { minLength: 1, maxLength: 4 }),
        (mine, theirs) => {
          const write = (strokes: typeof mine, name: string) => {
            let view = begun();
            const changes = strokes.flatMap((one, n) => {
              const change = strike(view, one as never, `${name}${n}`);
              if (change) view = apply(view, change);
              return change ?? [];
            });
            return { view, changes };
          };
          const current = write(mine, 'm').view;
          const restore = bringTo(current, begun());
          const other = write(theirs, 't');
          // The other tab saw `begun` only, and its changes come between the look and the restoring.
          const merged = applyAll(applyAll(current, other.changes), restore);
          const kept = new Set([
            ...merged.narratives.flatMap(({ text }) => text.content.map(blockText)),
            ...merged.evidence.map(({ explanation }) => explanation),
            ...merged.setAside.map(({ content }) =>
              content.kind === 'block' ? blockText(content.block) : content.kind === 'text' ? content.text : '',
            ),
          ]);
          const theirText = narrativeAt(other.view, { part })!;
          for (const block of theirText.text.content) {
            if (theirText.seen[block.id]?.startsWith('t'))
              assert.ok(kept.has(blockText(block)), `lost: ${blockText(block)}`);
          }
          for (const { seen, explanation } of other.view.evidence)
            if (seen?.startsWith('t')) assert.ok(kept.has(explanation), explanation);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('moves artifacts without writing over what another tab says of them', () => {
    const artifact = (id: string) => ({ id, part: 'p', title: id, url: 'https://example.org/' });
    const from = applyAll(
      begun(),
      ['a', 'b'].map((id) => made(`add-${id}`, { kind: 'artifact-add', artifact: artifact(id) })),
    );
    const to = { ...from, artifacts: from.artifacts.toReversed() };
    const meanwhile = apply(from, made('t', { kind: 'artifact-edit', artifact: 'a', set: { title: 'Agenda' } }));
    const merged = applyAll(meanwhile, bringTo(from, to));
    assert.deepEqual(
      merged.artifacts.map(({ title }) => title),
      ['b', 'Agenda'],
    );
  });

  it('brings the words beside a statement, and never a signature', () => {
    const to = apply(
      begun(),
      made('s', { kind: 'attestation-sign', attestation: 'ai', signed: true, text: 'For spelling.' }),
    );
    const after = applyAll(begun(), bringTo(begun(), to));
    assert.deepEqual(
      after.attestations.map(({ signed, text }) => [signed, text]),
      [[false, 'For spelling.']],
    );
  });
});
