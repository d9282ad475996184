import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    container-type: inline-size;
  }
  .layout {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
  }
  .title {
    margin-block: 4px 10px;
  }
  .instructions {
    color: var(--_ink);
  }
  .instructions + .lead {
    margin-block-start: 6px;
    font-size: var(--_text-m);
  }
  .side {
    margin-block-start: 16px;
  }
  .questions {
    display: var(--mc-narrative-part-questions, block);
  }
  .toggle {
    min-block-size: 44px;
  }
  .toggle .icon {
    transition: rotate 0.15s;
  }
  .toggle[aria-expanded='true'] .icon {
    rotate: 180deg;
  }
  .list {
    display: none;
    padding-block: 14px 4px;
  }
  .list.open {
    display: block;
  }
  .texts {
    margin-block-start: 16px;
  }
  mc-set-aside {
    margin-block-end: 16px;
  }
  .answer {
    --mc-narrative-editor-lines: 7;
  }
  .answer + .answer {
    margin-block-start: 36px;
  }
  .question {
    max-inline-size: var(--_measure);
    margin-block-end: 10px;
    font-size: var(--_text-read);
    font-weight: 600;
    line-height: 1.4;
    text-wrap: pretty;
  }
  .may {
    margin-block-start: 32px;
    padding-block-start: 16px;
    border-block-start: 1px solid var(--_line);
  }
  .may ul {
    display: grid;
    gap: 6px;
    margin-block-start: 6px;
    padding-inline-start: 1.2em;
    color: var(--_ink-2);
    font-size: var(--_text-m);
    list-style: disc;
  }

  @container (inline-size >= 860px) {
    .layout {
      grid-template-columns: minmax(0, 1fr) auto;
      grid-template-rows: auto 1fr;
    }
    .side {
      grid-area: 1 / 2 / 3 / 3;
      margin-block-start: 28px;
    }
    .questions,
    ::slotted([slot='companion']) {
      inline-size: 272px;
      margin-inline-start: 40px;
    }
    .toggle {
      display: none;
    }
    .list {
      display: block;
      padding-block: 0;
    }
    .texts {
      grid-area: 2 / 1;
      margin-block-start: 24px;
    }
  }
  @container (inline-size < 520px) {
    .title {
      font-size: calc(var(--_title) * 0.85);
    }
  }
`;
