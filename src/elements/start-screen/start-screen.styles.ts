import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    container: mc-start / inline-size;
  }
  article {
    display: grid;
    gap: 40px;
  }
  article.alone {
    max-inline-size: 880px;
    margin-inline: auto;
    padding: clamp(24px, 6cqi, 56px) clamp(16px, 6cqi, 56px);
    border: 1px solid var(--_line);
    border-radius: var(--_radius-l);
    background: var(--_surface);
    box-shadow: var(--_shadow);
  }
  .head,
  .about {
    display: grid;
    gap: 10px;
  }
  .back {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    min-block-size: 32px;
    font-size: var(--_text-m);
    font-weight: 600;
    text-decoration: none;
  }
  .alone .title {
    font-size: calc(var(--_size) * 2);
  }
  .overview {
    max-inline-size: var(--_measure);
    font-size: var(--_text-read);
    line-height: 1.65;
  }
  .head .note,
  .about .note {
    font-size: var(--_text-s);
    color: var(--_ink-2);
  }
  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 6px 0;
    margin-block-start: -16px;
    color: var(--_ink-2);
    font-size: var(--_text-m);
  }
  .facts li:not(:last-child)::after {
    content: '·';
    margin-inline: 10px;
  }

  .begin {
    display: grid;
    gap: 14px;
    padding: 20px 24px;
    border-radius: var(--_radius);
    background: var(--_accent-soft);
  }
  .begin-title {
    font-size: calc(var(--_size) * 1.1875);
    font-weight: 650;
    line-height: 1.3;
  }
  .ways {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 12px;
  }
  .ways .button {
    min-block-size: 48px;
    padding-inline: 22px;
  }
  .ways .file:has(:focus-visible) {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  .shared {
    display: flex;
    gap: 12px;
    align-items: flex-start;
    min-block-size: 44px;
    padding-block: 4px;
    font-size: var(--_text-m);
    cursor: pointer;
  }
  .shared .small {
    display: block;
  }
  .drafts {
    display: grid;
    gap: 8px;
  }
  .draft {
    display: grid;
    grid-template-columns: auto 1fr auto;
    gap: 12px;
    align-items: center;
    inline-size: 100%;
    min-block-size: 56px;
    padding: 10px 16px;
    border: 1px solid var(--_outline);
    border-radius: var(--_radius);
    background: var(--_surface);
    text-align: start;
    cursor: pointer;
  }
  @media (hover: hover) {
    .draft:hover {
      border-color: var(--_accent);
    }
  }
  .draft b {
    display: block;
    font-weight: 600;
  }

  .section-title {
    margin-block-end: 12px;
    padding-block-end: 8px;
    border-block-end: 1px solid var(--_line);
    font-size: calc(var(--_size) * 1.1875);
    font-weight: 650;
    letter-spacing: -0.01em;
    line-height: 1.3;
  }
  .parts,
  .outcomes {
    display: grid;
    gap: 22px;
  }
  .outcomes {
    margin-block-start: 16px;
  }
  .parts > li,
  .outcomes > li {
    display: grid;
    grid-template-columns: 28px minmax(0, 1fr);
    gap: 10px;
  }
  .number {
    color: var(--_ink-2);
    font-weight: 600;
  }
  .part-title,
  .outcome-title {
    max-inline-size: var(--_measure);
    font-size: var(--_text);
    font-weight: 600;
    line-height: 1.45;
  }
  .parts p:not(.small) {
    max-inline-size: var(--_measure);
    margin-block-start: 6px;
  }
  .prompts {
    margin-block-start: 8px;
  }
  .plain {
    display: grid;
    gap: 8px;
    max-inline-size: var(--_measure);
  }
  .prompts li,
  .confirm li {
    padding-inline-start: 14px;
    border-inline-start: 2px solid var(--_line);
  }
  .confirm {
    margin-block-start: 22px;
    padding-inline-start: 38px;
  }
  .confirm .plain {
    margin-block-start: 8px;
  }
  .details {
    display: grid;
    gap: 6px;
    margin-block-start: 8px;
  }
  .details li {
    display: grid;
    grid-template-columns: 36px minmax(0, 1fr);
    max-inline-size: var(--_measure);
  }
  .code {
    color: var(--_ink-2);
  }
  .references {
    font-size: var(--_text-m);
  }
  .offer {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(280px, 100%), 1fr));
    gap: 32px;
  }
  .steps {
    display: grid;
    gap: 8px;
    padding-inline-start: 1.4em;
    list-style: decimal;
  }
  .steps + p {
    margin-block-start: 12px;
  }
`;
