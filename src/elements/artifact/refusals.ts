import { css, html, nothing, type TemplateResult } from 'lit';
import type { ArtifactMessages } from '../../locales/artifacts.js';
import { closeIcon, warnIcon } from '../../theme/icons.js';

/** Something that was not taken, by its name, and why in words. */
export interface NotAdded {
  name: string;
  why: string;
}

/** The files that were not taken, each with what helps. */
export function notAddedList(
  notAdded: readonly NotAdded[],
  say: ArtifactMessages,
  dismiss: (entry: NotAdded) => void,
): TemplateResult | typeof nothing {
  if (notAdded.length === 0) return nothing;
  return html`<section class="not-added" aria-label=${say.notAdded}>
    <p class="kicker">${say.notAdded}</p>
    <ul>
      ${notAdded.map(
        (entry) => html`<li class="note warn">
          ${warnIcon()}
          <span class="why"><strong><bdi>${entry.name}</bdi></strong><br />${entry.why}</span>
          <button class="dismiss" type="button" aria-label=${say.dismissNamed(entry.name)} @click=${() => dismiss(entry)}>${closeIcon()}</button>
        </li>`,
      )}
    </ul>
  </section>`;
}

/** For shadow roots that render the list. */
export const notAddedStyles = css`
  .not-added {
    display: grid;
    gap: 8px;
    margin-block-start: 20px;
  }
  .not-added ul {
    display: grid;
    gap: 8px;
  }
  .why {
    flex: 1;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .dismiss {
    display: grid;
    flex: none;
    place-items: center;
    inline-size: 32px;
    block-size: 32px;
    margin: -4px;
    padding: 0;
    border: 0;
    border-radius: var(--_radius-s);
    background: none;
    color: inherit;
    cursor: pointer;
  }
  @media (pointer: coarse) {
    .dismiss {
      inline-size: 44px;
      block-size: 44px;
      margin: -10px;
    }
  }
`;
