import { css } from 'lit';

export const styles = css`
  :host {
    display: contents;
  }
  dialog {
    inline-size: min(440px, calc(100vw - 32px));
    padding: 0;
    border: 1px solid var(--_line);
    border-radius: var(--_radius-l);
    background: var(--_surface);
    color: var(--_ink);
    box-shadow: var(--_shadow);
  }
  dialog::backdrop {
    background: rgb(12 16 22 / 45%);
  }
  .inside {
    display: grid;
    gap: 10px;
    padding: 24px;
    overflow-wrap: anywhere;
  }
  .question {
    font-size: calc(var(--_text) * 1.125);
    font-weight: 650;
    line-height: 1.3;
    letter-spacing: -0.01em;
  }
  #consequence {
    color: var(--_ink-2);
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-block-start: 10px;
  }
  .danger {
    border-color: var(--_bad);
    color: var(--_bad);
  }
  @media (hover: hover) {
    .danger:hover {
      background: var(--_bad-soft);
    }
  }
`;
