import { acceptArtifact, checkLink, sniffKind, sniffLength } from '../../model/artifact-kind.js';
import type { ArtifactFields } from '../../model/change.js';
import type { ArtifactRule } from '../../model/credential.js';
import type { Artifact } from '../../model/portfolio.js';
import { newId } from '../../state/ids.js';
import type { Refusal } from '../../state/services.js';
import type { Library } from './library.js';

/** The artifacts of an element that stands alone: kept in the page, until the form around it is sent. */
export class OwnLibrary implements Library {
  artifacts: readonly Artifact[] = [];
  #bytes = new Map<string, File>();

  /** `rule` is asked anew at every use; `changed` is told after every change. */
  constructor(
    private readonly rule: () => ArtifactRule,
    private readonly changed: () => void,
  ) {}

  /** Every file or link, in order, as a form sends them. */
  get values(): (File | string)[] {
    return this.artifacts.flatMap(({ file, url }) => (file ? (this.#bytes.get(file.id) ?? []) : (url ?? [])));
  }

  async addFile(file: File): Promise<Refusal | undefined> {
    const twin = this.artifacts.find((artifact) => artifact.file && sameFile(this.#bytes.get(artifact.file.id), file));
    if (twin) return { name: file.name, code: 'artifact.added-already', params: { title: twin.title } };
    const found = await this.#take(file);
    if ('code' in found) return found;
    const full = this.#full(file.name);
    if (full) return full;
    this.#set([
      ...this.artifacts,
      { id: newId(), part: '', title: file.name.replace(/\.[^.]+$/, '') || file.name, file: found },
    ]);
    return undefined;
  }

  addLink(url: string, title: string): Refusal | undefined {
    const checked = checkLink(url, this.rule());
    if (!checked.ok) return { name: url, code: checked.code, params: checked.params };
    const full = this.#full(url);
    if (full) return full;
    this.#set([...this.artifacts, { id: newId(), part: '', title: title.trim() || checked.url, url: checked.url }]);
    return undefined;
  }

  async replaceFile(artifact: string, file: File): Promise<Refusal | undefined> {
    const found = await this.#take(file);
    if ('code' in found) return found;
    this.#set(this.artifacts.map((entry) => (entry.id === artifact ? { ...entry, file: found } : entry)));
    return undefined;
  }

  readFile(file: string): Promise<Blob | undefined> {
    return Promise.resolve(this.#bytes.get(file));
  }

  retryUpload(): void {
    // Nothing is sent before the form is.
  }

  edit(artifact: string, set: ArtifactFields): void {
    this.#set(this.artifacts.map((entry) => (entry.id === artifact ? { ...entry, ...set } : entry)));
  }

  move(artifact: string, after: string | null): void {
    const entry = this.artifacts.find(({ id }) => id === artifact);
    if (entry) this.#insert(entry, after);
  }

  remove(artifact: string): void {
    this.#set(this.artifacts.filter(({ id }) => id !== artifact));
  }

  restore(artifact: Artifact, after: string | null): void {
    this.#insert(artifact, after);
  }

  clear(): void {
    this.#bytes.clear();
    this.#set([]);
  }

  #full(name: string): Refusal | undefined {
    const { max } = this.rule();
    if (max === undefined || this.artifacts.length < max) return undefined;
    return { name, code: 'artifact.too-many', params: { most: max } };
  }

  async #take(file: File): Promise<NonNullable<Artifact['file']> | Refusal> {
    const head = new Uint8Array(await file.slice(0, sniffLength).arrayBuffer());
    const accepted = acceptArtifact(this.rule(), sniffKind(head, file.name, file.size), file.size);
    if (!accepted.ok) return { name: file.name, code: accepted.code, params: accepted.params };
    const id = newId();
    this.#bytes.set(id, file);
    return { id, name: file.name, type: accepted.type, size: file.size };
  }

  #insert(artifact: Artifact, after: string | null): void {
    const others = this.artifacts.filter(({ id }) => id !== artifact.id);
    const at = after === null ? 0 : others.findIndex(({ id }) => id === after) + 1;
    this.#set(others.toSpliced(at, 0, artifact));
  }

  #set(artifacts: readonly Artifact[]): void {
    this.artifacts = artifacts;
    this.changed();
  }
}

const sameFile = (one: File | undefined, other: File): boolean =>
  one !== undefined && one.name === other.name && one.size === other.size && one.lastModified === other.lastModified;
