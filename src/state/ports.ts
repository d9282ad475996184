/**
 * What a live portfolio needs from its surroundings, as small interfaces. The implementations kept here stand in
 * `storage/` and `transport/`; a host may bring its own.
 */
import type { Applicant } from '../model/applicant.js';
import type { Instant } from '../model/base.js';
import type { Change } from '../model/change.js';
import type { Credential } from '../model/credential.js';
import type { Portfolio } from '../model/portfolio.js';
import type { StageEvent } from '../model/stage.js';
import type { Receipt, Submission } from '../model/submission.js';

/** The journal's key of an entry: the one total order between tabs. */
export type JournalKey = number;

export interface JournalEntry {
  key: JournalKey;
  change: Change;
}

/** What a list of drafts shows of one. */
export interface DraftSummary {
  id: string;
  /** The host's key (`draft="…"`), which ties the draft to a person it knows. */
  hostKey?: string | undefined;
  credential: { id: string; version: string; digest: string; title: string };
  createdAt: Instant;
  changedAt: Instant;
  /** When a copy was last made elsewhere: a saved file or an endpoint. */
  copiedAt?: Instant | undefined;
  /** In a list: the endpoint has the work too, up to some moment. */
  remote?: boolean | undefined;
  /** In a list: it was handed in to the endpoint and can no longer be changed. */
  handedIn?: boolean | undefined;
}

/** Everything needed to go on with a draft. */
export interface DraftContent {
  summary: DraftSummary;
  credential: Credential;
  /** The work as of `snapshotKey`, before `entries`. */
  portfolio: Portfolio;
  snapshotKey: JournalKey;
  entries: JournalEntry[];
  applicant: Applicant;
  record: DeviceRecord;
  /** Entries that could not be read. They are kept where they are and can be saved as a file. */
  damaged: DamagedEntry[];
  /** An entry was written by a newer version of the library: read only, and never compact. */
  newerVersion: boolean;
}

export interface DamagedEntry {
  key: JournalKey | 'snapshot' | 'credential' | 'applicant' | 'record';
  /** What was found, as it was found. */
  raw: unknown;
  reason: string;
}

/** What this device alone knows of a draft: never part of the portfolio, an export or a log. */
export interface DeviceRecord {
  /** The endpoint's access secret and what it has confirmed. */
  remote?: { endpoint: string; secret: string; revision: number; syncedKey: JournalKey } | undefined;
  /** Where the upload of a file goes on, by file id. */
  uploads: Record<string, { url: string; size: number; arrived: boolean; checked: boolean }>;
  /** A submission on its way: kept until its receipt is here, so that it is sent once and no more. */
  outbox?: { submission: Submission } | undefined;
  receipts: { receipt: Receipt; at: Instant; way: 'endpoint' | 'package' }[];
  /** What happened to this draft as far as this device knows; the stage follows from it. */
  events: StageEvent[];
  copiedAt?: Instant | undefined;
  /** Words and files there were when the last copy was made. */
  copied?: { words: number; files: number } | undefined;
}

/** One draft, open in this tab. */
export interface OpenDraft {
  readonly id: string;
  /**
   * Reads everything. `offered` stands in for the credential where the kept one cannot be read (`damaged` then says
   * so); without it, such a draft rejects with `failed`. Rejects with `newer-version` where the snapshot itself is newer.
   */
  load(offered?: Credential): Promise<DraftContent>;
  /**
   * Adds this tab's changes in one transaction and resolves, once they are on disk, with their keys in order.
   * Rejects with a StorageProblem.
   */
  append(changes: readonly Change[]): Promise<JournalKey[]>;
  /**
   * Entries after a key in order, or `rewritten` when the journal was compacted past it or laid anew: load again.
   * Rejects with `newer-version` when one of them was written by a newer version of the library.
   */
  since(key: JournalKey): Promise<JournalEntry[] | 'rewritten'>;
  /**
   * Takes entries up to `key`, the key of an entry, into a snapshot; one tab at a time. Does nothing if another tab was
   * first, if an entry up to `key` has not been handed to this tab, or if one was written by a newer version.
   */
  compact(key: JournalKey, portfolio: Portfolio): Promise<void>;
  /**
   * Lays the journal anew on a portfolio from elsewhere: `pending` follow it, with new keys. One transaction. Resolves
   * with the key of the last of them, or the snapshot's where there are none. `record.remote.syncedKey` becomes the
   * snapshot's key. `upTo` is the last entry that was taken account of: what other tabs wrote after it follows behind
   * `pending`, and listeners are told `grown`.
   */
  rewrite(
    portfolio: Portfolio,
    pending: readonly Change[],
    record: DeviceRecord,
    upTo: JournalKey,
  ): Promise<JournalKey>;
  saveApplicant(applicant: Applicant): Promise<void>;
  /**
   * Reads, changes and writes the record in one transaction. An update that returns what it was given is a reading:
   * nothing is written, and nobody is told.
   */
  updateRecord(update: (record: DeviceRecord) => DeviceRecord): Promise<DeviceRecord>;
  /** A revised credential was accepted: keep it whole beside the draft. */
  saveCredential(credential: Credential, digest: string): Promise<void>;
  /** `key`: the last entry that the portfolio holds, so that a damaged snapshot can be mended without repetition. */
  addRestorePoint(portfolio: Portfolio, at: Instant, why: RestorePoint['why'], key?: JournalKey): Promise<void>;
  /** Newest first. */
  restorePoints(): Promise<RestorePoint[]>;
  restorePoint(id: number): Promise<Portfolio>;
  /** Called when another tab has grown the journal, changed the record or the applicant, or removed the draft. */
  subscribe(listener: (news: DraftNews) => void): () => void;
  close(): void;
}

