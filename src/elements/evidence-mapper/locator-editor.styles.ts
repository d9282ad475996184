import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    container-type: inline-size;
  }
  ul {
    display: grid;
    gap: 12px;
  }
  .place {
    display: flex;
    flex-wrap: wrap;
    gap: 10px;
    align-items: end;
  }
  .kind {
    flex: 0 1 170px;
    min-inline-size: 0;
  }
  .words {
    flex: 1 1 220px;
    min-inline-size: 0;
  }
  .page {
    flex: 0 0 96px;
  }
  .box {
    display: grid;
    flex: 1 1 320px;
    grid-template-columns: repeat(4, minmax(0, 1fr));
    gap: 8px;
    align-items: end;
  }
  .box legend {
    padding: 0;
    margin-block-end: 6px;
  }
  .box label {
    font-weight: 400;
  }
  .place .input {
    block-size: 46px;
  }
  select.input {
    padding-inline-end: 6px;
  }
  .echo {
    min-block-size: 1.5em;
    margin-block-start: 4px;
    color: var(--_ink-2);
    font-size: var(--_text-s);
    overflow-wrap: anywhere;
  }
  .echo::first-letter {
    text-transform: uppercase;
  }
  .echo.wrong {
    color: var(--_warn);
  }
  .remove {
    display: grid;
    place-items: center;
    inline-size: 44px;
    block-size: 44px;
    padding: 0;
    border: 0;
    border-radius: var(--_radius-s);
    background: none;
    color: var(--_ink-2);
    cursor: pointer;
  }
  @media (hover: hover) {
    .remove:hover {
      background: var(--_ground);
    }
  }
  .another {
    margin-inline-start: -8px;
  }
  @container (inline-size < 400px) {
    .box {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
`;
