import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** What a caller is told, in the words of RFC 9457 and a remedy. */
interface Said {
  title: string;
  detail: string;
  remedy: string;
}

/** A refusal, answered as Problem Details. `code` is stable; the sentences may change. */
export class Problem extends Error {
  constructor(
    readonly status: ContentfulStatusCode,
    readonly code: string,
    private readonly said: Said,
    /** Further members of the answer, such as `findings`. */
    private readonly members: Record<string, unknown> = {},
    readonly headers: Record<string, string> = {},
  ) {
    super(code);
    this.name = 'Problem';
  }

  /** The members of the answer. */
  body(): Record<string, unknown> {
    return { type: `urn:mc-portfolio:problem:${this.code}`, status: this.status, ...this.said, ...this.members };
  }

  /** The whole answer. */
  response(): Response {
    return new Response(JSON.stringify(this.body()), {
      status: this.status,
      headers: { 'Content-Type': 'application/problem+json', ...this.headers },
    });
  }
}

/** Any fault as a problem: what was not foreseen says nothing of its insides. */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  // A document nested deeper than any real one overruns the stack of whoever reads it.
  if (error instanceof RangeError && /call stack/.test(error.message))
    return badRequest('The body is nested too deeply.');
  if (error instanceof HTTPException && error.status < 500) return badRequest('The request could not be read.');
  return new Problem(500, 'fault', {
    title: 'The receiver failed',
    detail: 'Something went wrong at the receiver. Nothing of this request was kept.',
    remedy: 'Send the same request again in a minute.',
  });
}

/** The request as such is not as agreed. */
export const badRequest = (detail: string) =>
  new Problem(400, 'bad-request', {
    title: 'The request is not as agreed',
    detail,
    remedy: 'Compare the request with openapi.yaml of the receiver.',
  });

export const notFound = (what: string) =>
  new Problem(404, 'not-found', {
    title: 'Not found',
    detail: `There is no such ${what} here.`,
    remedy: 'Check the address. A portfolio has to be created before anything can be added to it.',
  });

export const methodNotAllowed = () =>
  new Problem(405, 'method', {
    title: 'This cannot be done here',
    detail: 'This address does not know that method.',
    remedy: 'Compare the request with openapi.yaml of the receiver.',
  });

export const secretMissing = () =>
  new Problem(
    401,
    'secret-missing',
    {
      title: 'The access secret is missing',
      detail: 'The request carries no access secret that could be one.',
      remedy:
        'Send the secret that the portfolio was created with: "Authorization: Bearer", 22 to 256 letters and digits.',
    },
    {},
    { 'WWW-Authenticate': 'Bearer' },
  );

export const secretWrong = () =>
  new Problem(403, 'secret-wrong', {
    title: 'This is another person’s portfolio',
    detail: 'The portfolio was created with another access secret.',
    remedy: 'Open the portfolio on the device where it was begun, or begin a new one.',
  });

export const tooLarge = (maxBytes: number) =>
  new Problem(
    413,
    'too-large',
    {
      title: 'Too large',
      detail: `The receiver takes at most ${maxBytes} bytes here.`,
      remedy: 'Send less at once, or a smaller file.',
    },
    { maxBytes },
  );

/** One place where a document is not as its schema says. */
export interface Fault {
  path: string;
  expected: string;
}

export const malformed = (what: string, faults: Fault[]) =>
  new Problem(
    422,
    'malformed',
    {
      title: `The ${what} is not well formed`,
      detail: `The ${what} does not keep to its format; "faults" names each place.`,
      remedy: 'Correct the places named and send it again.',
    },
    { faults },
  );

export const createOnly = () =>
  new Problem(428, 'create-only', {
    title: 'A portfolio is only created this way',
    detail: 'The request does not say that it means to create.',
    remedy: 'Send "If-None-Match: *". To change a portfolio, post changes.',
  });

/** The caller's revision is not the newest: `changes` are what it missed. */
export const stale = (revision: number, changes: unknown[]) =>
  new Problem(
    412,
    'stale',
    {
      title: 'The portfolio has gone on',
      detail: `The portfolio is at revision ${revision}; "changes" are those that came since.`,
      remedy: 'Take in the changes, then send your own on top of this revision.',
    },
    { revision, changes },
    { ETag: `"${revision}"` },
  );

export const frozen = (revision: number) =>
  new Problem(
    409,
    'frozen',
    {
      title: 'The work was handed in',
      detail: 'What was handed in does not change any more.',
      remedy: 'Wait until it is returned or decided; the receipt says what was received.',
    },
    { revision },
  );

export const mismatch = (detail: string) =>
  new Problem(409, 'mismatch', {
    title: 'Two accounts of the same work differ',
    detail,
    remedy: 'Read the portfolio, take in what differs, and hand it in under a new id.',
  });

/** Something blocks: the findings say what, as the form does. */
export const blocked = (findings: unknown[]) =>
  new Problem(
    422,
    'blocked',
    {
      title: 'Something is still missing',
      detail: 'The receiver’s own check found what blocks handing in; "findings" names it.',
      remedy: 'Settle each finding and hand in again.',
    },
    { findings },
  );
