import { css } from 'lit';

/**
 * Design tokens. Public names are `--mc-…` and may be set anywhere above; elements use the private `--_…` that fall
 * back from them. `--mc-brand` alone restyles the accent in light and dark, made dark or light enough to be read. Type
 * takes on the host's font.
 */
export const tokens = css`
  :host {
    --_brand: var(--mc-brand, oklch(0.52 0.13 256));
    --_accent: var(--mc-accent, light-dark(oklch(from var(--_brand) min(l, 0.52) c h), oklch(from var(--_brand) 0.76 calc(c * 0.85) h)));
    --_accent-soft: var(
      --mc-accent-soft,
      light-dark(oklch(from var(--_brand) 0.965 0.018 h), oklch(from var(--_brand) 0.29 0.04 h))
    );
    --_on-accent: var(--mc-on-accent, light-dark(#fff, #10151d));
    --_ink: var(--mc-ink, light-dark(#1b1f24, #eceef1));
    --_ink-2: var(--mc-ink-2, light-dark(#545c66, #a9b1bb));
    --_surface: var(--mc-surface, light-dark(#fff, #16191d));
    --_ground: var(--mc-ground, light-dark(#fbfbfa, #14171a));
    --_line: var(--mc-line, light-dark(#e3e4e3, #2b3036));
    --_outline: var(--mc-outline, light-dark(#858c94, #737d88));
    --_good: var(--mc-good, light-dark(#1c7048, #6cc497));
    --_good-soft: var(--mc-good-soft, light-dark(#e8f4ed, #17291f));
    --_warn: var(--mc-warn, light-dark(#8a5300, #e2b05c));
    --_warn-soft: var(--mc-warn-soft, light-dark(#fdf4e3, #2b2416));
    --_bad: var(--mc-bad, light-dark(#b3261e, #f2938c));
    --_bad-soft: var(--mc-bad-soft, light-dark(#fdecea, #2f1a18));

    --_radius: var(--mc-radius, 8px);
    --_radius-s: calc(var(--_radius) * 0.75);
    --_radius-l: calc(var(--_radius) * 1.75);
    --_shadow: 0 1px 2px rgb(0 0 0 / 5%), 0 8px 24px rgb(0 0 0 / 6%);

    --_size: var(--mc-font-size, 16px);
    --_text-s: calc(var(--_size) * 0.8125);
    --_text-m: calc(var(--_size) * 0.875);
    --_text: var(--_size);
    --_text-read: calc(var(--_size) * 1.0625);
    --_title: calc(var(--_size) * 1.625);
    --_measure: 68ch;
  }
`;
