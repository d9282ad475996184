/**
 * Takes out of `ids` every id that occurs as a text anywhere in a plain JSON value. It knows nothing of formats, so
 * that damaged documents, and those of newer versions, still protect the bytes they name.
 */
export function keepMentioned(ids: Set<string>, value: unknown): void {
  if (typeof value === 'string') {
    ids.delete(value);
  } else if (typeof value === 'object' && value !== null) {
    for (const inner of Object.values(value)) {
      if (ids.size === 0) return;
      keepMentioned(ids, inner);
    }
  }
}

/** How long bytes are kept though nothing names them yet, in milliseconds. */
export const freshFor = 24 * 60 * 60 * 1000;
