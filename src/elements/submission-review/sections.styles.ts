import { css } from 'lit';

/** What the parts of the review share: their headings, and figures in two columns. */
export const sections = css`
  :host {
    display: block;
  }
  .section-title {
    font-size: calc(var(--_size) * 1.0625);
    font-weight: 650;
    letter-spacing: -0.01em;
    line-height: 1.35;
  }
  .section-title + .small {
    max-inline-size: var(--_measure);
    margin-block-start: 4px;
  }
  .figures-list {
    display: grid;
    font-size: var(--_text-m);
  }
  .figures-list > div {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 24px;
    justify-content: space-between;
    padding-block: 9px;
    border-block-end: 1px solid var(--_line);
  }
  .figures-list dt {
    flex: 1 1 16ch;
    min-inline-size: 0;
  }
  .figures-list dd {
    color: var(--_ink-2);
    text-align: end;
  }
  .figures-list .total {
    font-weight: 600;
  }
  .figures-list .total dd {
    color: var(--_ink);
  }
  .figures-list + .small {
    padding-block-start: 8px;
  }
  details > summary {
    inline-size: fit-content;
    min-block-size: 24px;
    padding-block: 4px;
    color: var(--_ink);
    font-size: var(--_text-m);
    font-weight: 600;
    cursor: pointer;
  }
  @media (pointer: coarse) {
    details > summary {
      padding-block: 12px;
    }
  }
`;
