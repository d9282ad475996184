/** A receiver of its own for a test file, and someone who works on a portfolio there. */
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { cp, mkdir, mkdtemp, readFile, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Upload, type UploadOptions } from 'tus-js-client';
import { createReceiver, type Receiver, type ReceiverOptions } from '../../demo/receiver/app.js';
import { openDatabase } from '../../demo/receiver/db.js';
import { loadCredentials } from '../../demo/receiver/credentials.js';
import type { Applicant } from '../../src/model/applicant.js';
import type { Change } from '../../src/model/change.js';
import type { Credential } from '../../src/model/credential.js';
import { evaluate } from '../../src/model/evaluate.js';
import type { Portfolio } from '../../src/model/portfolio.js';
import type { Submission } from '../../src/model/submission.js';
import { freeze } from '../../src/model/submit.js';
import type { NamedFile } from '../fixtures/files.js';
import { generateApplicant, generatedFiles, generatePortfolio } from '../fixtures/generate.js';
import { Contract } from './contract.js';

export const root = join(import.meta.dirname, '../..');
export const credentials = await loadCredentials(join(root, 'demo/credentials'));
export const contract = await Contract.load();

/** The sample credential, as the receiver has it. */
export const credential: Credential = [...credentials.values()].find(({ id }) =>
  id.includes('collaborative-leadership'),
)!;

export const newSecret = () => randomBytes(32).toString('base64url');
export const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

export interface Running {
  receiver: Receiver;
  origin: string;
  data: string;
  log: string[];
  faults: unknown[];
  stop(): Promise<void>;
}

/** A new data folder. Making a database takes seconds: one is made for each schema, and copied from then on. */
export async function newData(): Promise<string> {
  const schema = sha256(await readFile(join(root, 'demo/receiver/db.ts'))).slice(0, 16);
  const { version } = JSON.parse(await readFile(join(root, 'node_modules/@electric-sql/pglite/package.json'), 'utf8'));
  const made = join(root, '.cache', `receiver-${version}-${schema}`);
  if (!(await stat(made).catch(() => undefined))) {
    await mkdir(join(root, '.cache'), { recursive: true });
    const making = await mkdtemp(`${made}-`);
    await (await openDatabase(making)).close();
    // Another test file may have been quicker.
    await rename(making, made).catch(() => rm(making, { recursive: true }));
  }
  const data = await mkdtemp(join(tmpdir(), 'receiver-'));
  await cp(made, data, { recursive: true });
  return data;
}

/** Starts a receiver on a free port with a new data folder. */
export async function start(options: Partial<ReceiverOptions> = {}): Promise<Running> {
  const data = await newData();
  const log: string[] = [];
  const faults: unknown[] = [];
  const receiver = await createReceiver({
    data,
    credentials,
    pages: { demo: join(root, 'demo'), embed: join(root, 'dist/embed') },
    log: (line) => log.push(line),
    onFault: (error) => faults.push(error),
    ...options,
  });
  const origin = `http://127.0.0.1:${await receiver.listen(0)}`;
  const stop = async () => {
    await receiver.close();
    await rm(data, { recursive: true, force: true });
  };
  return { receiver, origin, data, log, faults, stop };
}

export interface Answer {
  status: number;
  headers: Headers;
  // Tests look into answers of many shapes; the contract has checked the shape.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  body: any;
}

export interface Asked {
  secret?: string | undefined;
  json?: unknown;
  headers?: Record<string, string>;
  body?: string | Uint8Array | ReadableStream | undefined;
}

