import { css } from 'lit';

/** Cards first; a grid where the element is 640 px wide. Roles in the markup keep it a table in both. */
export const styles = css`
  :host {
    display: block;
    container-type: inline-size;
  }
  table,
  caption,
  tbody,
  tr,
  th,
  td {
    display: block;
    text-align: start;
    font-weight: 400;
  }
  table {
    inline-size: 100%;
    border-spacing: 0;
    font-size: var(--_text-m);
    line-height: 1.45;
  }
  caption {
    padding-block-end: 8px;
    color: var(--_ink);
    font-size: var(--_text);
    font-weight: 650;
    letter-spacing: -0.01em;
  }
  thead {
    display: none;
  }
  td,
  th {
    padding: 0;
  }
  .group th {
    padding-block: 20px 6px;
    color: var(--_ink-2);
    font-size: var(--_text-s);
    font-weight: 600;
  }
  .criterion {
    padding-block: 14px;
    border-block-start: 1px solid var(--_line);
  }
  .criterion th {
    color: var(--_ink);
    font-weight: 600;
  }
  .level {
    margin-block-start: 8px;
    color: var(--_ink-2);
  }
  .level-name {
    display: block;
    color: var(--_ink-2);
    font-size: var(--_text-s);
    font-weight: 600;
  }
  .required .level-name,
  .required > bdi,
  .chosen {
    color: var(--_ink);
  }
  .flag {
    color: var(--_accent);
    font-size: var(--_text-s);
    font-weight: 600;
    white-space: nowrap;
  }
  .flag .icon {
    inline-size: 14px;
    block-size: 14px;
    margin-inline: 2px 3px;
    vertical-align: -2px;
  }

  .assess .level {
    border-radius: var(--_radius-s);
    outline: 1px solid var(--_line);
    outline-offset: -1px;
  }
  .assess .level.chosen {
    outline: 2px solid var(--_accent);
    outline-offset: -2px;
    background: var(--_accent-soft);
  }
  .level label {
    display: grid;
    grid-template-columns: 20px minmax(0, 1fr);
    gap: 0 12px;
    min-block-size: 44px;
    padding: 12px;
    cursor: pointer;
    touch-action: manipulation;
  }
  .level input {
    grid-row: span 2;
  }
  .level label > :last-child {
    grid-column: 2;
  }
  .why {
    padding-block: 0 14px;
  }
  .why .beside {
    display: none;
  }
  .why-head {
    display: flex;
    gap: 12px;
    align-items: baseline;
    justify-content: space-between;
    padding-block-end: 6px;
    color: var(--_ink-2);
    font-size: var(--_text-s);
    font-weight: 550;
  }
  .why-head .link {
    font-weight: 550;
  }
  .pass {
    margin-block-start: 14px;
    color: var(--_ink-2);
    font-size: var(--_text-m);
  }
  .note {
    margin-block-start: 14px;
  }

  @container (min-inline-size: 640px) {
    table {
      display: table;
      table-layout: fixed;
    }
    caption {
      display: table-caption;
    }
    thead {
      display: table-header-group;
    }
    tbody {
      display: table-row-group;
    }
    tr {
      display: table-row;
    }
    th,
    td {
      display: table-cell;
      vertical-align: top;
    }
    thead th {
      padding: 10px 14px;
      border-block: 1px solid var(--_line);
      background: var(--_ground);
      color: var(--_ink-2);
      font-size: var(--_text-s);
      font-weight: 650;
    }
    .group th {
      padding: 22px 14px 8px;
    }
    .group + .criterion th,
    .group + .criterion td,
    .criterion th,
    .criterion td {
      padding: 14px;
      border-block-start: 1px solid var(--_line);
    }
    tbody:first-of-type .criterion:first-child > * {
      border-block-start: 0;
    }
    .level {
      border-inline-start: 1px solid var(--_line);
      font-size: var(--_text-s);
    }
    .level-name {
      display: none;
    }
    .assess .criterion td {
      block-size: 1px;
      padding: 0;
    }
    .assess .level {
      border-radius: 0;
      outline: 0;
    }
    .level label {
      display: block;
      block-size: 100%;
      padding: 14px;
    }
    .level input {
      display: block;
      margin-block-end: 8px;
    }
    .why td {
      padding: 10px 14px 16px;
    }
    .why .beside {
      display: table-cell;
    }
  }
  @media (forced-colors: active) {
    .assess .level.chosen {
      outline-color: Highlight;
    }
  }
`;
