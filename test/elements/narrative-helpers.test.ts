import { expect } from '@open-wc/testing';
import { render } from 'lit';
import fc from 'fast-check';
import { renderRichText } from '../../src/elements/narrative/rich-text.js';
import {
  paragraphsOf,
  paragraphSplice,
  splicesBetween,
  type Splice,
} from '../../src/elements/narrative-editor/splices.js';
import { wordLevel } from '../../src/elements/narrative-editor/word-level.js';
import { rowsOfPlainText } from '../../src/elements/narrative-editor/count-foot.js';
import { answersOf, enoughWords, keepSame, wordsUnderHeadings } from '../../src/elements/narrative-part/answers.js';
import {
  keepBothChanges,
  presentVersion,
  versionsAt,
  withoutPlace,
  wordsOf,
} from '../../src/elements/set-aside/versions.js';
import { NarrativePart } from '../../src/model/credential.js';
import { emptyPortfolio, type NarrativeText, type Portfolio, type SetAside } from '../../src/model/portfolio.js';
import { countWords } from '../../src/model/words.js';
import type { Block, RichText } from '../../src/model/rich-text.js';
import * as v from 'valibot';

const applySplices = (text: string, splices: readonly Splice[]) =>
  splices.reduceRight((now, { from, to, text: words }) => now.slice(0, from) + words + now.slice(to), text);
const words = (text: string) => paragraphsOf(text).map((paragraph) => paragraph.text);
/** White space at the end of a paragraph may become part of the gap after it. */
const trimmed = (text: string) => words(text).map((one) => one.trim());
const paragraph = (id: string, text: string): Block => ({ type: 'paragraph', id, content: [{ type: 'text', text }] });

describe('splices', () => {
  it('tell paragraphs by empty lines', () => {
    expect(words('\n\nOne\ntwo\n \t\nThree\n\n\n\nFour\n')).to.deep.equal(['One\ntwo', 'Three', 'Four']);
    expect(words(' \n\n ')).to.deep.equal([]);
  });

  it('change only the letters that differ', () => {
    expect(splicesBetween('One two\n\nThree', 'One 2 two\n\nThree')).to.deep.equal([{ from: 4, to: 4, text: '2 ' }]);
  });

  it('leave empty lines alone that are being typed', () => {
    const typing = 'One\n\n\n\nTwo\n\n';
    expect(splicesBetween(typing, 'One\n\nTwo')).to.deep.equal([]);
    expect(applySplices(typing, splicesBetween(typing, 'Zero\n\nOne\n\nTwo'))).to.equal('Zero\n\nOne\n\n\n\nTwo\n\n');
    expect(applySplices(typing, splicesBetween(typing, 'One'))).to.equal('One\n\n');
  });

  it('lead from any text to the paragraphs of any other', () => {
    const line = fc.constantFrom('', ' ', 'a', 'b', 'ab', 'a b', 'ba');
    const text = fc.array(line, { maxLength: 8 }).map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(text, text, (present, next) => {
        expect(trimmed(applySplices(present, splicesBetween(present, next)))).to.deep.equal(trimmed(next));
      }),
    );
  });

  it('put a paragraph beside the one with the caret, never into it', () => {
    const insert = (text: string, caret?: number) => {
      const splice = paragraphSplice(text, 'Q', caret);
      const after = applySplices(text, [splice]);
      return `${after.slice(0, splice.caret)}|${after.slice(splice.caret)}`;
    };
    expect(insert('')).to.equal('Q\n\n|');
    expect(insert('One\n\nTwo')).to.equal('One\n\nTwo\n\nQ\n\n|');
    expect(insert('One\n\nTwo', 2)).to.equal('One\n\nQ\n\n|\n\nTwo');
    expect(insert('One\n\nTwo', 0)).to.equal('Q\n\n|\n\nOne\n\nTwo');
    expect(insert('One\n\n\n\nTwo', 5)).to.equal('One\n\nQ\n\n|\n\nTwo');
  });

  it('keep every paragraph when one is inserted at any caret', () => {
    const text = fc.array(fc.constantFrom('', 'a', 'b c', ' '), { maxLength: 6 }).map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(text, fc.nat(20), (present, at) => {
        const splice = paragraphSplice(present, 'Q', Math.min(at, present.length));
        const after = trimmed(applySplices(present, [splice]));
        expect(after.filter((one) => one !== 'Q')).to.deep.equal(trimmed(present));
        expect(after.filter((one) => one === 'Q')).to.have.length(1);
      }),
    );
  });
});

