import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    min-block-size: 4rem;
  }
  :host([scheme='light']) {
    color-scheme: light;
  }
  :host([scheme='dark']) {
    color-scheme: dark;
  }
  :host([scheme='auto']) {
    color-scheme: light dark;
  }
  .opening {
    padding: 24px;
    color: var(--_ink-2);
  }
  .imported {
    margin-block-end: 12px;
  }
`;
