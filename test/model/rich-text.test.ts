import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parsePortfolio } from '../../src/model/parse.js';
import { emptyPortfolio } from '../../src/model/portfolio.js';
import { blockText, plainText, type Block, type RichText } from '../../src/model/rich-text.js';
import { paragraph, part, pin } from './support/writing.js';

const words = (text: string, marks?: unknown) => ({ type: 'text', text, ...(marks !== undefined && { marks }) });
const holding = (...content: unknown[]) => ({
  ...emptyPortfolio('pf', pin),
  narratives: [{ part, seen: {}, text: { type: 'doc', content } }],
});
const faultsOf = (...content: unknown[]) => {
  const parsed = parsePortfolio(JSON.stringify(holding(...content)));
  return parsed.ok
    ? []
    : parsed.faults.map(({ path, expected, found }) => [path.replace('narratives[0].text.', ''), expected, found]);
};
const blockTypes = '"paragraph", "heading", "quote", "bullet-list" or "numbered-list"';
const inParagraph = (...content: unknown[]) => ({ type: 'paragraph', id: 'p', content });

describe('a rich text', () => {
  it('holds every kind of block and mark', () => {
    const inner = { type: 'paragraph', content: [words('Item', [{ type: 'em' }])] };
    const content = [
      inParagraph(
        words('Words', [{ type: 'strong' }, { type: 'underline' }, { type: 'link', href: 'mailto:a@example.org' }]),
        { type: 'hard-break' },
      ),
      { type: 'heading', id: 'h', level: 2, prompt: 'q', content: [] },
      { type: 'quote', id: 'q', content: [inner] },
      {
        type: 'bullet-list',
        id: 'b',
        items: [{ content: [inner, { type: 'numbered-list', items: [{ content: [inner] }] }] }],
      },
    ];
    const parsed = parsePortfolio(JSON.stringify(holding(...content)));
    assert.ok(parsed.ok);
    assert.deepEqual(parsed.value, holding(...content));
  });

  const refused: [what: string, block: unknown, path: string, expected: string, found: string][] = [
    ...[
      'javascript:alert(1)',
      'JAVASCRIPT:alert(1)',
      ' javascript:alert(1)',
      'data:text/html,x',
      'vbscript:x',
      '//example.org',
      'file:///etc',
    ].map((href): [string, unknown, string, string, string] => [
      `a link to ${href}`,
      inParagraph(words('x', [{ type: 'link', href }])),
      'content[0].content[0].marks[0].href',
      'an address that begins with https://, http:// or mailto:',
      JSON.stringify(href),
    ]),
    ['an unknown block', { type: 'iframe', id: 'x', content: [] }, 'content[0].type', blockTypes, '"iframe"'],
    [
      'an unknown inline',
      inParagraph({ type: 'img', src: 'x' }),
      'content[0].content[0].type',
      '"text" or "hard-break"',
      '"img"',
    ],
    [
      'an unknown mark',
      inParagraph(words('x', [{ type: 'style' }])),
      'content[0].content[0].marks[0].type',
      '"strong", "em", "underline" or "link"',
      '"style"',
    ],
    [
      'a paragraph in a paragraph',
      inParagraph(inParagraph()),
      'content[0].content[0].type',
      '"text" or "hard-break"',
      '"paragraph"',
    ],
    ['a text at the top', words('x'), 'content[0].type', blockTypes, '"text"'],
    [
      'a heading in a list',
      { type: 'bullet-list', id: 'b', items: [{ content: [{ type: 'heading', level: 1, content: [] }] }] },
      'content[0].items[0].content[0].type',
      '"paragraph", "bullet-list" or "numbered-list"',
      '"heading"',
    ],
    [
      'a list in a quote',
      { type: 'quote', id: 'q', content: [{ type: 'bullet-list', items: [] }] },
      'content[0].content[0].type',
      '"paragraph"',
      '"bullet-list"',
    ],
    [
      'a heading of a third level',
      { type: 'heading', id: 'h', level: 3, content: [] },
      'content[0].level',
      '1 or 2',
      '3',
    ],
    ['a block without an id', { type: 'paragraph', content: [] }, 'content[0].id', 'text', 'nothing'],
    [
      'a block with an empty id',
      { type: 'paragraph', id: '', content: [] },
      'content[0].id',
      'text that is not empty',
      '""',
    ],
    ['a list without items', { type: 'bullet-list', id: 'b' }, 'content[0].items', 'a list in [ ]', 'nothing'],
    ['HTML in place of a block', '<p>x</p>', 'content[0]', 'an object in { }', '"<p>x</p>"'],
    [
      'a text that is not text',
      inParagraph({ type: 'text', text: { html: 'x' } }),
      'content[0].content[0].text',
      'text',
      'an object with "html"',
    ],
  ];
  for (const [what, block, path, expected, found] of refused) {
    it(`refuses ${what} with one fault`, () => assert.deepEqual(faultsOf(block), [[path, expected, found]]));
  }

  it('reads as plain words', () => {
    const list: Block = {
      type: 'numbered-list',
      id: 'l',
      items: [
        { content: [{ type: 'paragraph', content: [{ type: 'text', text: 'One' }] }] },
        {
          content: [
            { type: 'paragraph', content: [{ type: 'text', text: 'Two' }] },
            {
              type: 'bullet-list',
              items: [{ content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Three' }] }] }],
            },
          ],
        },
      ],
    };
    assert.equal(blockText(list), 'One\nTwo\nThree');
    const text: RichText = {
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          id: 'p',
          content: [{ type: 'text', text: 'A' }, { type: 'hard-break' }, { type: 'text', text: 'B' }],
        },
        paragraph('q', 'C'),
      ],
    };
    assert.equal(plainText(text), 'A\nB\n\nC');
  });
});
