import { html, nothing, type TemplateResult } from 'lit';
import type { Format } from '../../locales/format.js';
import type { SaveMessages } from '../../locales/save.js';
import type { FileStatus, Remote, Saving } from '../../state/state.js';
import { deviceIcon, downloadIcon, uploadIcon } from '../../theme/icons.js';
import { hasArrived, isFrozen, isOffline, type Slices } from './where-kept.js';

/** Which copy is where, and since when: this device, the receiver if there is one, the file saved last. */
export function saveDetails(
  slices: Slices,
  there: string | undefined,
  say: SaveMessages,
  format: Format,
): TemplateResult {
  const { saving, remote, copy } = slices;
  const files = Object.values(slices.files);
  return html`<dl class="places">
    ${place(deviceIcon(), say.device.name, deviceLines(saving, files, say))}
    ${remote.state === 'none' ? nothing : place(uploadIcon(), say.remote.name(there), remoteLines(remote, files, say, format))}
    ${place(downloadIcon(), say.copy.name, [
      copy ? say.copy.made(format.dateTime(copy.at), copy.words, copy.files) : say.copy.none,
    ])}
  </dl>`;
}

const place = (icon: TemplateResult, name: string, lines: string[]) => html`<div class="place">
  <dt>${icon}${name}</dt>
  ${lines.map((line) => html`<dd>${line}</dd>`)}
</div>`;

function deviceLines(saving: Saving, files: FileStatus[], say: SaveMessages): string[] {
  const kept = files.filter((file) => file.kept === 'stored').length;
  const about = files.length ? [say.device.files(kept, files.length)] : [];
  if (saving.place === 'memory') return [saving.chosen ? say.device.chosen : say.device.memory];
  if (saving.problem) return [say.device.problem, ...about];
  return [saving.pending ? say.device.saving : say.device.kept, ...about, say.device.risk];
}

function remoteLines(remote: Remote, files: FileStatus[], say: SaveMessages, format: Format): string[] {
  const words =
    remote.state === 'synced'
      ? say.remote.synced(remote.at && format.dateTime(remote.at))
      : isFrozen(remote)
        ? say.remote.frozen
        : remote.state === 'stopped'
          ? say.remote.stopped
          : isOffline(remote)
            ? say.remote.offline
            : remote.problem
              ? say.remote.waiting
              : say.remote.sending;
  const behind = remote.state !== 'synced' && !isFrozen(remote);
  return [
    ...(remote.at && behind ? [say.remote.until(format.dateTime(remote.at))] : []),
    words,
    ...(files.length ? [say.remote.files(files.filter(hasArrived).length, files.length)] : []),
  ];
}
