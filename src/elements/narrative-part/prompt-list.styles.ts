import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    font-size: var(--_text-m);
    line-height: 1.45;
  }
  .prompt {
    display: grid;
    grid-template-columns: 18px minmax(0, 1fr);
    gap: 12px;
    padding-block: 12px;
    border-block-end: 1px solid var(--_line);
  }
  .prompt:first-child {
    padding-block-start: 2px;
  }
  .prompt > .icon {
    margin-block-start: 1px;
  }
  .prompt .small {
    margin-block-start: 3px;
  }
  .prompt .button {
    margin-block: 2px -6px;
    margin-inline-start: -8px;
    text-align: start;
  }
  .hint {
    padding-block-start: 12px;
  }
  .kicker {
    padding-block: 20px 6px;
  }
  .may {
    display: grid;
    gap: 8px;
    padding-inline-start: 1.2em;
    color: var(--_ink-2);
    list-style: disc;
  }
`;
