import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    container-type: inline-size;
  }
  .zone {
    position: relative;
    display: grid;
    gap: 16px;
  }
  .not-added {
    margin-block: 0 20px;
    scroll-margin-block: 16px calc(16px + var(--mc-dock, 0px));
  }
  .cards {
    display: grid;
    gap: 8px;
  }
  .ways {
    display: grid;
    gap: 10px;
    padding: 18px;
    border: 1px dashed var(--_outline);
    border-radius: var(--_radius-l);
  }
  .empty .ways {
    justify-items: center;
    gap: 12px;
    padding: 36px 24px;
    text-align: center;
  }
  .empty-title {
    font-size: calc(var(--_text) * 1.0625);
    font-weight: 650;
    letter-spacing: -0.01em;
  }
  .empty-text {
    max-inline-size: 54ch;
    color: var(--_ink-2);
    text-wrap: pretty;
  }
  .empty .hint {
    max-inline-size: 60ch;
    text-wrap: pretty;
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    align-items: center;
  }
  .empty .buttons {
    justify-content: center;
    margin-block: 4px;
  }
  mc-artifact-link-form {
    inline-size: 100%;
    max-inline-size: 560px;
  }
  .let-go {
    position: absolute;
    inset: -6px;
    display: grid;
    place-items: center;
    border: 2px dashed var(--_accent);
    border-radius: var(--_radius-l);
    background: color-mix(in oklab, var(--_accent-soft) 92%, transparent);
    color: var(--_accent);
    font-weight: 650;
    pointer-events: none;
  }
  .let-go > span {
    position: sticky;
    inset-block: 48px;
    display: flex;
    gap: 10px;
    align-items: center;
    padding: 10px 18px;
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .removed {
    justify-content: space-between;
    border: 1px solid var(--_line);
  }
  .removed .link {
    flex: none;
    min-block-size: 24px;
  }
  @media (pointer: coarse) {
    .by-drop {
      display: none;
    }
  }
  @container (inline-size < 480px) {
    .ways {
      padding: 14px;
    }
    .empty .ways {
      padding: 28px 16px;
    }
  }
`;
