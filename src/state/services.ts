/** What can be asked of a live portfolio beyond changing it. Every way to do something stands here once. */
import type { ArtifactCode } from '../model/artifact-kind.js';
import type { Applicant } from '../model/applicant.js';
import type { RestorePoint } from './ports.js';

/** A file or link that was not taken, and why. Figures are those of `acceptArtifact`. */
export interface Refusal {
  name: string;
  code: ArtifactCode | 'artifact.added-already' | 'artifact.too-many';
  params: Record<string, string | number>;
}

export interface PortfolioServices {
  /** Takes files into an evidence part, each by the credential's rule. Answers with those that were not taken. */
  addFiles(part: string, files: readonly File[]): Promise<Refusal[]>;
  addLink(part: string, url: string, title: string): Refusal | undefined;
  /** Other bytes for an artifact, under a new file id. */
  replaceFile(artifact: string, file: File): Promise<Refusal | undefined>;
  /** The bytes of a file kept here, or nothing. */
  readFile(file: string): Promise<Blob | undefined>;
  /** Goes on with an upload that failed. */
  retryUpload(file: string): void;

  setApplicant(fields: Partial<Omit<Applicant, 'format' | 'portfolio'>>): void;

  /** Makes a draft file to be kept elsewhere; the caller saves it. Counts as a copy once `copied` is called. */
  makeCopy(): Promise<{ name: string; blob: Blob; missing: string[] }>;
  copied(): Promise<void>;
  /** What could not be read, as a file. */
  makeDamagedFile(): { name: string; blob: Blob };

  restorePoints(): Promise<RestorePoint[]>;
  /** Goes back to an earlier version; the present one becomes a restore point first. */
  restore(id: number): Promise<void>;

  /** The person chose: `mine` is put in place, the other dropped. Both stay in the restore points. */
  settle(setAside: string, use: boolean): Promise<void>;
  acceptRevision(): Promise<void>;

  /** Hands in by the way there is: the endpoint, or a package to be saved (`package` is then given). */
  handIn(): Promise<{ package?: { name: string; blob: Blob } }>;
  /** The package that was handed over last, made once more from the same work. */
  packageAgain(): Promise<{ name: string; blob: Blob } | undefined>;
  /** Opens handed-over work again. */
  reviseWork(): Promise<void>;
  /** Removes the draft from this device. */
  removeDraft(): Promise<void>;
}
