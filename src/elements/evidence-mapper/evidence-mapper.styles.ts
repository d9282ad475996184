import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    container-type: inline-size;
  }
  .head {
    display: grid;
    gap: 4px;
    margin-block-end: 20px;
  }
  .head .lead {
    margin-block-start: 6px;
  }
  .outcome {
    margin-block: 32px 4px;
    font-size: calc(var(--_text) * 1.0625);
    font-weight: 650;
    line-height: 1.35;
    letter-spacing: -0.01em;
  }
  .outcome .code {
    color: var(--_ink-2);
  }
  .detail {
    display: grid;
    grid-template-columns: 40px minmax(0, 1fr);
    margin-inline: -16px;
    padding: 18px 16px;
    border-block-end: 1px solid var(--_line);
  }
  .detail:not(.open) {
    content-visibility: auto;
    contain-intrinsic-size: auto 120px;
  }
  .detail.open {
    padding-block: 20px;
    border-block-end-color: transparent;
    border-radius: var(--_radius-l);
    background: var(--_accent-soft);
  }
  .detail:has(+ .open) {
    border-block-end-color: transparent;
  }
  .detail > .code {
    padding-block-start: 2px;
    color: var(--_ink-2);
    font-size: var(--_text-m);
    font-weight: 600;
  }
  .body {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0 16px;
    min-inline-size: 0;
  }
  .wide {
    grid-column: 1 / -1;
  }
  .ask {
    display: grid;
    gap: 5px;
  }
  .statement {
    max-inline-size: var(--_measure);
    font-size: var(--_text);
    font-weight: 400;
    line-height: 1.45;
    text-wrap: pretty;
  }
  .statement:focus {
    outline: none;
  }
  .open .statement {
    font-weight: 600;
  }
  .ask .required-level {
    max-inline-size: var(--_measure);
  }
  .body > .state {
    padding-block-start: 3px;
  }
  mc-set-aside {
    margin-block-start: 12px;
  }
  .work {
    display: grid;
    gap: 12px;
    margin-block-start: 12px;
  }
  .work:not(:has(> *)) {
    display: none;
  }
  .pointers {
    display: grid;
    gap: 8px;
  }
  .why {
    max-inline-size: var(--_measure);
    line-height: 1.55;
    white-space: pre-line;
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 12px;
    align-items: center;
    justify-content: space-between;
  }
  .foot .button {
    margin-inline: auto -8px;
  }
  .foot:not(:has(.missing)) .button {
    margin-inline: -8px auto;
  }
  .next {
    display: var(--mc-evidence-mapper-next, inline-flex);
    max-inline-size: 100%;
    margin-block-start: 24px;
  }
  .next > span {
    min-inline-size: 0;
    text-align: start;
  }
  @container (inline-size < 480px) {
    .detail {
      grid-template-columns: minmax(0, 1fr);
      margin-inline: -12px;
      padding-inline: 12px;
    }
    .next {
      inline-size: 100%;
      min-block-size: 48px;
    }
  }
  /* So narrow, what is around it may have no room for the card to reach into. */
  @container (inline-size < 360px) {
    .detail {
      margin-inline: 0;
    }
    .detail:not(.open) {
      padding-inline: 0;
    }
  }
  @media (forced-colors: active) {
    .detail.open {
      border: 2px solid Highlight;
    }
  }
`;
