import * as v from 'valibot';
import { Id, Link, open } from './base.js';

/** Emphasis on a run of text. */
export const Mark = v.variant('type', [
  open({ type: v.literal('strong') }),
  open({ type: v.literal('em') }),
  open({ type: v.literal('underline') }),
  open({ type: v.literal('link'), href: Link }),
]);
export type Mark = v.InferOutput<typeof Mark>;

export const Inline = v.variant('type', [
  open({ type: v.literal('text'), text: v.string(), marks: v.optional(v.array(Mark)) }),
  open({ type: v.literal('hard-break') }),
]);
export type Inline = v.InferOutput<typeof Inline>;

const inlines = v.array(Inline);

/** A paragraph inside a list or a quote; only top-level blocks need an id. */
const Paragraph = open({ type: v.literal('paragraph'), id: v.optional(Id), content: inlines });
type Paragraph = v.InferOutput<typeof Paragraph>;

/** A list item holds paragraphs and lists. */
export interface ListItem {
  content: (Paragraph | List)[];
}
/** A list; only the outermost carries an `id`. */
export interface List {
  type: 'bullet-list' | 'numbered-list';
  id?: string;
  items: ListItem[];
}

const listTypes = v.picklist(['bullet-list', 'numbered-list']);
const listItems: v.GenericSchema<ListItem[]> = v.array(open({ content: v.array(v.lazy(() => ListChild)) }));
// One choice by `type`, so that a wrong one is told as one fault.
const ListChild: v.GenericSchema<Paragraph | List> = v.variant('type', [
  Paragraph,
  open({ type: listTypes, id: v.optional(Id), items: listItems }),
]);

/** A top-level piece of a text: the unit of editing, counting, journalling and merging. */
export const Block = v.variant('type', [
  open({ type: v.literal('paragraph'), id: Id, content: inlines }),
  /** `prompt`: the question that what follows answers. */
  open({
    type: v.literal('heading'),
    id: Id,
    level: v.picklist([1, 2]),
    prompt: v.optional(Id),
    content: inlines,
  }),
  open({ type: v.literal('quote'), id: Id, content: v.array(v.variant('type', [Paragraph])) }),
  open({ type: listTypes, id: Id, items: listItems }),
]);
export type Block = v.InferOutput<typeof Block>;

/** A text as a tree. Never HTML: what cannot be said in the tree cannot enter. */
export const RichText = open({ type: v.literal('doc'), content: v.array(Block) });
export type RichText = v.InferOutput<typeof RichText>;

export const emptyText: RichText = { type: 'doc', content: [] };

const inlineText = (content: Inline[]) => content.map((part) => (part.type === 'text' ? part.text : '\n')).join('');

function listText(items: ListItem[]): string {
  return items
    .flatMap(({ content }) => content)
    .map((child) => (child.type === 'paragraph' ? inlineText(child.content) : listText(child.items)))
    .join('\n');
}

/** The words of a block, without marks, bullets or numbers; lines inside it end with a line feed. */
export function blockText(block: Block): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return inlineText(block.content);
    case 'quote':
      return block.content.map((paragraph) => inlineText(paragraph.content)).join('\n');
    default:
      return listText(block.items);
  }
}

/** The words of a text; blocks are set apart by an empty line. */
export const plainText = (text: RichText): string => text.content.map(blockText).join('\n\n');
