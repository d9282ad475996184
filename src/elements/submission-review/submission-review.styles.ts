import { css } from 'lit';
import { sections } from './sections.styles.js';

export const styles = [
  sections,
  css`
    :host {
      container: mc-review / inline-size;
    }
    .page {
      display: grid;
      gap: 32px;
      grid-template-columns: minmax(0, 1fr);
    }
    .top {
      display: grid;
      gap: 12px;
    }
    .rows {
      display: grid;
      gap: 8px;
    }
    .rows progress {
      margin-block-start: 6px;
    }
    .row {
      display: grid;
      grid-template-columns: 18px minmax(0, 1fr) 18px;
      gap: 14px;
      align-items: start;
      inline-size: 100%;
      min-block-size: 56px;
      padding: 12px 14px;
      border: 1px solid var(--_line);
      border-radius: var(--_radius);
      background: var(--_surface);
      color: var(--_ink);
      font-size: var(--_text-m);
      line-height: 1.4;
      text-align: start;
      cursor: pointer;
      touch-action: manipulation;
      scroll-margin-block-end: 96px;
    }
    .row:hover {
      border-color: var(--_outline);
      background: var(--_ground);
    }
    .row > .icon {
      margin-block-start: 1px;
    }
    .row > .icon:last-child {
      align-self: center;
      color: var(--_accent);
    }
    .name {
      display: -webkit-box;
      overflow: hidden;
      font-weight: 550;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 2;
    }
    .line {
      display: block;
      margin-block-start: 2px;
      color: var(--_ink-2);
      font-size: var(--_text-s);
    }
    .line::first-letter {
      text-transform: uppercase;
    }
    .advice {
      display: grid;
      gap: 4px;
    }
    .advice .rows {
      padding-block-start: 10px;
    }
    .advice .state-done {
      color: var(--_warn);
    }

    .page > .note {
      scroll-margin-block: 24px 136px;
    }
    .said {
      display: grid;
      gap: 6px;
      min-inline-size: 0;
    }
    .said li {
      padding-block: 2px;
    }
    .said .link {
      min-block-size: 24px;
      text-align: start;
    }
    .action {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 12px;
      justify-items: start;
      padding-block: 20px;
      border-block-start: 1px solid var(--_line);
      background: var(--_surface);
    }
    .action .small {
      max-inline-size: var(--_measure);
    }
    .button[aria-disabled='true'] {
      border-color: var(--_line);
      background: var(--_ground);
      color: var(--_ink-2);
      cursor: default;
    }
    .fix {
      max-inline-size: 100%;
    }
    .fix > span {
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    @container mc-review (max-width: 599px) {
      .action {
        position: sticky;
        inset-block-end: 0;
        z-index: 1;
        padding-block: 14px;
      }
      .action .button {
        inline-size: 100%;
        min-block-size: 44px;
      }
    }
  `,
];
