import type { ArtifactFields } from '../../model/change.js';
import type { Artifact } from '../../model/portfolio.js';
import type { PortfolioServices, Refusal } from '../../state/services.js';
import type { PortfolioStore } from '../../state/store.js';

/** What can be done with a list of artifacts, wherever they are kept. `after: null` is the beginning. */
export interface Library {
  addFile(file: File): Promise<Refusal | undefined>;
  addLink(url: string, title: string): Refusal | undefined;
  replaceFile(artifact: string, file: File): Promise<Refusal | undefined>;
  readFile(file: string): Promise<Blob | undefined>;
  retryUpload(file: string): void;
  edit(artifact: string, set: ArtifactFields): void;
  move(artifact: string, after: string | null): void;
  remove(artifact: string): void;
  /** Brings a removed artifact back under its id. */
  restore(artifact: Artifact, after: string | null): void;
}

/** The artifacts of a part of the portfolio that the form works on. */
export const portfolioLibrary = (part: string, store: PortfolioStore, services: PortfolioServices): Library => ({
  addFile: async (file) => (await services.addFiles(part, [file]))[0],
  addLink: (url, title) => services.addLink(part, url, title),
  replaceFile: (artifact, file) => services.replaceFile(artifact, file),
  readFile: (file) => services.readFile(file),
  retryUpload: (file) => services.retryUpload(file),
  edit: (artifact, set) => void store.apply({ kind: 'artifact-edit', artifact, set }),
  move: (artifact, after) => void store.apply({ kind: 'artifact-move', artifact, after }),
  remove: (artifact) => void store.apply({ kind: 'artifact-remove', artifact }),
  restore: (artifact, after) => void store.apply({ kind: 'artifact-add', artifact, after }),
});
