import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
  }
  header {
    display: grid;
    gap: 4px;
    margin-block-end: 24px;
  }
  header .lead {
    margin-block-start: 6px;
  }
`;
