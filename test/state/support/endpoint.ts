/** An endpoint that keeps the rules of the receiver in memory, fast enough for thousands of runs, and can fail at will. */
import { applyAll } from '../../../src/model/apply.js';
import type { Change } from '../../../src/model/change.js';
import { canonicalJson, digestOf } from '../../../src/model/digest.js';
import type { Portfolio } from '../../../src/model/portfolio.js';
import type { Receipt, Submission } from '../../../src/model/submission.js';
import type { Access } from '../../../src/state/live-portfolio.js';
import { ServiceProblem, type PortfolioService } from '../../../src/state/ports.js';

interface Kept {
  secret: string;
  begun: Portfolio;
  changes: Change[];
  submissions: Map<string, { submission: Submission; receipt: Receipt }>;
}

type Step = 'create' | 'read' | 'send' | 'submit';

export class Endpoint {
  kept = new Map<string, Kept>();
  /** Every request that came, in order. */
  steps: Step[] = [];
  /** Asked when a request comes; what it throws never arrived. */
  before: (step: Step) => Promise<void> | void = () => undefined;
  /** Asked when it was carried out; what it throws is an answer lost. */
  after: (step: Step) => Promise<void> | void = () => undefined;

  /** For `openLivePortfolio`. */
  service = async (access: Access): Promise<PortfolioService> => {
    const step = async <T>(name: Step, task: () => T | Promise<T>): Promise<T> => {
      this.steps.push(name);
      await this.before(name);
      const answer = structuredClone(await task());
      await this.after(name);
      return answer;
    };
    const mine = (id: string, secret = access.secret()): Kept => {
      const kept = this.kept.get(id);
      if (!kept) throw lasting('not-found', 404);
      if (kept.secret !== secret) throw lasting('unauthorised', 401);
      return kept;
    };
    return {
      create: (portfolio, secret) =>
        step('create', () => {
          if (!this.kept.has(portfolio.id)) {
            this.kept.set(portfolio.id, {
              secret,
              begun: structuredClone(portfolio),
              changes: [],
              submissions: new Map(),
            });
          }
          return { revision: mine(portfolio.id, secret).changes.length };
        }),
      read: (id) =>
        step('read', () => {
          const { changes } = mine(id);
          return { portfolio: this.portfolio(id), revision: changes.length };
        }),
      send: (id, revision, changes) =>
        step('send', () => {
          const kept = mine(id);
          const own = new Set(changes.map((change) => change.id));
          const missed = kept.changes.slice(revision);
          if (revision > kept.changes.length || missed.some((change) => !own.has(change.id))) {
            return { revision: kept.changes.length, missed };
          }
          const known = new Set(kept.changes.map((change) => change.id));
          const fresh = changes.filter((change) => !known.has(change.id));
          if (fresh.length && kept.submissions.size) throw lasting('frozen', 409);
          kept.changes.push(...structuredClone(fresh));
          return { revision: kept.changes.length };
        }),
      submit: (submission, _applicant, revision) =>
        step('submit', async () => {
          const kept = mine(submission.portfolio.id);
          const known = kept.submissions.get(submission.id);
          if (known) return known.receipt;
          if (kept.submissions.size) throw lasting('frozen', 409);
          const same = canonicalJson(submission.portfolio) === canonicalJson(this.portfolio(submission.portfolio.id));
          if (revision !== kept.changes.length || !same) throw lasting('mismatch', 412);
          const receipt: Receipt = {
            number: `MC-${kept.submissions.size + 1}`,
            submission: submission.id,
            at: '2026-11-22T10:00:00Z',
            digest: await digestOf(submission),
            files: submission.files,
          };
          kept.submissions.set(submission.id, { submission: structuredClone(submission), receipt });
          return receipt;
        }),
    };
  };

  portfolio(id: string): Portfolio {
    const { begun, changes } = this.kept.get(id)!;
    return applyAll(begun, changes);
  }

  submissions(id: string): Submission[] {
    return [...(this.kept.get(id)?.submissions.values() ?? [])].map(({ submission }) => submission);
  }
}

export const lasting = (reason: ServiceProblem['reason'], status: number, findings?: unknown) =>
  new ServiceProblem(reason, false, { status, ...(findings !== undefined && { findings }) });

export const passing = (reason: ServiceProblem['reason'] = 'unreachable', retryAfter?: number) =>
  new ServiceProblem(reason, true, undefined, retryAfter);
