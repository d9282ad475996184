import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
  }
  .lead {
    font-size: var(--_text-m);
  }
  ul {
    padding-block-start: 12px;
  }
  .version {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 16px;
    align-items: center;
    justify-content: space-between;
    padding-block: 12px;
    border-block-end: 1px solid var(--_line);
  }
  .version:last-child {
    border-block-end: 0;
  }
  .when {
    font-size: var(--_text-m);
    font-weight: 600;
    line-height: 1.4;
  }
  .empty {
    display: grid;
    grid-template-columns: 18px minmax(0, 1fr);
    gap: 12px;
    padding-block: 20px;
    color: var(--_ink-2);
    font-size: var(--_text-m);
  }
  .note,
  .small {
    margin-block-start: 4px;
  }
  dialog {
    inline-size: min(480px, calc(100vi - 32px));
    max-block-size: calc(100dvb - 32px);
    padding: 0;
    border: 1px solid var(--_line);
    border-radius: var(--_radius-l);
    overflow: auto;
    background: var(--_surface);
    box-shadow: var(--_shadow);
    color: var(--_ink);
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 35%);
  }
  .question {
    display: grid;
    gap: 12px;
    padding: 24px;
  }
  .question-title {
    font-size: calc(var(--_size) * 1.125);
    font-weight: 650;
    line-height: 1.3;
  }
  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: 10px;
    justify-content: flex-end;
    padding-block-start: 8px;
  }
`;
