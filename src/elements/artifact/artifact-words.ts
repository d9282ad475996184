import type { TemplateResult } from 'lit';
import { kindOfType } from '../../model/artifact-kind.js';
import type { ArtifactKind } from '../../model/credential.js';
import type { Artifact } from '../../model/portfolio.js';
import { audioIcon, fileIcon, imageIcon, linkIcon, slidesIcon, tableIcon, videoIcon } from '../../theme/icons.js';

/** What an artifact is, by its file or its address. */
export const artifactKind = ({ file, url }: Artifact): ArtifactKind | undefined =>
  file ? kindOfType(file.type) : url === undefined ? undefined : 'link';

/** What to call it: its title, else its file's name or its address. */
export const artifactTitle = ({ title, file, url }: Artifact): string => title.trim() || file?.name || url || '…';

/** The drawing of a kind. */
export function kindIcon(kind: ArtifactKind | undefined): TemplateResult {
  switch (kind) {
    case 'presentation':
      return slidesIcon();
    case 'spreadsheet':
      return tableIcon();
    case 'image':
      return imageIcon();
    case 'audio':
      return audioIcon();
    case 'video':
      return videoIcon();
    case 'link':
      return linkIcon();
    default:
      return fileIcon();
  }
}
