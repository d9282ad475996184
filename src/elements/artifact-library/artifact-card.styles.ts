import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    container-type: inline-size;
  }
  article {
    display: grid;
    grid-template-columns: 44px minmax(0, 1fr) auto;
    gap: 4px 14px;
    align-items: start;
    padding: 14px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    font-size: var(--_text-m);
    line-height: 1.45;
  }
  .tile {
    display: grid;
    place-items: center;
    inline-size: 44px;
    block-size: 44px;
    border-radius: var(--_radius);
    background: var(--_accent-soft);
    color: var(--_accent);
  }
  .tile .icon {
    inline-size: 22px;
    block-size: 22px;
  }
  .about {
    display: grid;
    gap: 3px;
    min-inline-size: 0;
  }
  .name {
    font-size: calc(var(--_text-m) * 1.07);
    font-weight: 600;
  }
  .meta {
    color: var(--_ink-2);
    font-size: var(--_text-s);
  }
  .note-text {
    max-inline-size: var(--_measure);
    white-space: pre-line;
  }
  .state {
    display: flex;
    gap: 8px;
    align-items: start;
    color: var(--_ink-2);
    font-size: var(--_text-s);
  }
  .state > span,
  .state > .link {
    min-inline-size: 0;
    text-align: start;
  }
  .state .icon {
    inline-size: 16px;
    block-size: 16px;
    margin-block-start: 2px;
  }
  .state.good {
    color: var(--_good);
  }
  .state.warn {
    color: var(--_warn);
  }
  .state.bad {
    color: var(--_bad);
  }
  .state .link {
    min-block-size: 24px;
    color: inherit;
  }
  progress {
    max-inline-size: 320px;
    margin-block: 3px;
  }
  .acts {
    display: flex;
    gap: 4px;
    justify-content: flex-end;
  }
  .acts .icon {
    inline-size: 14px;
    block-size: 14px;
  }
  [aria-expanded='true'] > .icon {
    transform: rotate(180deg);
  }
  .more,
  .edit {
    grid-column: 1 / -1;
    margin-block-start: 10px;
    padding-block-start: 10px;
    border-block-start: 1px solid var(--_line);
  }
  .more {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 8px;
  }
  .more .remove {
    color: var(--_bad);
  }
  @media (hover: hover) {
    .more .remove:hover {
      background: var(--_bad-soft);
    }
  }
  .button[aria-disabled='true'] {
    color: var(--_ink-2);
    cursor: not-allowed;
  }
  .edit {
    padding-block-start: 16px;
  }
  .fields {
    display: grid;
    gap: 16px;
    max-inline-size: 620px;
    margin-block-end: 16px;
  }
  .input.grow {
    field-sizing: content;
    min-block-size: 68px;
  }
  .people {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 20px;
  }
  .people legend {
    margin-block-end: 4px;
    padding: 0;
  }
  .choice {
    display: inline-flex;
    gap: 8px;
    align-items: center;
    min-block-size: 32px;
  }
  @media (pointer: coarse) {
    .choice,
    .state .link {
      min-block-size: 44px;
    }
  }
  @container (inline-size < 480px) {
    article {
      grid-template-columns: 44px minmax(0, 1fr);
    }
    .acts {
      grid-column: 2;
      justify-content: flex-start;
      margin-inline-start: -8px;
    }
  }
  @container (inline-size < 320px) {
    article {
      grid-template-columns: minmax(0, 1fr);
      padding: 12px;
    }
    .acts {
      grid-column: 1;
    }
  }
`;
