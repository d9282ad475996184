import * as v from 'valibot';
import { ServiceProblem } from '../state/ports.js';
import { isJson, noAnswer, problemOf } from './service-answer.js';

/** A request is given up after this many milliseconds. */
const patience = 30_000;

export interface JsonRequest {
  method: 'GET' | 'PUT' | 'POST';
  url: string;
  secret: string;
  headers?: Record<string, string>;
  body?: unknown;
  signal?: AbortSignal;
  fetch?: typeof fetch;
  /** Milliseconds. */
  timeout?: number;
}

/** A JSON answer as it came; rejects with a ServiceProblem unless it is one. */
async function exchange(request: JsonRequest): Promise<unknown> {
  const { method, url, secret, headers, body, timeout = patience } = request;
  const send = request.fetch ?? globalThis.fetch.bind(globalThis);
  const limit = AbortSignal.timeout(timeout);
  const init: RequestInit = {
    method,
    headers: {
      Accept: 'application/json, application/problem+json',
      Authorization: `Bearer ${secret}`,
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    signal: request.signal ? either(request.signal, limit) : limit,
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
    // Work and applicant go to the address that was configured, and nowhere else.
    redirect: 'error',
  };
  let response: Response;
  try {
    response = await send(url, init);
  } catch (cause) {
    request.signal?.throwIfAborted();
    throw noAnswer(cause);
  }
  const text = await response.text().catch((cause: unknown) => {
    request.signal?.throwIfAborted();
    throw limit.aborted ? noAnswer(cause) : half();
  });
  if (!response.ok || !isJson(response.headers.get('Content-Type'))) {
    throw problemOf({ status: response.status, header: (name) => response.headers.get(name), body: text });
  }
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw half();
  }
}

/** The connection broke off within the answer: the request may have been carried out, and can be repeated. */
const half = () => new ServiceProblem('server', true);

/** `AbortSignal.any` is younger than the browsers that are supported. */
function either(first: AbortSignal, second: AbortSignal): AbortSignal {
  const both = new AbortController();
  for (const signal of [first, second]) {
    if (signal.aborted) both.abort(signal.reason);
    signal.addEventListener('abort', () => both.abort(signal.reason), { once: true, signal: both.signal });
  }
  return both.signal;
}

/** Sends a request and checks the answer: what has another shape is not from a receiver of ours. */
export async function requestJson<T>(request: JsonRequest, schema: v.GenericSchema<unknown, T>): Promise<T> {
  const result = v.safeParse(schema, await exchange(request));
  if (!result.success) throw new ServiceProblem('not-ours', false);
  return result.output;
}
