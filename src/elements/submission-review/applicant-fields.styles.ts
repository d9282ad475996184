import { css } from 'lit';
import { sections } from './sections.styles.js';

export const styles = [
  sections,
  css`
    .fields {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 260px), 1fr));
      gap: 18px 24px;
      align-items: start;
      max-inline-size: 720px;
      padding-block-start: 14px;
    }
    .field {
      align-content: start;
      scroll-margin-block-end: 96px;
    }
    .field:has(textarea) {
      grid-column: 1 / -1;
    }
    .optional {
      font-weight: 400;
    }
    select.input {
      appearance: auto;
      min-block-size: calc(1.5em + 22px);
    }
    textarea.input {
      field-sizing: content;
      min-block-size: calc(3lh + 22px);
    }
  `,
];
