import { css } from 'lit';
import { sections } from './sections.styles.js';

export const styles = [
  sections,
  css`
    ul {
      display: grid;
      gap: 6px;
      padding-block-start: 8px;
    }
    li {
      display: grid;
      gap: 8px;
      justify-items: start;
    }
    .statement {
      display: grid;
      grid-template-columns: 20px minmax(0, 1fr);
      gap: 14px;
      align-items: start;
      inline-size: 100%;
      max-inline-size: var(--_measure);
      min-block-size: 44px;
      padding-block: 10px;
      cursor: pointer;
      scroll-margin-block-end: 96px;
    }
    .statement input {
      margin-block-start: 2px;
    }
    .note {
      margin-block-end: 6px;
    }
    .note,
    .field {
      inline-size: calc(100% - 34px);
      max-inline-size: calc(var(--_measure) - 34px);
      margin-inline-start: 34px;
    }
    .field {
      margin-block-end: 10px;
    }
    textarea.input {
      field-sizing: content;
      min-block-size: calc(1lh + 22px);
      scroll-margin-block-end: 96px;
    }
  `,
];
