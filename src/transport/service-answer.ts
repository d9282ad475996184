/** Telling apart what can go wrong between here and a receiver, for every kind of request. */
import { ServiceProblem } from '../state/ports.js';

type Reason = ServiceProblem['reason'];

/** What is known of an answer, whichever way it was fetched. */
export interface Answer {
  status: number;
  header(name: string): string | null | undefined;
  body: string;
}

/** Problem types of the receiver that need another word than their status alone gives. */
const byType: Record<string, Reason> = {
  'urn:mc-portfolio:problem:frozen': 'frozen',
  'urn:mc-portfolio:problem:file-handed-in': 'frozen',
  'urn:mc-portfolio:problem:mismatch': 'mismatch',
  'urn:mc-portfolio:problem:stale': 'mismatch',
};

/** What a refusal means. Servers in between answer in HTML: what only the receiver can know is believed of JSON alone. */
export function problemOf(answer: Answer): ServiceProblem {
  const problem = problemDetails(answer);
  const { reason, passing } = meaningOf(answer.status, problem);
  return new ServiceProblem(reason, passing, problem, retryAfter(answer.header('Retry-After')));
}

function meaningOf(status: number, problem: ServiceProblem['problem']): { reason: Reason; passing: boolean } {
  const lasting = (reason: Reason) => ({ reason, passing: false });
  if (status >= 500) return { reason: 'server', passing: status !== 501 };
  if (status === 429) return { reason: 'too-many', passing: true };
  if (status === 408) return { reason: 'timeout', passing: true };
  if (status === 413) return lasting('too-large');
  // Another request has the upload for a moment.
  if (status === 423) return { reason: 'server', passing: true };
  // A page instead of an answer: a wrong address, or a network that wants to be signed in to, which passes.
  if (!problem) return { reason: 'not-ours', passing: status < 400 || status === 511 };
  if (status < 400) return lasting('not-ours');
  if (status === 401 || status === 403) return lasting('unauthorised');
  if (status === 404 || status === 410) return lasting('not-found');
  return lasting(byType[String(problem['type'])] ?? 'refused');
}

/** The answer's Problem Details (RFC 9457), if it says that it has some. */
function problemDetails({ header, body }: Answer): ServiceProblem['problem'] {
  if (!isJson(header('Content-Type'))) return undefined;
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a content type is JSON or a format made of it. */
export const isJson = (type: string | null | undefined): boolean =>
  /^application\/(json|[\w.-]+\+json)\s*(;|$)/i.test(type ?? '');

/** Seconds, which a server may also give as a date. */
function retryAfter(header: string | null | undefined): number | undefined {
  if (!header) return undefined;
  if (/^\d+$/.test(header.trim())) return Number(header);
  const at = Date.parse(header);
  return Number.isNaN(at) ? undefined : Math.max(0, Math.ceil((at - Date.now()) / 1000));
}

/** No answer at all. Whether the browser is offline is the one thing that it tells apart. */
export function noAnswer(cause: unknown): ServiceProblem {
  if (cause instanceof ServiceProblem) return cause;
  if (cause instanceof DOMException && cause.name === 'TimeoutError') return new ServiceProblem('timeout', true);
  return new ServiceProblem(isOffline() ? 'offline' : 'unreachable', true);
}

/** `onLine` is only to be believed when it says no. */
export const isOffline = (): boolean => globalThis.navigator?.onLine === false;

/**
 * The address of an endpoint without its last slash. Throws `insecure` for plain http, except on this computer: the
 * work and the secret would travel for everyone to read.
 */
export function endpointAddress(endpoint: string): string {
  let url: URL;
  try {
    url = new URL(endpoint, globalThis.document?.baseURI);
  } catch {
    throw new ServiceProblem('not-found', false);
  }
  const here = /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && here)) throw new ServiceProblem('insecure', false);
  url.search = '';
  url.hash = '';
  return url.href.replace(/\/+$/, '');
}
