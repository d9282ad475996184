/** What a live portfolio is at one moment: everything the screen needs, and nothing it computes for itself. */
import type { Affiliate } from '../model/affiliate.js';
import type { Applicant } from '../model/applicant.js';
import type { Instant } from '../model/base.js';
import type { Credential } from '../model/credential.js';
import type { Portfolio } from '../model/portfolio.js';
import type { Requirement } from '../model/requirement.js';
import type { Stage } from '../model/stage.js';
import type { Finding, Receipt } from '../model/submission.js';
import type { DamagedEntry, DeviceRecord, ServiceProblem, StorageProblem } from './ports.js';

export interface PortfolioState {
  readonly draft: string;
  /** When the draft was begun. */
  readonly createdAt?: Instant | undefined;
  readonly credential: Credential;
  readonly affiliate: Affiliate | undefined;
  readonly portfolio: Portfolio;
  readonly applicant: Applicant;
  readonly requirements: readonly Requirement[];
  readonly stage: Stage;
  readonly saving: Saving;
  /** By file id; a file that is absent is neither kept here nor on its way. */
  readonly files: Readonly<Record<string, FileStatus>>;
  readonly remote: Remote;
  readonly handIn: HandIn;
  readonly receipts: DeviceRecord['receipts'];
  /** When and of what the last copy was made elsewhere. */
  readonly copy: { at: Instant; words: number; files: number } | undefined;
  /** Why nothing can be edited, if so. `stage`: it was handed in. */
  readonly readOnly: 'newer-version' | 'removed' | 'stage' | 'sending' | undefined;
  /** What of the journal could not be read. */
  readonly damaged: readonly DamagedEntry[];
  /** The issuer's newer version of the credential, on offer. */
  readonly revised: { credential: Credential; digest: string } | undefined;
}

/**
 * `device`: in this browser, on disk. `memory`: nowhere but in this page, by choice (`chosen`) or because the browser
 * keeps nothing. `problem`: the last write failed; the work lives in the page and is tried again.
 */
export interface Saving {
  readonly place: 'device' | 'memory';
  readonly chosen: boolean;
  readonly pending: boolean;
  readonly problem: StorageProblem | undefined;
}

/** Where the bytes of a file are, and how far they have come. */
export interface FileStatus {
  /** `memory`: the browser would not keep it; it lives in this page until it has arrived. `missing`: nowhere here. */
  readonly kept: 'storing' | 'stored' | 'memory' | 'missing';
  readonly upload: 'none' | 'waiting' | 'sending' | 'arrived' | 'checked' | 'failed';
  /** Bytes that arrived. */
  readonly sent: number;
  readonly problem?: ServiceProblem | StorageProblem | undefined;
}

/** The endpoint's copy of the draft. `none`: there is no endpoint. */
export interface Remote {
  readonly state: 'none' | 'waiting' | 'sending' | 'synced' | 'stopped';
  readonly at?: Instant | undefined;
  readonly problem?: ServiceProblem | undefined;
}

/** How handing in stands. */
export interface HandIn {
  readonly state: 'idle' | 'preparing' | 'sending' | 'waiting' | 'refused' | 'done';
  readonly problem?: ServiceProblem | StorageProblem | undefined;
  /** What the receiver found, when it refused. */
  readonly findings?: readonly Finding[] | undefined;
  readonly receipt?: Receipt | undefined;
}

export const isEditing = (state: PortfolioState): boolean => state.readOnly === undefined;
