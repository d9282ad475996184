import type { TextPlace } from '../../model/portfolio.js';
import type { PortfolioStore } from '../../state/store.js';

/** What the list of questions asks of the editor of a text. */
export interface LiveEditor {
  /** Puts a paragraph of its own where the person was writing, else at the end, and goes on from there. */
  insertParagraph(text: string): void;
}

const editors = new WeakMap<PortfolioStore, Map<string, LiveEditor>>();

const keyOf = ({ part, prompt }: TextPlace) => `${part}/${prompt ?? ''}`;

/** Makes the editor of a text known to what stands elsewhere in the same form. Answers with the way to undo it. */
export function announceEditor(store: PortfolioStore, place: TextPlace, editor: LiveEditor): () => void {
  let own = editors.get(store);
  if (!own) editors.set(store, (own = new Map()));
  const key = keyOf(place);
  own.set(key, editor);
  return () => {
    if (own.get(key) === editor) own.delete(key);
  };
}

/** The editor that is open on a text, if one is. */
export const editorOf = (store: PortfolioStore, place: TextPlace): LiveEditor | undefined =>
  editors.get(store)?.get(keyOf(place));
