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
import { defaultPorts, type Loaded, type PackageContent, type PackageFault } from './default-ports.js';

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
  missing: string[];
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
    const portfolio = content.portfolio ?? content.submission?.portfolio;
    if (!portfolio || !content.credential || !this.#storage)
      return { opened: false, faults: content.faults, missing: [] };
    const known = (await this.#storage.drafts({})).some((draft) => draft.id === portfolio.id);
    // The access to a receiver's copy stays on the device that made it: elsewhere the work goes on as a portfolio of its own.
    const id = known || !this.input.endpoint ? portfolio.id : newId();
    if (known) await this.#takeIn(portfolio);
    else {
      const draft = newDraft(content.credential, portfolio.credential.digest, now(), this.input.hostKey);
      await this.#create({
        ...draft,
        summary: { ...draft.summary, id },
        portfolio: { ...portfolio, id },
        applicant: { ...(content.applicant ?? draft.applicant), portfolio: id },
      });
    }
    const missing = await this.#takeInFiles(id, portfolio, content);
    await this.#openLive(id, false);
    return { opened: true, faults: content.faults, missing };
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

  /** Answers with the names of files whose bytes are not in the package. */
  async #takeInFiles(id: string, portfolio: Portfolio, content: PackageContent): Promise<string[]> {
    const bytes = new Map(content.files.map((file) => [file.id, file]));
    const missing: string[] = [];
    for (const { file } of portfolio.artifacts) {
      if (!file) continue;
      try {
        const found = await bytes.get(file.id)?.open();
        if (found) await this.#storage?.putFile(file.id, id, found);
        else missing.push(file.name);
      } catch {
        missing.push(file.name);
      }
    }
    return missing;
  }

  #go(phase: Phase): void {
    if (this.#closed) return;
    this.phase = phase;
    this.changed();
  }
}
