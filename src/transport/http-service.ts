import * as v from 'valibot';
import { WholeNumber } from '../model/base.js';
import { Change } from '../model/change.js';
import { Portfolio } from '../model/portfolio.js';
import { Receipt } from '../model/submission.js';
import { ServiceProblem, type PortfolioService } from '../state/ports.js';
import { requestJson, type JsonRequest } from './request-json.js';
import { endpointAddress } from './service-answer.js';

export interface HttpServiceOptions {
  /** Where the receiver is, such as `/mc` or `https://example.org/mc`. */
  endpoint: string;
  /** The access secret that the portfolio was created with, from the device record. */
  secret(): string | undefined;
  /** Another way to fetch. */
  fetch?: typeof fetch;
  /** Milliseconds after which a request is given up; 30 seconds unless given. */
  timeout?: number;
}

const Revision = v.object({ revision: WholeNumber });
/** The answer to whoever is behind: where the portfolio stands, and what was missed. */
const Stale = v.object({
  type: v.literal('urn:mc-portfolio:problem:stale'),
  revision: WholeNumber,
  changes: v.array(Change),
});
const Current = v.object({ portfolio: Portfolio, revision: WholeNumber });

/**
 * A receiver over HTTP. Every answer is checked before it is believed; every rejection is a ServiceProblem, `insecure`
 * for an endpoint without https that is not on this computer.
 */
export function createHttpService({ endpoint, secret, fetch, timeout }: HttpServiceOptions): PortfolioService {
  const ask = async <T>(
    schema: v.GenericSchema<unknown, T>,
    path: string[],
    request: Pick<JsonRequest, 'method' | 'headers' | 'body'>,
    key = secret(),
  ): Promise<T> => {
    const url = [endpointAddress(endpoint), 'portfolios', ...path.map(encodeURIComponent)].join('/');
    if (key === undefined) throw new ServiceProblem('unauthorised', false);
    return requestJson({ url, secret: key, ...request, ...(fetch && { fetch }), ...(timeout && { timeout }) }, schema);
  };

  return {
    create: (portfolio, key) =>
      ask(Revision, [portfolio.id], { method: 'PUT', headers: { 'If-None-Match': '*' }, body: { portfolio } }, key),

    read: (id) => ask(Current, [id], { method: 'GET' }),

    send: async (id, revision, changes) => {
      try {
        // Proxies weaken entity tags: the revision stands in the body too.
        const headers = { 'If-Match': `"${revision}"` };
        return await ask(Revision, [id, 'changes'], { method: 'POST', headers, body: { revision, changes } });
      } catch (problem) {
        const stale = v.safeParse(Stale, problem instanceof ServiceProblem ? problem.problem : undefined);
        if (!stale.success) throw problem;
        return { revision: stale.output.revision, missed: stale.output.changes };
      }
    },

    submit: async (submission, applicant, revision) => {
      const path = [submission.portfolio.id, 'submissions', submission.id];
      const receipt = await ask(Receipt, path, { method: 'PUT', body: { submission, applicant, revision } });
      // A receipt for something else is no proof that this arrived.
      if (receipt.submission !== submission.id) throw new ServiceProblem('not-ours', false);
      return receipt;
    },
  };
}
