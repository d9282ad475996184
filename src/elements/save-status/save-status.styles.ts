import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    min-inline-size: 0;
  }
  :host([compact]) {
    flex: 0 1 auto;
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    gap: 6px 10px;
    align-items: center;
  }
  .status {
    display: inline-grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 9px;
    align-items: baseline;
    min-block-size: 32px;
    padding: 6px 8px;
    border: 0;
    border-radius: var(--_radius-s);
    background: none;
    color: var(--_ink-2);
    font-size: var(--_text-s);
    line-height: 1.4;
    text-align: start;
    cursor: pointer;
    touch-action: manipulation;
  }
  .status:hover {
    background: color-mix(in oklab, var(--_ink) 5%, transparent);
    color: var(--_ink);
  }
  .status.bad {
    color: var(--_bad);
    font-weight: 550;
  }
  .dot {
    inline-size: 8px;
    block-size: 8px;
    border-radius: 50%;
    background: var(--_warn);
    transition: background-color 0.2s;
  }
  .good .dot {
    background: var(--_good);
  }
  .bad .dot {
    border-radius: 2px;
    background: var(--_bad);
  }

  #where {
    position: fixed;
    inset: auto;
    inline-size: min(360px, calc(100vi - 16px));
    max-block-size: calc(100dvb - 16px);
    margin: 0;
    padding: 18px 20px 20px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius-l);
    overflow: auto;
    background: var(--_surface);
    box-shadow: var(--_shadow);
    color: var(--_ink);
    font-size: var(--_text-m);
    line-height: 1.45;
    white-space: normal;
  }
  .places {
    display: grid;
    gap: 14px;
    padding-block-end: 16px;
  }
  .place dt {
    display: flex;
    gap: 12px;
    align-items: center;
    font-weight: 600;
  }
  .place .icon {
    color: var(--_ink-2);
  }
  .place dd {
    margin-block-start: 2px;
    padding-inline-start: 30px;
    color: var(--_ink-2);
    font-size: var(--_text-s);
  }
  @media (pointer: coarse) {
    .status {
      min-block-size: 44px;
      align-content: center;
    }
  }
  @media (forced-colors: active) {
    .dot {
      background: CanvasText;
    }
  }
`;
