import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
  }
  .head {
    display: grid;
    gap: 4px;
    margin-block-end: 24px;
  }
  .head .lead {
    margin-block-start: 6px;
  }
`;
