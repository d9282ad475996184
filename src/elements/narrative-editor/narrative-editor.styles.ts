import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    container-type: inline-size;
    --_lines: var(--mc-narrative-editor-lines, 14);
  }
  .name {
    display: block;
    margin-block-end: 8px;
    font-size: var(--_text-m);
    font-weight: 600;
    line-height: 1.4;
  }
  .frame {
    border: 1px solid var(--_outline);
    border-radius: calc(var(--_radius) * 1.25);
    background: var(--_surface);
  }
  .frame:has(.area:focus) {
    border-color: var(--_accent);
    outline: 2px solid var(--_accent);
    outline-offset: 1px;
  }
  .grow {
    display: grid;
  }
  .area,
  .mirror {
    grid-area: 1 / 1;
    inline-size: 100%;
    min-inline-size: 0;
    min-block-size: calc(var(--_lines) * 1.65 * var(--_text-read) + 48px);
    margin: 0;
    padding-block: 24px;
    padding-inline: max(20px, calc((100% - 70ch) / 2));
    border: 0;
    font-size: var(--_text-read);
    line-height: 1.65;
    overflow-wrap: break-word;
    white-space: pre-wrap;
  }
  .area {
    display: block;
    overflow: hidden;
    border-start-start-radius: inherit;
    border-start-end-radius: inherit;
    outline: none;
    background: transparent;
    color: var(--_ink);
    resize: none;
    unicode-bidi: plaintext;
    field-sizing: content;
  }
  .area::placeholder {
    color: var(--_ink-2);
    opacity: 1;
  }
  .area:disabled {
    color: var(--_ink-2);
    cursor: not-allowed;
  }
  .mirror {
    visibility: hidden;
    pointer-events: none;
  }

  .foot {
    display: flex;
    flex-wrap: wrap;
    gap: 6px 16px;
    align-items: center;
    padding: 8px 16px 14px;
    border-block-start: 1px solid var(--_line);
  }
  .count {
    display: flex;
    flex: 1 1 auto;
    gap: 6px;
    align-items: center;
    color: var(--_ink-2);
    font-size: var(--_text-m);
  }
  .count strong {
    color: var(--_ink);
    font-weight: 650;
  }
  .count.reached,
  .count.reached strong {
    color: var(--_good);
  }
  .count.over,
  .count.over strong {
    color: var(--_bad);
  }
  .why {
    margin-inline-end: -8px;
  }
  .foot progress,
  .explanation {
    flex: 1 0 100%;
    min-inline-size: 0;
  }
  .foot progress.over::-webkit-progress-value {
    background: var(--_bad);
  }
  .foot progress.over::-moz-progress-bar {
    background: var(--_bad);
  }
  .explanation {
    display: grid;
    gap: 8px;
    padding-block: 10px 2px;
    color: var(--_ink-2);
    font-size: var(--_text-m);
  }
  .explanation p {
    max-inline-size: var(--_measure);
  }
  .scroll {
    max-block-size: 280px;
    overflow: auto;
    border-block-start: 1px solid var(--_line);
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
  }
  th,
  td {
    padding: 7px 8px 7px 0;
    border-block-end: 1px solid var(--_line);
    font-weight: 400;
    text-align: start;
    vertical-align: baseline;
  }
  th {
    position: sticky;
    inset-block-start: 0;
    background: var(--_surface);
    color: var(--_ink-2);
    font-size: var(--_text-s);
    font-weight: 600;
  }
  td {
    color: var(--_ink);
  }
  .number {
    padding-inline: 8px;
    text-align: end;
    white-space: nowrap;
  }
  .empty {
    color: var(--_ink-2);
    font-size: var(--_text-m);
  }

  @container (inline-size < 520px) {
    :host {
      --_lines: var(--mc-narrative-editor-lines, 10);
    }
    .area,
    .mirror {
      min-block-size: calc(min(var(--_lines), 10) * 1.65 * var(--_text-read) + 36px);
      padding-block: 18px;
      padding-inline: 18px;
    }
    /* A line of its own for the figures, and the question under the bar, at the beginning of its line. */
    .foot {
      row-gap: 4px;
      padding-block: 12px 8px;
    }
    .count {
      flex-basis: 100%;
    }
    .why {
      order: 1;
      margin-inline: -8px auto;
    }
    .explanation {
      order: 2;
    }
  }
  @media print {
    .foot {
      display: none;
    }
  }
`;
