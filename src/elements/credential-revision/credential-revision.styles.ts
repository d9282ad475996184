import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
  }
  .comparison {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
    padding: 20px 14px 4px;
  }
  .comparison-title {
    font-size: calc(var(--_size) * 1.0625);
    font-weight: 650;
    line-height: 1.35;
  }
  .changes > li {
    display: grid;
    gap: 4px;
    padding-block: 12px;
    border-block-start: 1px solid var(--_line);
    font-size: var(--_text-m);
    line-height: 1.5;
  }
  .changes > li:last-child {
    border-block-end: 1px solid var(--_line);
  }
  .what {
    color: var(--_ink-2);
    font-size: var(--_text-s);
  }
  .what strong {
    color: var(--_ink);
    font-weight: 650;
  }
  .label {
    display: inline-block;
    min-inline-size: 7ch;
    margin-inline-end: 8px;
  }
  del {
    color: var(--_ink-2);
    text-decoration-color: var(--_outline);
  }
  ins {
    text-decoration: none;
  }
  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: 10px;
  }
  #accepted:focus {
    outline: none;
  }
`;
