import type { Affiliate } from '../../model/affiliate.js';
import { applyAll } from '../../model/apply.js';
import { changesBetween } from '../../model/changes-between.js';
import type { Credential } from '../../model/credential.js';
import { digestOf } from '../../model/digest.js';
import type { Fault } from '../../model/fault.js';
import { parseAffiliate, parseCredential, type Parsed } from '../../model/parse.js';
import type { Portfolio } from '../../model/portfolio.js';
import { chooseDraft, newDraft } from '../../state/drafts.js';
import { newId } from '../../state/ids.js';
import { openLivePortfolio, type LiveOptions, type LivePortfolio } from '../../state/live-portfolio.js';
import { StorageProblem, type DraftStorage, type DraftSummary } from '../../state/ports.js';
import { credentialFor } from './credential-for.js';
import { defaultPorts, type Loaded, type PackageContent, type PackageFault, type UnreadPart } from './default-ports.js';

/** What the form is given by its page. */
export interface SessionInput {
  credential: string | object | undefined;
  affiliate: string | object | undefined;
  hostKey: string | undefined;
  endpoint: string | undefined;
  storage: DraftStorage | undefined;
}

/** What the form is doing: the screen follows from it. */
export type Phase =
  | { kind: 'loading' }
  | { kind: 'unreachable'; what: 'credential' | 'affiliate'; problem: Extract<Loaded, { ok: false }> }
  | { kind: 'faults'; what: 'credential' | 'affiliate'; url: string | undefined; faults: Fault[] }
  | { kind: 'choose'; credential: Credential; affiliate: Affiliate | undefined; drafts: DraftSummary[] }
  | { kind: 'start'; credential: Credential; affiliate: Affiliate | undefined }
  | { kind: 'open'; live: LivePortfolio; begun: boolean }
  | { kind: 'failed'; problem: StorageProblem };

/** What could not be taken in from a draft file. */
export interface ImportResult {
  opened: boolean;
  faults: PackageFault[];
  /** Names of files whose bytes are not in it. */
  missing: string[];
  /** Names of files whose bytes are in it and are not those that were packed. */
  damaged: string[];
  /** The credential in it could not be read: `own` version or another one is this page's (`other`); none (`none`). */
  credential: 'read' | 'own' | 'other' | 'none';
  /** The bytes that could not be read, or only in part. */
  unread: UnreadPart[];
}

const now = () => new Date().toISOString();

/** From a tag on a page to a live portfolio: loads the documents, finds or makes the draft, opens it. */
export class FormSession {
  phase: Phase = { kind: 'loading' };
  #storage: DraftStorage | undefined;
  #memoryChosen = false;
  #credential: { value: Credential; digest: string } | undefined;
  #affiliate: Affiliate | undefined;
  #loading = new AbortController();
  #closed = false;

  constructor(
    private readonly input: SessionInput,
    private readonly changed: () => void,
  ) {}

