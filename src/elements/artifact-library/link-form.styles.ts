import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
  }
  form {
    display: grid;
    gap: 14px;
    max-inline-size: 560px;
    text-align: start;
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
`;
