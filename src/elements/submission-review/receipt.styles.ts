import { css } from 'lit';
import { sections } from './sections.styles.js';

export const styles = [
  sections,
  css`
    .receipt {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 28px;
    }
    section {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 8px;
    }
    section > p {
      max-inline-size: var(--_measure);
    }
    .proof {
      display: grid;
      gap: 4px;
      padding: 20px 24px;
      border-radius: var(--_radius-l);
      background: var(--_good-soft);
    }
    .proof .label,
    .facts dt {
      color: var(--_good);
    }
    .number-line {
      display: flex;
      flex-wrap: wrap;
      gap: 8px 16px;
      align-items: center;
    }
    .number {
      font-size: calc(var(--_size) * 2);
      font-weight: 680;
      letter-spacing: 0.01em;
      line-height: 1.25;
      overflow-wrap: anywhere;
      user-select: all;
    }
    .facts {
      display: grid;
      gap: 6px 32px;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 200px), 1fr));
      padding-block-start: 12px;
      font-size: var(--_text-m);
    }
    .facts dt {
      font-size: var(--_text-s);
    }
    .figures-list + .figures-list {
      border-block-start: 1px solid var(--_line);
    }
    .sums {
      display: grid;
      gap: 8px;
      padding-block: 10px;
      font-size: var(--_text-s);
    }
    .sums dd {
      color: var(--_ink-2);
      font-family: ui-monospace, monospace;
      overflow-wrap: anywhere;
    }
    .advice {
      padding-block: 6px;
      padding-inline-start: 20px;
      font-size: var(--_text-m);
      list-style: disc;
    }
    .actions {
      display: flex;
      flex-wrap: wrap;
      gap: 10px;
      padding-block-start: 6px;
    }
    @media print {
      .button,
      .actions,
      #change-hint {
        display: none;
      }
      .proof {
        padding: 0;
      }
      .receipt {
        gap: 16px;
      }
    }
    @media (forced-colors: active) {
      .proof {
        border: 1px solid CanvasText;
      }
    }
  `,
];