  async open(): Promise<void> {
    this.#loading.abort();
    this.#loading = new AbortController();
    this.#go({ kind: 'loading' });
    const storage = this.#openStorage();
    const [credential, affiliate] = await Promise.all([
      this.#document('credential', this.input.credential, parseCredential),
      this.input.affiliate === undefined
        ? undefined
        : this.#document('affiliate', this.input.affiliate, parseAffiliate),
    ]);
    if (!credential || (this.input.affiliate !== undefined && !affiliate) || this.#closed) return;
    this.#credential = { value: credential, digest: await digestOf(credential) };
    this.#affiliate = affiliate;
    this.#storage = await storage;
    const choice = await this.#choose();
    if (choice.kind === 'open') await this.continueDraft(choice.id);
    else if (choice.kind === 'offer') this.#go({ kind: 'choose', credential, affiliate, drafts: choice.drafts });
    else this.#go({ kind: 'start', credential, affiliate });
  }

  /** Begins a draft. `memory`: this is a shared computer, keep nothing on it. */
  async begin({ memory }: { memory: boolean }): Promise<void> {
    const credential = this.#credential;
    if (!credential) return;
    await this.#chooseMemory(memory);
    // Where the browser grants it, it will not delete the work by itself.
    if (!memory) void navigator.storage?.persist?.().catch(() => false);
    const draft = newDraft(credential.value, credential.digest, now(), this.input.hostKey);
    await this.#create(draft);
    await this.#openLive(draft.summary.id, true);
  }

  async continueDraft(id: string): Promise<void> {
    await this.#openLive(id, false);
  }

  /** Shows the start screen instead of the drafts there are. */
  startNew(): void {
    if (this.#credential) this.#go({ kind: 'start', credential: this.#credential.value, affiliate: this.#affiliate });
  }

  /**
   * Takes in a saved draft file as a draft of this device, or of this page alone. Where the same portfolio is here
   * already, the file's work comes on top.
   */
  async importDraft(file: Blob, memory: boolean): Promise<ImportResult> {
    await this.#chooseMemory(memory);
    const content = await defaultPorts.readPackage(file);
    const found = content.portfolio ?? content.submission?.portfolio;
    const { faults, unread } = content;
    const result: ImportResult = { opened: false, faults, unread, missing: [], damaged: [], credential: 'read' };
    if (!found || !this.#storage) return result;
    // Work of which a part is lost never comes over work that is whole: it is a portfolio of its own.
    const whole = !unread.some(({ member }) => member === 'portfolio.json' || member === 'submission.json');
    const known = whole && (await this.#storage.drafts({})).some((draft) => draft.id === found.id);
    const fit = known ? undefined : credentialFor(content.credential, found, this.#credential);
    if (fit) result.credential = fit.from;
    if (fit?.from === 'none') return result;
    const portfolio = fit ? { ...found, credential: fit.pin } : found;
    // The access to a receiver's copy stays on the device that made it: elsewhere the work goes on as a portfolio of its own.
    const id = known || (whole && !this.input.endpoint) ? portfolio.id : newId();
    if (!fit) await this.#takeIn(portfolio);
    else {
      const draft = newDraft(fit.credential, fit.pin.digest, now(), this.input.hostKey);
      await this.#create({
        ...draft,
        summary: { ...draft.summary, id },
        portfolio: { ...portfolio, id },
        applicant: { ...(content.applicant ?? draft.applicant), portfolio: id },
      });
    }
    await this.#takeInFiles(id, portfolio, content, result);
    await this.#openLive(id, false);
    return { ...result, opened: true };
  }

  /** What could not be read of a draft file, as a file to be saved. */
  async packUnread(parts: readonly UnreadPart[]): Promise<{ name: string; blob: Blob }> {
    return defaultPorts.packUnread(parts, this.#credential?.value ?? { title: '' }, now());
  }

  /** After a draft was removed from the device. */
  async closeDraft(): Promise<void> {
    if (this.phase.kind === 'open') await this.phase.live.close();
    this.#memoryChosen = false;
    await this.open();
  }

  close(): void {
    this.#closed = true;
    this.#loading.abort();
    if (this.phase.kind === 'open') void this.phase.live.close();
  }

  async #document<T>(
    what: 'credential' | 'affiliate',
    given: string | object | undefined,
    parse: (input: unknown) => Parsed<T>,
  ): Promise<T | undefined> {
    if (given === undefined) return undefined;
    let input: unknown = given;
    let url: string | undefined;
    if (typeof given === 'string') {
      const loaded = await defaultPorts.loadDocument(given, { signal: this.#loading.signal }).catch(() => undefined);
      if (!loaded) return undefined;
      if (!loaded.ok) {
        this.#go({ kind: 'unreachable', what, problem: loaded });
        return undefined;
      }
      input = loaded.text;
      url = loaded.url;
    }
    const parsed = parse(input);
    if (parsed.ok) return parsed.value;
    this.#go({ kind: 'faults', what, url, faults: parsed.faults });
    return undefined;
  }

  async #openStorage(): Promise<DraftStorage> {
    if (this.input.storage) return this.input.storage;
    // A browser that keeps nothing still lets the work be done, and the form says where it lives.
    return defaultPorts.deviceStorage().catch(() => defaultPorts.memoryStorage());
  }

  async #choose(): ReturnType<typeof chooseDraft> {
    const { id } = this.#credential?.value ?? { id: '' };
    try {
      return await chooseDraft(this.#storage ?? (await defaultPorts.memoryStorage()), id, this.input.hostKey);
    } catch {
      this.#storage = await defaultPorts.memoryStorage();
      return { kind: 'none' };
    }
  }

  async #create(draft: ReturnType<typeof newDraft>): Promise<void> {
    try {
      await this.#storage?.create(draft);
    } catch {
      this.#storage = await defaultPorts.memoryStorage();
      await this.#storage.create(draft);
    }
  }

  /** On a shared computer the work is kept in the page; the device's own storage comes back when that is over. */
  async #chooseMemory(memory: boolean): Promise<void> {
    if (memory === this.#memoryChosen) return;
    this.#memoryChosen = memory;
    this.#storage = memory ? await defaultPorts.memoryStorage() : await this.#openStorage();
  }

  async #openLive(id: string, begun: boolean): Promise<void> {
    const storage = this.#storage;
    if (!storage) return;
    if (this.phase.kind === 'open') await this.phase.live.close();
    const offered = this.#credential && { credential: this.#credential.value, digest: this.#credential.digest };
    const options: LiveOptions = {
      storage,
      memoryChosen: this.#memoryChosen,
      affiliate: this.#affiliate,
      offered,
      endpoint: this.input.endpoint,
      service: defaultPorts.service,
      uploader: defaultPorts.uploader,
      packages: defaultPorts.packages,
      hash: defaultPorts.hash,
      prepareFiles: defaultPorts.prepareFiles,
      now,
    };
    try {
      const live = await openLivePortfolio(id, options);
      if (this.#closed) return void live.close();
      this.#go({ kind: 'open', live, begun });
    } catch (cause) {
      this.#go({
        kind: 'failed',
        problem: cause instanceof StorageProblem ? cause : new StorageProblem('failed', cause),
      });
    }
  }

  async #takeIn(portfolio: Portfolio): Promise<void> {
    const draft = this.#storage?.open(portfolio.id);
    if (!draft) return;
    const content = await draft.load();
    const here = applyAll(
      content.portfolio,
      content.entries.map(({ change }) => change),
    );
    await draft.addRestorePoint(here, now(), 'before-import');
    const changes = changesBetween(here, portfolio).map((change) => ({ ...change, id: newId(), at: now() }));
    if (changes.length) await draft.append(changes as Parameters<typeof draft.append>[0]);
    draft.close();
  }

  /** Says in the result which files are not in the package, and which are damaged. */
  async #takeInFiles(id: string, portfolio: Portfolio, content: PackageContent, result: ImportResult): Promise<void> {
    const bytes = new Map(content.files.map((file) => [file.id, file]));
    const sized = new Set(content.faults.filter(({ code }) => code === 'package.file-size').map(({ file }) => file));
    for (const { file } of portfolio.artifacts) {
      if (!file) continue;
      const found = bytes.get(file.id);
      if (!found) {
        (sized.has(file.id) ? result.damaged : result.missing).push(file.name);
        continue;
      }
      const whole = await found.open().catch(() => undefined);
      if (!whole) {
        result.damaged.push(file.name);
        result.unread.push({ member: found.member, bytes: await found.raw() });
        continue;
      }
      await this.#storage?.putFile(file.id, id, whole).catch(() => result.missing.push(file.name));
    }
  }

  #go(phase: Phase): void {
    if (this.#closed) return;
    this.phase = phase;
    this.changed();
  }
}
