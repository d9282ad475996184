import { css } from 'lit';

export const styles = css`
  :host {
    display: grid;
    gap: 14px;
    container-type: inline-size;
  }
  .pointers {
    display: grid;
    gap: 8px;
  }
  .replaced {
    grid-column: 1 / -1;
    margin-block-start: 8px;
  }
  .undo {
    justify-content: space-between;
    background: var(--_surface);
  }
  .undo .link {
    flex: none;
    min-block-size: 24px;
  }
  .add {
    justify-self: start;
  }
  textarea.input {
    field-sizing: content;
    min-block-size: 92px;
    max-inline-size: 100%;
    line-height: 1.55;
  }
`;
