import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
  }
  form {
    display: grid;
    gap: 14px;
    padding: 16px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  legend {
    padding: 0;
    margin-block-end: 6px;
  }
  .option {
    display: grid;
    grid-template-columns: 20px 18px minmax(0, 1fr);
    gap: 12px;
    align-items: center;
    min-block-size: 48px;
    padding: 8px 10px;
    border-radius: var(--_radius-s);
    font-size: var(--_text-m);
    line-height: 1.35;
    cursor: pointer;
  }
  .option + .option {
    margin-block-start: 2px;
  }
  @media (hover: hover) {
    .option:hover {
      background: var(--_ground);
    }
  }
  .option:has(:checked) {
    background: var(--_accent-soft);
  }
  .mark {
    color: var(--_ink-2);
  }
  .name {
    display: grid;
    min-inline-size: 0;
  }
  .name strong {
    font-weight: 600;
  }
  .not-added {
    margin: 0;
    scroll-margin-block: 16px calc(16px + var(--mc-dock, 0px));
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .button[aria-disabled='true'] {
    border-color: var(--_line);
    background: var(--_ground);
    color: var(--_ink-2);
    cursor: not-allowed;
  }
`;
