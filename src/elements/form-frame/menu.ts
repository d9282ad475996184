import { html, type TemplateResult } from 'lit';
import type { FormMessages } from '../../locales/en/form.js';
import { moreIcon } from '../../theme/icons.js';

interface MenuOptions {
  say: FormMessages;
  onCopy(): unknown;
  onImport(file: File): unknown;
  onVersions(): unknown;
  onLeave(): unknown;
  onRemove(): unknown;
}

/** What is done now and then, behind one button. */
export function menu({ say, onCopy, onImport, onVersions, onLeave, onRemove }: MenuOptions): TemplateResult {
  const item = (words: string, act: () => unknown) =>
    html`<li><button type="button" @click=${(event: Event) => (close(event), act())}>${words}</button></li>`;
  return html`<details class="menu" @keydown=${onEscape} @focusout=${onFocusOut}>
    <summary class="button quiet compact">${moreIcon()}<span class="only-heard">${say.more}</span></summary>
    <ul>
      ${item(say.saveCopy, onCopy)}
      <li>
        <label class="item">
          <span>${say.openCopy}</span>
          <input class="only-heard" type="file" accept=".zip,application/zip" @change=${(event: Event) => {
            const input = event.target as HTMLInputElement;
            const [file] = input.files ?? [];
            if (file) onImport(file);
            input.value = '';
            close(event);
          }} />
        </label>
      </li>
      ${item(say.earlierVersions, onVersions)} ${item(say.otherDrafts, onLeave)} ${item(say.removeDraft, onRemove)}
    </ul>
  </details>`;
}

const detailsOf = (event: Event) => (event.currentTarget as HTMLElement).closest('details');

function close(event: Event): void {
  const details = detailsOf(event);
  if (!details) return;
  details.open = false;
  details.querySelector('summary')?.focus();
}

function onEscape(event: KeyboardEvent): void {
  if (event.key === 'Escape' && detailsOf(event)?.open) {
    event.stopPropagation();
    close(event);
  }
}

function onFocusOut(event: FocusEvent): void {
  const details = detailsOf(event);
  if (details && event.relatedTarget instanceof Node && !details.contains(event.relatedTarget)) details.open = false;
}