describe('word level', () => {
  it('tells below, reached, over and free', () => {
    expect(wordLevel(9, { min: 10 })).to.equal('below');
    expect(wordLevel(10, { min: 10, max: 10 })).to.equal('reached');
    expect(wordLevel(11, { min: 10, max: 10 })).to.equal('over');
    expect(wordLevel(0, {})).to.equal('free');
    expect(wordLevel(0, { min: 0 })).to.equal('free');
  });

  it('explains a count by paragraphs that add up to it', () => {
    const text = `${'long '.repeat(40)}\n\nTwo words\n\n\nthree – more words`;
    const rows = rowsOfPlainText(text);
    expect(rows.map((row) => row.words)).to.deep.equal([40, 2, 3]);
    expect(rows.reduce((sum, row) => sum + row.words, 0)).to.equal(countWords(text));
    expect(rows[0]!.begins).to.match(/…$/);
  });
});

const part = v.parse(NarrativePart, {
  kind: 'narrative',
  id: 'p',
  title: 'Part',
  layout: 'single',
  prompts: [
    { id: 'q1', kind: 'question', text: 'First question?' },
    { id: 'q2', kind: 'question', text: 'Second question?', words: { min: 3 } },
    { id: 'm', kind: 'may', text: 'Maybe this' },
  ],
});
const narrative = (content: Block[], prompt?: string): NarrativeText => ({
  part: 'p',
  ...(prompt && { prompt }),
  text: { type: 'doc', content },
  seen: {},
});
const headingOf = (id: string, prompt: string, text: string): Block => ({
  type: 'heading',
  id,
  level: 1,
  prompt,
  content: [{ type: 'text', text }],
});

describe('answers', () => {
  it('count the words between headings', () => {
    const text = narrative([
      paragraph('a', 'before any heading'),
      headingOf('h1', 'q1', 'How I do it'),
      paragraph('b', 'one two'),
      paragraph('c', 'three'),
      headingOf('h2', 'q2', 'Second question?'),
      paragraph('d', 'four five six'),
    ]);
    expect([...wordsUnderHeadings(text, part)]).to.deep.equal([
      ['q1', { words: 3, title: 'How I do it' }],
      ['q2', { words: 3, title: undefined }],
    ]);
    const [first, second, ...rest] = answersOf(part, [text]);
    expect(rest).to.have.length(0);
    expect(first).to.include({ state: 'doing', words: 3, title: 'How I do it' });
    expect(second).to.include({ state: 'done', words: 3 });
  });

  it('are begun by a heading and given from enough words on', () => {
    const many = (count: number) =>
      narrative([headingOf('h', 'q1', 'First question?'), paragraph('a', 'w '.repeat(count))]);
    expect(answersOf(part, [])[0]!.state).to.equal('todo');
    expect(answersOf(part, [many(0)])[0]!.state).to.equal('doing');
    expect(answersOf(part, [many(enoughWords - 1)])[0]!.state).to.equal('doing');
    expect(answersOf(part, [many(enoughWords)])[0]!.state).to.equal('done');
  });

  it('are texts of their own where the part says so', () => {
    const each = { ...part, layout: 'per-prompt' as const };
    const [first, second] = answersOf(each, [narrative([paragraph('a', 'one two three')], 'q2')]);
    expect(first).to.include({ state: 'todo', words: 0 });
    expect(second).to.include({ state: 'done', words: 3 });
  });

  it('keep the list while it says the same', () => {
    const before = answersOf(part, [narrative([headingOf('h', 'q1', 'x'), paragraph('a', 'on')])]);
    const letter = answersOf(part, [narrative([headingOf('h', 'q1', 'x'), paragraph('a', 'one')])]);
    const word = answersOf(part, [narrative([headingOf('h', 'q1', 'x'), paragraph('a', 'one two')])]);
    expect(keepSame(before, letter)).to.equal(before);
    expect(keepSame(before, word)).to.equal(word);
  });
});

