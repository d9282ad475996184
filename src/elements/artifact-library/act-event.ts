import type { ArtifactFields } from '../../model/change.js';

/** What a card asks its list to do. */
export type ArtifactAct =
  { kind: 'edit'; set: ArtifactFields } | { kind: 'replace' | 'up' | 'down' | 'remove' | 'retry' | 'download' };

/** A card's request, heard by the list around it and nobody else. */
export class ArtifactActEvent extends Event {
  static readonly type = 'mc-artifact-act';
  constructor(readonly act: ArtifactAct) {
    super(ArtifactActEvent.type);
  }
}
