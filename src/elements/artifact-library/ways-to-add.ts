import { html, nothing, type TemplateResult } from 'lit';
import type { ArtifactMessages } from '../../locales/artifacts.js';
import { acceptAttribute } from '../../model/artifact-kind.js';
import type { ArtifactRule } from '../../model/credential.js';
import type { Refusal } from '../../state/services.js';
import { linkIcon, plusIcon } from '../../theme/icons.js';

export interface WaysToAdd {
  say: ArtifactMessages;
  rule: ArtifactRule;
  /** Nothing is there yet: what to bring is said, and adding is the main thing to do. */
  empty: boolean;
  reading: boolean;
  addingLink: boolean;
  /** What the form around misses. */
  missing: string;
  onChoose: () => void;
  onFiles: (event: Event) => void;
  onReplacement: (event: Event) => void;
  onLink: () => void;
  addLink: (url: string, title: string) => Refusal | undefined;
  closeLink: (added: boolean) => void;
}

/** The buttons and fields by which artifacts are added, and what is accepted. */
export function waysToAdd(ways: WaysToAdd): TemplateResult {
  const { say, rule, empty } = ways;
  const single = rule.max === 1;
  const takesFiles = rule.kinds.some((kind) => kind !== 'link');
  return html`<div class="ways">
    ${empty ? html`<p class="empty-title">${say.emptyTitle}</p><p class="empty-text">${say.emptyText}</p>` : nothing}
    <div class="buttons" ?hidden=${ways.addingLink}>
      ${
        takesFiles
          ? html`<button class="button add-files ${empty ? 'main' : ''}" type="button" aria-describedby="facts missing" @click=${ways.onChoose}>
              ${plusIcon()}${single ? say.addFile : say.addFiles}
            </button>
            <input class="files" type="file" hidden ?multiple=${!single} accept=${acceptAttribute(rule)} @change=${ways.onFiles} />`
          : nothing
      }
      ${
        rule.kinds.includes('link')
          ? html`<button class="button add-link ${empty && !takesFiles ? 'main' : ''}" type="button" @click=${ways.onLink}>${linkIcon()}${say.addLink}</button>`
          : nothing
      }
      ${takesFiles ? html`<span class="hint by-drop">${ways.reading ? say.reading : say.dropHint}</span>` : nothing}
    </div>
    ${
      ways.addingLink
        ? html`<mc-artifact-link-form .add=${ways.addLink} .close=${ways.closeLink}></mc-artifact-link-form>`
        : nothing
    }
    <p class="error" id="missing" ?hidden=${!ways.missing}>${ways.missing}</p>
    <p class="hint" id="facts">${facts(ways)}</p>
    <input class="replacement" type="file" hidden accept=${acceptAttribute(rule)} @change=${ways.onReplacement} />
  </div>`;
}

/** Kinds, size and number in words. */
function facts({ say, rule }: WaysToAdd): string {
  return [
    say.accepts(rule.kinds),
    rule.maxBytes === undefined ? '' : say.limit(rule.maxBytes),
    rule.max === 1 ? '' : say.range(rule.min, rule.max),
  ]
    .filter(Boolean)
    .join(' ');
}
