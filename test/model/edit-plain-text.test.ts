import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { apply } from '../../src/model/apply.js';
import type { Prompt } from '../../src/model/credential.js';
import { editPlainText, plainTextOf } from '../../src/model/edit-plain-text.js';
import { emptyPortfolio, narrativeAt, type NarrativeText, type Portfolio } from '../../src/model/portfolio.js';
import { blockText, type Block } from '../../src/model/rich-text.js';
import { made, paragraph, part, pin } from './support/writing.js';

const prompts: Prompt[] = [{ id: 'q1', text: 'How did you lead?', kind: 'question' }];
let fresh = 0;
const newId = () => `n${(fresh += 1)}`;

const textOf = (content: Block[]): NarrativeText => ({
  part,
  text: { type: 'doc', content },
  seen: Object.fromEntries(content.map(({ id }) => [id, 'c0'])),
});
const portfolioOf = (text: NarrativeText): Portfolio => ({ ...emptyPortfolio('pf', pin), narratives: [text] });

function edit(text: NarrativeText, edited: string) {
  const change = editPlainText(text, edited, prompts, newId);
  const after = change
    ? apply(portfolioOf(text), made('x', { kind: 'narrative', part, ...change }))
    : portfolioOf(text);
  return { change, after: narrativeAt(after, { part })! };
}

/** What a plain text field can say: lines, in blocks set apart by one empty line. */
const normalised = (typed: string): string =>
  typed
    .replace(/\r\n?/g, '\n')
    .split(/\n[^\S\n]*(?=\n)/)
    .join('\n\n')
    .split(/\n\n+/)
    .map((words) =>
      words
        .split('\n')
        .filter((line) => line.trim() !== '')
        .join('\n'),
    )
    .filter((words) => words !== '')
    .join('\n\n');

const typed = fc
  .array(fc.constantFrom('word', ' ', '\n', '\n\n', '\r\n', '\t', 'How did you lead?', 'é', '文'))
  .map((pieces) => pieces.join(''));
const anyBlock: fc.Arbitrary<Block> = fc.tuple(fc.nat(4), typed).map(([kind, text]) => {
  const id = newId();
  const inner = { type: 'paragraph' as const, content: [{ type: 'text' as const, text }] };
  if (kind === 0) return { type: 'heading', id, level: 2, content: inner.content };
  if (kind === 1) return { type: 'bullet-list', id, items: [{ content: [inner] }, { content: [inner] }] };
  if (kind === 2) return { type: 'quote', id, content: [inner, inner] };
  return { ...inner, id };
});

describe('editPlainText', () => {
  it('makes a text read as what was typed', () => {
    fc.assert(
      fc.property(fc.array(anyBlock, { maxLength: 5 }), typed, (blocks, input) => {
        assert.equal(plainTextOf(edit(textOf(blocks), input).after), normalised(input));
      }),
      { numRuns: 1000 },
    );
  });

  it('does nothing when nothing was typed, whatever the blocks are', () => {
    fc.assert(
      fc.property(
        fc.array(
          anyBlock.filter((block) => !blockText(block).includes('\r')),
          { maxLength: 6 },
        ),
        (blocks) => {
          const text = textOf(blocks);
          assert.equal(editPlainText(text, plainTextOf(text), prompts, newId), undefined);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('costs one put for a stroke in one of many paragraphs, and leaves the others', () => {
    const content = Array.from({ length: 200 }, (_, n) => paragraph(`b${n}`, `Paragraph ${n}.`));
    const text = textOf(content);
    const { change, after } = edit(text, plainTextOf(text).replace('Paragraph 100.', 'Paragraph 100. More'));
    assert.deepEqual(change, {
      put: [{ block: paragraph('b100', 'Paragraph 100. More') }],
      remove: [],
      base: { b100: 'c0' },
    });
    after.text.content.forEach((block, n) => assert.equal(block === content[n], n !== 100));
  });

  it('keeps the id of what is split, and gives the rest a new one after it', () => {
    const { after } = edit(textOf([paragraph('a', 'One. Two.'), paragraph('z', 'End.')]), 'One.\n\nTwo.\n\nEnd.');
    const [a, b, z] = after.text.content;
    assert.deepEqual([a!.id, z!.id], ['a', 'z']);
    assert.notEqual(b!.id, 'a');
    assert.equal(blockText(b!), 'Two.');
  });

  it('keeps the first id of what is joined', () => {
    const { change, after } = edit(textOf([paragraph('a', 'One.'), paragraph('b', 'Two.')]), 'One. Two.');
    assert.deepEqual(after.text.content, [paragraph('a', 'One. Two.')]);
    assert.deepEqual(change?.remove, ['b']);
    assert.deepEqual(change?.base, { a: 'c0', b: 'c0' });
  });

  it('puts new paragraphs where they were typed', () => {
    const { after } = edit(
      textOf([paragraph('a', 'One.'), paragraph('b', 'Two.')]),
      'Zero.\n\nOne.\n\nOne and a half.\n\nTwo.\n\nThree.',
    );
    assert.equal(plainTextOf(after), 'Zero.\n\nOne.\n\nOne and a half.\n\nTwo.\n\nThree.');
  });

  it('leaves blocks that plain text cannot show as they are while others are edited', () => {
    const list: Block = {
      type: 'bullet-list',
      id: 'l',
      items: [{ content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Item' }] }] }],
    };
    const content = [paragraph('empty', ''), list, paragraph('b', 'Two.')];
    const text = textOf(content);
    const { after } = edit(text, plainTextOf(text).replace('Two.', 'Two!'));
    assert.equal(after.text.content[0], content[0]);
    assert.equal(after.text.content[1], list);
  });

  it('makes a question that is copied word for word the heading of its answer', () => {
    const { after } = edit(textOf([]), 'How did you lead?\n\nBy listening.');
    const [heading, answer] = after.text.content;
    assert.deepEqual(heading, {
      type: 'heading',
      id: heading!.id,
      level: 1,
      prompt: 'q1',
      content: [{ type: 'text', text: 'How did you lead?' }],
    });
    assert.equal(answer?.type, 'paragraph');
  });

  it('keeps lines of a paragraph apart', () => {
    const { after } = edit(textOf([]), 'One\nTwo');
    assert.deepEqual(after.text.content[0], {
      type: 'paragraph',
      id: after.text.content[0]!.id,
      content: [{ type: 'text', text: 'One' }, { type: 'hard-break' }, { type: 'text', text: 'Two' }],
    });
  });

  it('begins a text that was not there', () => {
    const change = editPlainText(undefined, 'First words.', [], () => 'n');
    assert.deepEqual(change, { put: [{ block: paragraph('n', 'First words.'), after: null }], remove: [], base: {} });
  });
});