describe('rich text', () => {
  const shown = (content: unknown) => {
    const place = document.createElement('div');
    render(renderRichText({ type: 'doc', content } as RichText, 4), place);
    return place;
  };

  it('renders blocks, lists, quotes and marks', () => {
    const place = shown([
      { type: 'heading', id: '1', level: 2, content: [{ type: 'text', text: 'Title' }] },
      {
        type: 'paragraph',
        id: '2',
        content: [
          { type: 'text', text: 'strong', marks: [{ type: 'strong' }, { type: 'em' }] },
          { type: 'hard-break' },
          { type: 'text', text: 'plain' },
        ],
      },
      {
        type: 'numbered-list',
        id: '3',
        items: [
          {
            content: [
              { type: 'paragraph', content: [{ type: 'text', text: 'outer' }] },
              {
                type: 'bullet-list',
                items: [{ content: [{ type: 'paragraph', content: [{ type: 'text', text: 'inner' }] }] }],
              },
            ],
          },
        ],
      },
      {
        type: 'quote',
        id: '4',
        content: [{ type: 'paragraph', content: [{ type: 'text', text: 'quoted', marks: [{ type: 'underline' }] }] }],
      },
    ]);
    expect(place.querySelector('h5')!.textContent).to.equal('Title');
    expect(place.querySelector('strong > em')!.textContent).to.equal('strong');
    expect(place.querySelector('br')).to.not.equal(null);
    expect(place.querySelector('ol > li > ul > li')!.textContent).to.equal('inner');
    expect(place.querySelector('blockquote u')!.textContent).to.equal('quoted');
  });

  it('makes links of safe addresses only, and markup of none', () => {
    const link = (href: string) => ({ type: 'text', text: href, marks: [{ type: 'link', href }] });
    const place = shown([
      {
        type: 'paragraph',
        id: '1',
        content: [
          link('https://example.org/a'),
          link('mailto:a@example.org'),
          link('javascript:alert(1)'),
          link(' https://example.org'),
          { type: 'text', text: '<img src=x onerror=alert(1)>' },
        ],
      },
    ]);
    const links = Array.from(place.querySelectorAll('a'), (a) => a.getAttribute('href'));
    expect(links).to.deep.equal(['https://example.org/a', 'mailto:a@example.org']);
    expect(place.querySelector('a')!.rel).to.contain('noopener');
    expect(place.querySelector('img')).to.equal(null);
    expect(place.textContent).to.contain('<img src=x');
  });

  it('shows the words of a mark it does not know', () => {
    expect(
      shown([{ type: 'paragraph', id: '1', content: [{ type: 'text', text: 'kept', marks: [{ type: 'sparkle' }] }] }])
        .textContent,
    ).to.contain('kept');
  });
});

describe('versions', () => {
  const at = '2026-11-22T10:00:00Z';
  const portfolio: Portfolio = {
    ...emptyPortfolio('one', { id: 'urn:c', version: '1', digest: '0'.repeat(64) }),
    narratives: [{ ...narrative([paragraph('a', 'present'), paragraph('z', 'last')]), seen: { a: 'c2' } }],
    evidence: [{ id: 'e', detail: 'd', explanation: 'now', seen: 'c3', pointers: [] }],
  };
  const block: SetAside = {
    id: 's1',
    reason: 'two-versions',
    where: { part: 'p', block: 'a' },
    at,
    content: { kind: 'block', block: paragraph('a', 'other') },
  };
  const text: SetAside = {
    id: 's2',
    reason: 'two-versions',
    where: { detail: 'd' },
    at,
    content: { kind: 'text', text: 'earlier' },
  };
  const lost: SetAside = {
    id: 's3',
    reason: 'no-place',
    where: { part: 'p' },
    at,
    content: { kind: 'narrative', narrative: portfolio.narratives[0]! },
  };

  it('are found by their place', () => {
    const all = [block, text, lost];
    expect(versionsAt(all, { part: 'p' })).to.deep.equal([block]);
    expect(versionsAt(all, { part: 'p', prompt: 'q1' })).to.deep.equal([]);
    expect(versionsAt(all, { detail: 'd' })).to.deep.equal([text]);
    expect(withoutPlace(all)).to.deep.equal([lost]);
  });

  it('know what stands in their place', () => {
    expect(presentVersion(portfolio, block)).to.deep.equal({ kind: 'block', block: paragraph('a', 'present') });
    expect(presentVersion(portfolio, text)).to.deep.equal({ kind: 'text', text: 'now' });
    expect(presentVersion({ ...portfolio, narratives: [] }, block)).to.equal(undefined);
  });

  it('are both kept, one after the other', () => {
    expect(keepBothChanges(portfolio, block, () => 'new')).to.deep.equal([
      { kind: 'narrative', part: 'p', put: [{ block: paragraph('new', 'other'), after: 'a' }], remove: [], base: {} },
    ]);
    expect(keepBothChanges(portfolio, text, () => 'new')).to.deep.equal([
      { kind: 'evidence-explain', evidence: 'e', detail: 'd', text: 'now\n\nearlier', base: 'c3' },
    ]);
  });

  it('have words to copy', () => {
    expect(wordsOf(lost.content, String).text).to.equal('present\n\nlast');
    const pointers = [{ id: 'x', artifact: 'plan', locators: [{ kind: 'page' as const, page: 3 }] }];
    const { places } = wordsOf(
      { kind: 'evidence', evidence: { id: 'e', detail: 'd', explanation: 'how', pointers } },
      (id) => `The ${id}`,
    );
    expect(places).to.have.length(1);
    expect(places[0]).to.match(/^The plan, .*3/);
  });
});
