import { css, html, nothing, type TemplateResult } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import type { EvidenceMessages } from '../../locales/evidence.js';
import { checkLocator, type Locator } from '../../model/locator.js';
import type { Artifact, Pointer } from '../../model/portfolio.js';
import { warnIcon } from '../../theme/icons.js';
import { artifactKind, artifactTitle, kindIcon } from '../artifact/artifact-words.js';
import { locatorChip } from './locator-words.js';

export interface PointerCard {
  pointer: Pointer;
  /** Absent: it was removed. */
  artifact: Artifact | undefined;
  /** A place is asked for. */
  needsPlace: boolean;
  say: EvidenceMessages;
  /** Buttons at the card's end. */
  acts?: unknown;
  /** Called when the person presses where a place is missing. */
  choosePlace?: () => void;
  /** What stands under it: the fields, a note. */
  below?: unknown;
}

/** One place that shows a detail: the artifact, where to look in it, and what can be done. */
export function pointerCard({
  pointer,
  artifact,
  needsPlace,
  say,
  acts = nothing,
  choosePlace,
  below = nothing,
}: PointerCard): TemplateResult {
  return html`<div class="pointer">
    <span class="tile ${artifact ? '' : 'gone'}">${artifact ? kindIcon(artifactKind(artifact)) : warnIcon()}</span>
    <div class="shown">
      <p class="name"><bdi>${artifact ? artifactTitle(artifact) : say.gone}</bdi></p>
      <ul class="places">
        ${pointer.locators.map((locator) => chip(locator, artifact, say))}
        ${
          pointer.locators.length === 0 && needsPlace && artifact
            ? html`<li>
              ${
                choosePlace
                  ? html`<button class="place-chip missing" type="button" @click=${choosePlace}>${say.chooseWhere}</button>`
                  : html`<span class="place-chip missing">${say.chooseWhere}</span>`
              }
            </li>`
            : nothing
        }
      </ul>
      ${pointer.note ? html`<p class="small" dir="auto">${pointer.note}</p>` : nothing}
    </div>
    <div class="acts">${acts}</div>
    ${below}
  </div>`;
}

/** A place; one that the file does not have stands out, by a sign and words besides its colour. */
function chip(locator: Locator, artifact: Artifact | undefined, say: EvidenceMessages): TemplateResult {
  const wrong = artifact?.file !== undefined && checkLocator(locator, artifact.file).length > 0;
  const sign = wrong ? html`${warnIcon()}<span class="only-heard">${say.notThere} </span>` : nothing;
  const classes = classMap({ 'place-chip': true, figures: true, wrong });
  return html`<li class=${classes} dir="auto">${sign}${locatorChip(locator, say)}</li>`;
}

export const pointerStyles = css`
  .pointer {
    display: grid;
    grid-template-columns: 44px minmax(0, 1fr) auto;
    gap: 4px 14px;
    align-items: center;
    padding: 12px 14px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    font-size: var(--_text-m);
    line-height: 1.4;
  }
  .pointer .tile {
    display: grid;
    place-items: center;
    inline-size: 44px;
    block-size: 44px;
    border-radius: var(--_radius);
    background: var(--_accent-soft);
    color: var(--_accent);
  }
  .pointer .tile .icon {
    inline-size: 22px;
    block-size: 22px;
  }
  .pointer .tile.gone {
    background: var(--_warn-soft);
    color: var(--_warn);
  }
  .shown {
    min-inline-size: 0;
  }
  .pointer .name {
    font-weight: 600;
  }
  .places {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    margin-block-start: 6px;
  }
  .places:empty {
    display: none;
  }
  .place-chip {
    max-inline-size: 100%;
    padding: 2px 11px;
    border: 1px solid var(--_outline);
    border-radius: 15px;
    background: var(--_surface);
    color: var(--_accent);
    font-size: var(--_text-s);
    font-weight: 600;
    line-height: 1.45;
    overflow-wrap: anywhere;
  }
  .place-chip.wrong {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    border-color: var(--_bad);
    color: var(--_bad);
  }
  .place-chip.wrong .icon {
    inline-size: 14px;
    block-size: 14px;
  }
  .place-chip.missing {
    display: inline-flex;
    align-items: center;
    border-style: dashed;
    border-color: var(--_accent);
    background: none;
  }
  button.place-chip {
    min-block-size: 28px;
    cursor: pointer;
  }
  @media (hover: hover) {
    button.place-chip:hover {
      background: var(--_accent-soft);
    }
  }
  .pointer > .acts {
    display: flex;
    gap: 2px;
  }
  .pointer > .below {
    grid-column: 1 / -1;
    margin-block-start: 8px;
    padding-block-start: 14px;
    border-block-start: 1px solid var(--_line);
  }
  @media (pointer: coarse) {
    button.place-chip {
      min-block-size: 44px;
      border-radius: 22px;
    }
  }
  @container (inline-size < 460px) {
    .pointer {
      grid-template-columns: 36px minmax(0, 1fr);
      gap: 4px 12px;
      padding: 12px;
    }
    .pointer .tile {
      align-self: start;
      inline-size: 36px;
      block-size: 36px;
    }
    .pointer > .acts {
      grid-column: 2;
      margin-inline-start: -8px;
    }
    .pointer > .acts:not(:has(*)) {
      display: none;
    }
  }
`;
