import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Block, Inline, List, Mark, RichText } from '../../model/rich-text.js';
import { heading } from '../heading.js';

/** A text as reading matter. `headingLevel` is the level of its larger headings. */
export function renderRichText(text: RichText, headingLevel: number): TemplateResult {
  return html`${repeat(
    text.content,
    ({ id }) => id,
    (block) => renderBlock(block, headingLevel),
  )}`;
}

/** One top-level piece of a text. Each takes its direction from its own words. */
export function renderBlock(block: Block, headingLevel: number): TemplateResult {
  switch (block.type) {
    case 'paragraph':
      return html`<p dir="auto">${inlines(block.content)}</p>`;
    case 'heading':
      return heading(headingLevel + block.level - 1, inlines(block.content));
    case 'quote':
      return html`<blockquote dir="auto">${block.content.map((paragraph) => html`<p>${inlines(paragraph.content)}</p>`)}</blockquote>`;
    default:
      return list(block);
  }
}

function list({ type, items }: Pick<List, 'type' | 'items'>): TemplateResult {
  const entries = items.map(
    ({ content }) =>
      html`<li>${content.map((child) => (child.type === 'paragraph' ? html`<p>${inlines(child.content)}</p>` : list(child)))}</li>`,
  );
  return type === 'bullet-list' ? html`<ul dir="auto">${entries}</ul>` : html`<ol dir="auto">${entries}</ol>`;
}

const inlines = (content: Inline[]) =>
  content.map((part) =>
    part.type === 'hard-break' ? html`<br />` : (part.marks ?? []).reduceRight<unknown>(marked, part.text),
  );

function marked(inner: unknown, mark: Mark): unknown {
  switch (mark.type) {
    case 'strong':
      return html`<strong>${inner}</strong>`;
    case 'em':
      return html`<em>${inner}</em>`;
    case 'underline':
      return html`<u>${inner}</u>`;
    case 'link':
      return isSafe(mark.href)
        ? html`<a href=${mark.href} target="_blank" rel="noopener noreferrer nofollow">${inner}</a>`
        : inner;
    default:
      // A mark of a later version: the words are shown without it.
      return inner ?? nothing;
  }
}

// A tree from elsewhere may not have been checked yet; only these addresses ever become a link.
const isSafe = (href: string) => /^(https?:\/\/\S|mailto:\S)/i.test(href);
