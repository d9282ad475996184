import { css } from 'lit';

/** What every element shares: box, type, buttons, fields, focus, notes. One sheet, adopted by all. */
export const base = css`
  :host {
    box-sizing: border-box;
    color: var(--_ink);
    font-family: var(--mc-font, inherit);
    font-size: var(--_text);
    font-weight: 400;
    line-height: 1.5;
    letter-spacing: normal;
    text-align: start;
    text-transform: none;
    overflow-wrap: break-word;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h1,
  h2,
  h3,
  h4,
  h5,
  h6,
  p,
  ul,
  ol,
  dl,
  dd,
  figure,
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  a {
    color: var(--_accent);
    text-underline-offset: 0.15em;
  }
  button,
  input,
  textarea,
  select {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
  }
  /* Where a bar covers the lower edge, the form says how high it is in --mc-dock. */
  :where(a, button, input, textarea, select, summary, [tabindex], .keep-clear) {
    scroll-margin-block-end: var(--mc-dock, 0);
  }
  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }

  .title {
    font-size: var(--_title);
    font-weight: 680;
    line-height: 1.22;
    letter-spacing: -0.018em;
    text-wrap: balance;
  }
  .title:focus {
    outline: none;
  }
  .kicker {
    color: var(--_ink-2);
    font-size: var(--_text-s);
    font-weight: 600;
  }
  .lead {
    color: var(--_ink-2);
    max-inline-size: var(--_measure);
  }
  .small {
    color: var(--_ink-2);
    font-size: var(--_text-s);
  }
  .figures {
    font-variant-numeric: tabular-nums;
  }

  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    min-block-size: 40px;
    padding: 8px 16px;
    border: 1px solid var(--_outline);
    border-radius: var(--_radius-s);
    background: var(--_surface);
    color: var(--_ink);
    font-size: var(--_text-m);
    font-weight: 600;
    line-height: 1.3;
    text-decoration: none;
    cursor: pointer;
    touch-action: manipulation;
  }
  @media (hover: hover) {
    .button:hover {
      background: var(--_ground);
    }
  }
  .button.main {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_on-accent);
  }
  @media (hover: hover) {
    .button.main:hover {
      background: color-mix(in oklab, var(--_accent) 90%, var(--_ink));
    }
  }
  .button.quiet {
    border-color: transparent;
    background: none;
    color: var(--_accent);
    padding-inline: 8px;
  }
  @media (hover: hover) {
    .button.quiet:hover {
      background: var(--_accent-soft);
    }
  }
  .button.compact {
    min-block-size: 32px;
    padding-block: 4px;
    font-size: var(--_text-s);
  }
  .button:disabled {
    border-color: var(--_line);
    background: var(--_ground);
    color: var(--_ink-2);
    cursor: not-allowed;
  }
  .link {
    display: inline;
    padding: 0;
    border: 0;
    background: none;
    color: var(--_accent);
    font-weight: 600;
    text-decoration: underline;
    text-underline-offset: 0.15em;
    cursor: pointer;
  }

  .field {
    display: grid;
    gap: 6px;
  }
  .field > label,
  .label {
    color: var(--_ink-2);
    font-size: var(--_text-s);
    font-weight: 550;
  }
  .input {
    display: block;
    inline-size: 100%;
    min-block-size: 44px;
    padding: 10px 12px;
    border: 1px solid var(--_outline);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_ink);
    line-height: 1.5;
  }
  textarea.input {
    resize: vertical;
  }
  .input:focus-visible {
    outline-offset: 0;
    border-color: var(--_accent);
  }
  .input[aria-invalid='true'] {
    border-color: var(--_bad);
  }
  input[type='checkbox'],
  input[type='radio'] {
    inline-size: 20px;
    block-size: 20px;
    margin: 0;
    accent-color: var(--_accent);
    flex: none;
  }
  .hint {
    color: var(--_ink-2);
    font-size: var(--_text-s);
  }
  .error {
    color: var(--_bad);
    font-size: var(--_text-s);
  }

  .note {
    display: flex;
    gap: 10px;
    align-items: flex-start;
    padding: 10px 14px;
    border-radius: var(--_radius);
    background: var(--_ground);
    font-size: var(--_text-m);
    line-height: 1.45;
  }
  .note > .icon {
    margin-block-start: 2px;
  }
  .note.warn {
    background: var(--_warn-soft);
    color: var(--_warn);
  }
  .note.good {
    background: var(--_good-soft);
    color: var(--_good);
  }
  .note.bad {
    background: var(--_bad-soft);
    color: var(--_bad);
  }
  .note .link,
  .note a {
    color: inherit;
  }

  progress {
    appearance: none;
    display: block;
    inline-size: 100%;
    block-size: 5px;
    border: 0;
    border-radius: 99px;
    background: var(--_line);
    overflow: clip;
  }
  progress::-webkit-progress-bar {
    background: var(--_line);
  }
  progress::-webkit-progress-value {
    border-radius: 99px;
    background: var(--_accent);
  }
  progress::-moz-progress-bar {
    border-radius: 99px;
    background: var(--_accent);
  }
  progress.done::-webkit-progress-value {
    background: var(--_good);
  }
  progress.done::-moz-progress-bar {
    background: var(--_good);
  }

  .icon {
    inline-size: 18px;
    block-size: 18px;
    flex: none;
  }
  .state-todo {
    color: var(--_outline);
  }
  .state-doing {
    color: var(--_accent);
  }
  .state-done {
    color: var(--_good);
  }
  :host(:dir(rtl)) .mirrored {
    transform: scaleX(-1);
    transform-origin: center;
  }
  .only-heard {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  @media (pointer: coarse) {
    .button,
    .button.compact {
      min-block-size: 44px;
    }
  }
  @media (forced-colors: active) {
    .button.main {
      border-width: 2px;
    }
    .note {
      border: 1px solid CanvasText;
    }
    progress {
      border: 1px solid CanvasText;
    }
    progress::-webkit-progress-value {
      background: Highlight;
      forced-color-adjust: none;
    }
    progress::-moz-progress-bar {
      background: Highlight;
      forced-color-adjust: none;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      transition-duration: 0.01ms !important;
      animation-duration: 0.01ms !important;
      animation-iteration-count: 1 !important;
    }
  }
`;
