/** Where things stand in a JSON text, so that a fault can name the line. Our own scanner: engines word theirs differently. */

export interface Position {
  line: number;
  column: number;
}

export type JsonScan =
  | { ok: true; /** Offset of the value at each path, keyed by `pathKey`. */ offsets: Map<string, number> }
  | { ok: false; offset: number; expected: string };

/** A path as one string, for maps. */
export const pathKey = (path: readonly (string | number)[]): string => JSON.stringify(path);

/** Line and column from 1. */
export function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  return { line, column: offset - before.lastIndexOf('\n') };
}

class SyntaxFault extends Error {
  constructor(
    readonly offset: number,
    readonly expected: string,
  ) {
    super(expected);
  }
}

/** Finds the offset of every value, or the first place where the text stops being JSON. */
export function scanJson(text: string): JsonScan {
  const offsets = new Map<string, number>();
  let at = 0;

  const fail = (expected: string): never => {
    throw new SyntaxFault(at, expected);
  };
  const blank = () => {
    while (at < text.length && /[\t\n\r ]/.test(text.charAt(at))) at += 1;
  };
  const match = (pattern: RegExp, expected: string): string => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found === undefined) return fail(expected);
    at += found.length;
    return found;
  };
  const string = (expected: string): string =>
    JSON.parse(match(/"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y, expected)) as string;

  function list(close: string, member: (index: number) => void): void {
    at += 1;
    blank();
    if (text[at] === close) {
      at += 1;
      return;
    }
    for (let index = 0; ; index += 1) {
      member(index);
      blank();
      if (text[at] === close) {
        at += 1;
        return;
      }
      if (text[at] !== ',') fail(`a comma or ${close}`);
      at += 1;
      blank();
      if (text[at] === close) fail('another value: the comma before this is one too many');
    }
  }

  function value(path: (string | number)[]): void {
    blank();
    offsets.set(pathKey(path), at);
    const start = text[at];
    if (start === '{') {
      list('}', () => {
        const name = string('a name in double quotes');
        blank();
        if (text[at] !== ':') fail('a colon');
        at += 1;
        value([...path, name]);
      });
    } else if (start === '[') list(']', (index) => value([...path, index]));
    else if (start === '"') string('text that ends with a double quote on the same line');
    else match(/-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y, 'a value');
  }

  try {
    value([]);
    blank();
    if (at < text.length) fail('the end of the file');
    return { ok: true, offsets };
  } catch (problem) {
    if (problem instanceof SyntaxFault) return { ok: false, offset: problem.offset, expected: problem.expected };
    // Nesting deeper than the engine's stack: no document of ours.
    return { ok: false, offset: at, expected: 'fewer levels of nesting' };
  }
}
