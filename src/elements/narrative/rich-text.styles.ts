import { css } from 'lit';

/** Reading matter: `<div class="reading">` around what `renderRichText` made. */
export const richTextStyles = css`
  .reading {
    max-inline-size: var(--_measure);
    font-size: var(--_text-read);
    line-height: 1.65;
  }
  .reading > * + * {
    margin-block-start: 0.85em;
  }
  .reading :is(h1, h2, h3, h4, h5, h6) {
    font-size: calc(var(--_text-read) * 1.06);
    font-weight: 650;
    line-height: 1.4;
    letter-spacing: -0.01em;
  }
  .reading * + :is(h1, h2, h3, h4, h5, h6) {
    margin-block-start: 1.2em;
  }
  .reading :is(ul, ol) {
    padding-inline-start: 1.5em;
  }
  .reading ul {
    list-style: disc;
  }
  .reading ol {
    list-style: decimal;
  }
  .reading li + li {
    margin-block-start: 0.3em;
  }
  .reading blockquote {
    margin: 0;
    padding-inline-start: 1em;
    border-inline-start: 3px solid var(--_line);
    color: var(--_ink-2);
  }
`;
