import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    container: mc-form / inline-size;
  }
  .frame {
    display: grid;
    grid-template: 'top' auto 'strip' auto 'place' 1fr 'dock' auto / minmax(0, 1fr);
    position: relative;
    border: 1px solid var(--_line);
    border-radius: var(--_radius-l);
    background: var(--_surface);
    box-shadow: var(--_shadow);
    overflow: clip;
  }
  .frame.wide {
    grid-template: 'top top top' auto 'rail place side' 1fr / 288px minmax(0, 1fr) auto;
    min-block-size: 720px;
  }
  .frame.phone {
    border-radius: var(--_radius);
    min-block-size: min(100dvh, 640px);
  }

  .top {
    grid-area: top;
    display: flex;
    align-items: center;
    gap: 12px 16px;
    padding: 14px 24px;
    border-block-end: 1px solid var(--_line);
  }
  .names {
    flex: 1;
    min-inline-size: 0;
  }
  .name {
    font-size: calc(var(--_size) * 1.0625);
    font-weight: 650;
    letter-spacing: -0.01em;
    line-height: 1.3;
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }
  .phone .top {
    gap: 8px;
    padding: 12px 16px;
  }
  .phone .name {
    font-size: clamp(var(--_text-s), 4.4cqi, var(--_text));
    line-height: 1.25;
  }

  .strip {
    grid-area: strip;
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 16px;
    padding: 6px 24px;
    border-block-end: 1px solid var(--_line);
  }
  .phone .strip {
    padding: 2px 16px;
  }
  .contents {
    display: flex;
    align-items: center;
    gap: 6px;
    min-block-size: 44px;
    min-inline-size: 0;
    padding: 4px 0;
    border: 0;
    background: none;
    font-size: var(--_text-m);
    font-weight: 600;
    text-align: start;
    cursor: pointer;
  }
  .contents .icon {
    rotate: 90deg;
    inline-size: 14px;
  }
  .strip .small {
    white-space: nowrap;
  }

  .rail {
    grid-area: rail;
    padding: 24px 12px;
    border-inline-end: 1px solid var(--_line);
    background: var(--_ground);
  }
  .rail > * {
    position: sticky;
    inset-block-start: 16px;
    max-block-size: calc(100dvh - 32px);
    overflow: auto;
  }

  .place {
    grid-area: place;
    container: mc-place / inline-size;
    display: flex;
    flex-direction: column;
    gap: 24px;
    min-inline-size: 0;
    padding: 32px 48px 48px;
  }
  .column .place {
    padding: 28px 36px 36px;
  }
  .phone .place {
    padding: 20px 16px 28px;
    gap: 16px;
  }
  mc-narrative-part {
    --mc-narrative-part-questions: none;
  }
  mc-evidence-mapper {
    --mc-evidence-mapper-next: none;
  }
  .place > .view {
    display: block;
    inline-size: 100%;
    max-inline-size: 880px;
  }
  .view > .lead {
    margin-block: 8px 20px;
  }
  .at-hand {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 12px;
    max-inline-size: 880px;
  }

  .side {
    grid-area: side;
    inline-size: 336px;
    padding: 24px;
    border-inline-start: 1px solid var(--_line);
    background: var(--_ground);
    font-size: var(--_text-m);
  }
  .tabs {
    display: flex;
    gap: 18px;
    margin-block-end: 16px;
    border-block-end: 1px solid var(--_line);
  }
  .tabs button {
    padding: 4px 0 9px;
    border: 0;
    border-block-end: 2px solid transparent;
    margin-block-end: -1px;
    background: none;
    color: var(--_ink-2);
    font-size: var(--_text-s);
    font-weight: 600;
    cursor: pointer;
  }
  .tabs button[aria-selected='true'] {
    border-block-end-color: var(--_accent);
    color: var(--_ink);
  }

  .dock {
    grid-area: dock;
    position: sticky;
    inset-block-end: 0;
    z-index: 2;
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 12px;
    padding: 12px 16px max(12px, env(safe-area-inset-bottom));
    border-block-start: 1px solid var(--_line);
    background: var(--_surface);
  }
  /* What gets focus keeps clear of the dock: its height, two lines of words, and some air. */
  .phone:has(> .dock) {
    --mc-dock: 112px;
  }
  .phone > .sheet {
    --mc-dock: 0px;
  }
  .dock p {
    display: grid;
    font-size: var(--_text-m);
    line-height: 1.35;
  }
  .dock strong {
    font-weight: 650;
  }
  .dock .button {
    min-block-size: 48px;
    min-inline-size: 0;
  }

  .menu {
    position: relative;
  }
  .menu > summary {
    list-style: none;
    min-inline-size: 40px;
    color: var(--_ink-2);
  }
  .menu > summary::-webkit-details-marker {
    display: none;
  }
  .menu > ul {
    position: absolute;
    z-index: 5;
    inset-block-start: calc(100% + 4px);
    inset-inline-end: 0;
    inline-size: max-content;
    max-inline-size: 300px;
    padding: 6px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    box-shadow: var(--_shadow);
  }
  .menu li > button,
  .menu .item {
    display: block;
    inline-size: 100%;
    min-block-size: 44px;
    padding: 10px 12px;
    border: 0;
    border-radius: var(--_radius-s);
    background: none;
    font-size: var(--_text-m);
    text-align: start;
    cursor: pointer;
  }
  .menu .item:focus-within {
    background: var(--_accent-soft);
  }
  @media (hover: hover) {
    .menu li > button:hover,
    .menu .item:hover {
      background: var(--_accent-soft);
    }
  }
  .menu .item:has(:focus-visible) {
    outline: 2px solid var(--_accent);
    outline-offset: -2px;
  }

  .sheet {
    position: fixed;
    inset: 0;
    inline-size: min(420px, 92vw);
    max-inline-size: none;
    block-size: 100dvh;
    max-block-size: none;
    margin: 0;
    margin-inline-start: auto;
    padding: 0;
    border: 0;
    background: var(--_surface);
    color: inherit;
    overflow: auto;
    overscroll-behavior: contain;
  }
  .sheet.start {
    margin-inline: 0 auto;
  }
  .sheet-body {
    padding: 0 20px 28px;
  }
  .start .sheet-body {
    padding-inline: 12px;
  }
  .sheet.middle {
    margin: auto;
    block-size: fit-content;
    inline-size: min(480px, calc(100vw - 32px));
    border-radius: var(--_radius-l);
  }
  .sheet::backdrop {
    background: rgb(10 14 20 / 45%);
  }
  .sheet-top {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    display: flex;
    align-items: center;
    justify-content: space-between;
    margin-block-end: 12px;
    padding-block: 10px;
    background: var(--_surface);
  }
  .start .sheet-top {
    padding-inline-start: 12px;
  }
  .sheet-title {
    font-weight: 650;
  }
  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-block-start: 20px;
  }
  .due {
    border-color: var(--_warn);
    background: var(--_warn-soft);
    color: var(--_warn);
  }
  .danger {
    border-color: var(--_bad);
    color: var(--_bad);
  }
  @media (prefers-reduced-motion: no-preference) {
    .sheet[open] {
      animation: enter 180ms ease-out;
    }
    @keyframes enter {
      from {
        opacity: 0;
        translate: 0 8px;
      }
    }
  }
  @media print {
    .frame {
      display: block;
      border: 0;
      box-shadow: none;
    }
    .top,
    .strip,
    .rail,
    .side,
    .dock,
    .foot,
    .at-hand {
      display: none;
    }
    .place {
      padding: 0;
    }
  }
`;
