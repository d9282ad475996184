import { html, nothing, type TemplateResult } from 'lit';
import type { ArtifactMessages } from '../../locales/artifacts.js';
import type { ArtifactFields } from '../../model/change.js';
import type { Artifact } from '../../model/portfolio.js';
import { typed } from '../typed.js';

const people = ['none', 'adults', 'students', 'both'] as const;

export interface ArtifactForm {
  artifact: Artifact;
  say: ArtifactMessages;
  edit: (set: ArtifactFields) => void;
  /** Roles and address as they are being typed. */
  roles: string;
  typeRoles: (text: string) => void;
  address: string;
  typeAddress: (text: string) => void;
  addressIsWrong: boolean;
}

/** The fields of an artifact. Every input is handed on at once, so that there is nothing to save or to lose. */
export function artifactForm({ artifact, say, edit, ...typing }: ArtifactForm): TemplateResult {
  const recognised = artifact.people !== undefined && artifact.people !== 'none';
  return html`<div class="fields">
    <div class="field">
      <label for="title">${say.fieldTitle}</label>
      <input class="input" id="title" dir="auto" autocomplete="off" ${typed(artifact.title, (title) => edit({ title }))} />
    </div>
    ${
      artifact.file
        ? nothing
        : html`<div class="field">
          <label for="address">${say.fieldAddress}</label>
          <input class="input" id="address" inputmode="url" autocomplete="off" spellcheck="false" dir="ltr"
            aria-invalid=${typing.addressIsWrong ? 'true' : nothing} aria-describedby="address-fault"
            ${typed(typing.address, typing.typeAddress)} />
          <span class="error" id="address-fault" ?hidden=${!typing.addressIsWrong}>${say.why('artifact.link-invalid', {})}</span>
        </div>`
    }
    <div class="field">
      <label for="note">${say.fieldNote}</label>
      <textarea class="input grow" id="note" rows="2" dir="auto" aria-describedby="note-hint"
        ${typed(artifact.note ?? '', (note) => edit({ note }))}></textarea>
      <span class="hint" id="note-hint">${say.fieldNoteHint}</span>
    </div>
    <fieldset class="people">
      <legend class="label">${say.fieldPeople}</legend>
      ${people.map(
        (value) => html`<label class="choice">
          <input type="radio" name="people" .value=${value} .checked=${artifact.people === value} @change=${() => edit({ people: value })} />
          ${say.people[value]}
        </label>`,
      )}
    </fieldset>
    ${
      recognised
        ? html`<div class="field">
          <label for="permission">${say.fieldPermission}</label>
          <input class="input" id="permission" dir="auto" autocomplete="off" aria-describedby="permission-hint"
            ${typed(artifact.permission ?? '', (permission) => edit({ permission }))} />
          <span class="hint" id="permission-hint">${say.fieldPermissionHint}</span>
        </div>`
        : nothing
    }
    <div class="field">
      <label for="made-with">${say.fieldMadeWith}</label>
      <input class="input" id="made-with" dir="auto" autocomplete="off" aria-describedby="made-with-hint" ${typed(typing.roles, typing.typeRoles)} />
      <span class="hint" id="made-with-hint">${say.fieldMadeWithHint}</span>
    </div>
    ${
      artifact.madeWith?.length || artifact.myPart
        ? html`<div class="field">
          <label for="my-part">${say.fieldMyPart}</label>
          <textarea class="input grow" id="my-part" rows="2" dir="auto" ${typed(artifact.myPart ?? '', (myPart) => edit({ myPart }))}></textarea>
        </div>`
        : nothing
    }
  </div>`;
}

/** Roles as they are typed, apart. */
export const splitRoles = (text: string): string[] =>
  text
    .split(/[,;\n]/)
    .map((role) => role.trim())
    .filter(Boolean);
