import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
  }
  .summary {
    display: grid;
    padding-inline: 12px;
    padding-block-end: 8px;
    color: var(--_ink-2);
    font-size: var(--_text-m);
    line-height: 1.55;
  }
  .summary strong {
    color: var(--_ink);
    font-size: calc(var(--_text-m) * 1.07);
    font-weight: 650;
  }
  .summary .ready {
    color: var(--_good);
    font-weight: 550;
  }
  .group {
    padding-block-start: 12px;
  }
  .caption {
    padding-inline: 12px;
    padding-block: 4px 6px;
    color: var(--_ink-2);
    font-size: var(--_text-s);
    font-weight: 600;
    line-height: 1.4;
  }
  .row {
    position: relative;
    display: grid;
    grid-template-columns: 18px minmax(0, 1fr);
    gap: 14px;
    inline-size: 100%;
    min-block-size: 44px;
    padding: 10px 12px;
    border: 0;
    border-radius: 4px var(--_radius) var(--_radius) 4px;
    background: none;
    color: var(--_ink);
    font-size: var(--_text-m);
    line-height: 1.38;
    text-align: start;
    cursor: pointer;
    touch-action: manipulation;
    -webkit-tap-highlight-color: transparent;
  }
  :host(:dir(rtl)) .row {
    border-radius: var(--_radius) 4px 4px var(--_radius);
  }
  .row:hover {
    background: color-mix(in oklab, var(--_ink) 5%, transparent);
  }
  .row:focus-visible {
    outline-offset: -2px;
  }
  .row[aria-current] {
    background: var(--_accent-soft);
  }
  .row[aria-current]::before {
    content: '';
    position: absolute;
    inset-block: 0;
    inset-inline-start: 0;
    inline-size: 3px;
    border-radius: 3px;
    background: var(--_accent);
  }
  .row > .icon {
    margin-block-start: 1px;
  }
  .row > .icon:not([class*='state-']) {
    color: var(--_ink-2);
  }
  .words {
    min-inline-size: 0;
  }
  .name {
    display: -webkit-box;
    overflow: hidden;
    font-weight: 550;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }
  .line {
    display: block;
    margin-block-start: 2px;
    color: var(--_ink-2);
    font-size: var(--_text-s);
  }
  @media (forced-colors: active) {
    .row[aria-current]::before {
      background: Highlight;
    }
    .row[aria-current] .name {
      text-decoration: underline;
    }
  }
`;