/** A request below `/mc`, held against the contract on both sides. */
export async function ask(origin: string, method: string, path: string, asked: Asked = {}): Promise<Answer> {
  const headers = new Headers(asked.headers);
  if (asked.secret) headers.set('Authorization', `Bearer ${asked.secret}`);
  if (asked.json !== undefined) headers.set('Content-Type', 'application/json');
  const body = asked.json === undefined ? asked.body : JSON.stringify(asked.json);
  const response = await fetch(`${origin}/mc${path}`, { method, headers, body, duplex: 'half' } as RequestInit);
  const bytes = Buffer.from(await response.arrayBuffer());
  const isJson = response.headers.get('Content-Type')?.includes('json');
  const answer = bytes.length === 0 ? undefined : isJson ? JSON.parse(bytes.toString()) : bytes;
  contract.hold({
    method,
    path,
    request: asked.json === undefined ? undefined : { type: 'application/json', body: asked.json },
    status: response.status,
    headers: response.headers,
    body: answer,
  });
  return { status: response.status, headers: response.headers, body: answer };
}

/** Someone with a complete portfolio, its files and its secret. */
export class Practitioner {
  readonly secret = newSecret();
  readonly portfolio: Portfolio;
  readonly files: Map<string, NamedFile>;
  readonly applicant: Applicant;

  constructor(
    readonly origin: string,
    seed: number,
  ) {
    const made = generatePortfolio(credential, {
      words: 1000,
      artifacts: 4,
      pointersPerDetail: 1,
      complete: true,
      seed,
    });
    this.portfolio = { ...made, id: randomUUID() };
    this.files = generatedFiles(this.portfolio);
    this.applicant = generateApplicant(this.portfolio);
  }

  get path(): string {
    return `/portfolios/${this.portfolio.id}`;
  }

  ask(method: string, path = '', asked: Asked = {}): Promise<Answer> {
    return ask(this.origin, method, `${this.path}${path}`, { secret: this.secret, ...asked });
  }

  create(portfolio: unknown = this.portfolio): Promise<Answer> {
    return this.ask('PUT', '', { headers: { 'If-None-Match': '*' }, json: { portfolio } });
  }

  send(revision: number, changes: Change[]): Promise<Answer> {
    return this.ask('POST', '/changes', { headers: { 'If-Match': `"${revision}"` }, json: { revision, changes } });
  }

  /** What the form would hand in. */
  freeze(portfolio = this.portfolio, id = randomUUID()): Submission {
    const at = '2026-03-02T10:00:00Z';
    return freeze(credential, portfolio, evaluate(credential, portfolio), { id, attempt: 1, at });
  }

  handIn(submission: Submission, { revision = 0, applicant = this.applicant } = {}): Promise<Answer> {
    const headers = { 'If-Match': `"${revision}"` };
    return this.ask('PUT', `/submissions/${submission.id}`, { headers, json: { submission, applicant, revision } });
  }

  async uploadAll(): Promise<void> {
    for (const [id, { bytes, name }] of this.files) await this.upload(id, bytes, { name });
  }

  /** Uploads as the form does; resolves with the address of the upload. */
  upload(file: string, bytes: Uint8Array, options: Uploading = {}): Promise<string> {
    return new Promise((resolve, reject) => {
      const upload = this.newUpload(file, bytes, {
        ...options,
        onError: reject,
        onSuccess: () => resolve(upload.url!),
      });
      upload.start();
    });
  }

  newUpload(file: string, bytes: Uint8Array, { name = 'notes.txt', ...options }: Uploading = {}): Upload {
    return new Upload(Buffer.from(bytes), {
      endpoint: `${this.origin}/mc/files/`,
      headers: { Authorization: `Bearer ${this.secret}` },
      metadata: { filename: name, filetype: 'text/plain', portfolio: this.portfolio.id, file },
      retryDelays: null,
      ...options,
    });
  }
}

type Uploading = { name?: string } & Partial<UploadOptions>;

let count = 0;

/** A change that renames the first artifact, or puts a mark on the self-assessment: small and always fitting. */
export const change = (why: string): Change => ({
  id: randomUUID(),
  at: `2026-03-02T11:00:${String(count++ % 60).padStart(2, '0')}Z`,
  kind: 'self-assess',
  criterion: credential.rubric!.criteria[0]!.id,
  level: credential.rubric!.levels.at(-1)!.id,
  why,
});