export type DraftNews = 'grown' | 'record' | 'applicant' | 'removed';

export interface RestorePoint {
  id: number;
  at: Instant;
  why: 'interval' | 'before-change' | 'before-import' | 'before-revision' | 'handed-in';
  bytes: number;
}

/** Drafts and bytes on this device. */
export interface DraftStorage {
  /** `device`: survives the browser's end, unless the browser deletes it. `memory`: gone with the page. */
  readonly kind: 'device' | 'memory';
  /** Those of a credential (its id) and of a host's key; the one worked on last comes first. */
  drafts(filter: { credential?: string; hostKey?: string }): Promise<DraftSummary[]>;
  create(draft: NewDraft): Promise<void>;
  open(id: string): OpenDraft;
  /** Removes a draft with its restore points, and bytes that no other draft names. */
  remove(id: string): Promise<void>;
  /** Keeps bytes under a file id. Rejects with a StorageProblem when the browser will not. */
  putFile(id: string, draft: string, bytes: Blob): Promise<void>;
  getFile(id: string): Promise<Blob | undefined>;
  storedFiles(draft: string): Promise<string[]>;
  /**
   * Deletes bytes that neither a draft nor a restore point nor an unsent submission names. Bytes kept less than a day
   * ago stay, since the change that will name them may not be written yet.
   */
  sweepFiles(): Promise<void>;
  /** An opaque name of this device, stable as long as its storage is. */
  device(): Promise<string>;
}

export interface NewDraft {
  summary: DraftSummary;
  credential: Credential;
  portfolio: Portfolio;
  applicant: Applicant;
  record: DeviceRecord;
}

/** Why storage refused, told apart by what the person can do. */
export class StorageProblem extends Error {
  constructor(
    readonly reason: 'full' | 'refused' | 'unavailable' | 'newer-version' | 'removed' | 'failed',
    cause?: unknown,
  ) {
    super(`storage ${reason}`, { cause });
    this.name = 'StorageProblem';
  }
}

/** A running upload. */
export interface Upload {
  pause(): void;
  /** Resolves when every byte has arrived and the receiver's SHA-256 equals the file's own. */
  readonly done: Promise<void>;
}

export interface Uploader {
  /**
   * Begins, or goes on at `from`. `onUrl` tells where it lies, to be kept; `onProgress` counts bytes that arrived.
   * Retries passing faults by itself; `done` rejects with a ServiceProblem on a lasting one.
   */
  upload(request: {
    id: string;
    bytes: Blob;
    name: string;
    type: string;
    /** The file's own SHA-256, if it is known; else it is worked out from the bytes. */
    sha256?: string | undefined;
    from?: string | undefined;
    onUrl(url: string): void;
    onProgress(sent: number, total: number): void;
    onWaiting(problem: ServiceProblem): void;
  }): Upload;
}

/** The affiliate's end, seen from one portfolio. */
export interface PortfolioService {
  /**
   * Makes the portfolio known. Harmless when repeated with the same secret. A new one has revision 0; any other says
   * that it was there before and went on since: it is then read, and what is here goes on top.
   */
  create(portfolio: Portfolio, secret: string): Promise<{ revision: number }>;
  read(id: string): Promise<{ portfolio: Portfolio; revision: number }>;
  /**
   * Adds changes on top of a revision. `missed`: others came first; these are theirs since that revision, and perhaps
   * our own from a send whose answer was lost. Nothing was added then: take them in and repeat.
   */
  send(
    id: string,
    revision: number,
    changes: readonly Change[],
  ): Promise<{ revision: number; missed?: readonly Change[] }>;
  /** Idempotent by the submission's id: the same receipt however often it is sent. */
  submit(submission: Submission, applicant: Applicant, revision: number): Promise<Receipt>;
}

/** What went wrong between here and there, told apart by what helps. */
export class ServiceProblem extends Error {
  constructor(
    readonly reason:
      | 'offline'
      | 'unreachable'
      | 'timeout'
      | 'not-ours'
      | 'unauthorised'
      | 'not-found'
      | 'too-large'
      | 'too-many'
      | 'refused'
      | 'frozen'
      | 'server'
      | 'mismatch'
      | 'insecure',
    /** `true`: trying again later may help, and is done without being asked. */
    readonly passing: boolean,
    /** The Problem Details of the answer (RFC 9457), where there were any. */
    readonly problem?: {
      title?: string;
      detail?: string;
      status?: number;
      findings?: unknown;
      [member: string]: unknown;
    },
    /** Seconds the server asked to wait. */
    readonly retryAfter?: number,
  ) {
    super(`service ${reason}`);
    this.name = 'ServiceProblem';
  }
}
