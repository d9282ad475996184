import { isOffline } from './service-answer.js';

/** A document as text, or why it could not be had, told apart by what helps. */
export type Loaded =
  | {
      ok: true;
      text: string;
      /** Where it was found, after redirections. */
      url: string;
    }
  | {
      ok: false;
      /**
       * - `not-found`: the address is wrong;
       * - `html`: a web page came instead, as from an address that leads to a page or a network to sign in to;
       * - `unreachable-or-cors`: no server answered, or the answer may not be read from this site; browsers do not say
       *   which. `params.crossOrigin` tells whether it is another site's;
       * - `server`: it answered with an error, `status`.
       */
      reason: 'not-found' | 'timeout' | 'html' | 'unreachable-or-cors' | 'offline' | 'server';
      status?: number;
      /** Figures for the message. `seconds` of a timeout. */
      params: { url: string; crossOrigin: boolean; seconds?: number };
    };

export interface LoadOptions {
  /** Gives up; the promise then rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
  /** Milliseconds; 20 seconds unless given. */
  timeout?: number;
}

/** Loads a document such as `src="credential.json"`. Rejects only when its caller gave up. */
export async function loadDocument(url: string, { signal, timeout = 20_000 }: LoadOptions = {}): Promise<Loaded> {
  const base = globalThis.document?.baseURI;
  const address = parseAddress(url, base);
  const params = {
    url: address?.href ?? url,
    crossOrigin: !!address && !!base && address.origin !== new URL(base).origin,
  };
  if (!address || !/^https?:$/.test(address.protocol)) return { ok: false, reason: 'not-found', params };

  const limit = new AbortController();
  const giveUp = () => limit.abort();
  const timer = setTimeout(giveUp, timeout);
  signal?.addEventListener('abort', giveUp, { once: true });
  try {
    signal?.throwIfAborted();
    const response = await fetch(address, { signal: limit.signal, headers: { Accept: 'application/json' } });
    const { status } = response;
    if (status === 404 || status === 410) return { ok: false, reason: 'not-found', status, params };
    if (!response.ok) return { ok: false, reason: 'server', status, params };
    const text = await response.text();
    const isPage =
      /^(text\/html|application\/xhtml)/i.test(response.headers.get('Content-Type') ?? '') ||
      /^\s*<(!doctype|html)/i.test(text);
    if (isPage) return { ok: false, reason: 'html', status, params };
    return { ok: true, text, url: response.url || address.href };
  } catch (cause) {
    signal?.throwIfAborted();
    if (limit.signal.aborted)
      return { ok: false, reason: 'timeout', params: { ...params, seconds: Math.round(timeout / 1000) } };
    if (!(cause instanceof TypeError)) throw cause;
    return { ok: false, reason: isOffline() ? 'offline' : 'unreachable-or-cors', params };
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', giveUp);
  }
}

function parseAddress(url: string, base: string | undefined): URL | undefined {
  try {
    return new URL(url, base);
  } catch {
    return undefined;
  }
}
