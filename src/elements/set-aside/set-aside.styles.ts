import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    container-type: inline-size;
  }
  .name {
    font-size: var(--_text-read);
    font-weight: 650;
    line-height: 1.35;
  }
  .lead {
    margin-block-start: 2px;
    font-size: var(--_text-m);
  }
  .entry {
    padding: 16px 20px;
    border: 1px solid color-mix(in oklab, var(--_warn) 35%, var(--_line));
    border-radius: calc(var(--_radius) * 1.25);
    background: var(--_warn-soft);
  }
  * + .entry,
  .note + header {
    margin-block-start: 12px;
  }
  .note:focus {
    outline: none;
  }
  .two {
    display: grid;
    gap: 12px;
    margin-block-start: 14px;
  }
  .version {
    display: flex;
    flex-direction: column;
    gap: 8px;
    align-items: flex-start;
    min-inline-size: 0;
    padding: 14px 16px 16px;
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .version .reading {
    flex: 1;
    font-size: var(--_text);
    line-height: 1.55;
  }
  .version .button {
    margin-block-start: 6px;
  }
  .plain {
    white-space: pre-line;
  }
  .both {
    margin-block-start: 8px;
    margin-inline-start: -8px;
  }
  .clip {
    margin-block-start: 6px;
  }
  .clip .reading {
    font-size: var(--_text);
    line-height: 1.55;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-block-start: 14px;
  }
  @container (inline-size >= 560px) {
    .two {
      grid-template-columns: 1fr 1fr;
    }
  }
  @media (forced-colors: active) {
    .version {
      border: 1px solid CanvasText;
    }
  }
`;
