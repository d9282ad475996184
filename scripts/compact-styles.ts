import type { Plugin } from 'vite';

/** A `css` template; what stands in `${}` holds no template of its own. */
const TEMPLATE = /\bcss`((?:[^`\\$]|\\[^]|\$(?!\{)|\$\{[^}`]*\})*)`/g;

/** What must stay as it is (strings, `${}`), or a run that may shrink: comments and white space. */
const PIECE = /"[^"\n]*"|'[^'\n]*'|\$\{[^}`]*\}|(?:\/\*[^]*?\*\/|\s)+/g;

/** Style text without comments, and without white space where CSS gives it no meaning. */
export function compactStyles(text: string): string {
  return text.replace(PIECE, (piece, at: number) => {
    if (!/^[\s/]/.test(piece)) return piece;
    const before = text[at - 1] ?? '{';
    const after = text[at + piece.length] ?? '}';
    // Not before a colon or a parenthesis: `a :hover` and `and (…)` need their space.
    return '{};:,('.includes(before) || '{};,)'.includes(after) ? '' : ' ';
  });
}

/** Ships styles without their comments and indentation, which no minifier of scripts touches. */
export const compactStylesPlugin = (): Plugin => ({
  name: 'compact-styles',
  enforce: 'pre',
  transform: {
    filter: { id: /[\\/]src[\\/].*\.ts$/, code: 'css`' },
    handler: (code) => ({
      code: code.replace(TEMPLATE, (_whole, text: string) => `css\`${compactStyles(text)}\``),
      map: { mappings: '' },
    }),
  },
});
