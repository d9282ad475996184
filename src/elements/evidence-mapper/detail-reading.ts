import { html, nothing, type TemplateResult } from 'lit';
import type { EvidenceMessages } from '../../locales/evidence.js';
import type { EvidencePart } from '../../model/credential.js';
import type { Artifact, Evidence } from '../../model/portfolio.js';
import { pointerCard } from './pointer-card.js';

/** What was said of a detail, to be read. Nothing where nothing was said. */
export function detailReading(
  evidence: Evidence | undefined,
  part: EvidencePart,
  artifacts: readonly Artifact[],
  say: EvidenceMessages,
): TemplateResult | typeof nothing {
  if (!evidence) return nothing;
  const needsPlace = part.evidence.locator === 'required';
  return html`${
    evidence.pointers.length > 0
      ? html`<ul class="pointers" aria-label=${say.places}>
        ${evidence.pointers.map(
          (pointer) =>
            html`<li>${pointerCard({ pointer, artifact: artifacts.find(({ id }) => id === pointer.artifact), needsPlace, say })}</li>`,
        )}
      </ul>`
      : nothing
  }
  ${evidence.explanation.trim() ? html`<p class="why" dir="auto">${evidence.explanation}</p>` : nothing}`;
}
