/** Holds what is said on the wire against `openapi.yaml`: whatever the document does not allow is an error. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { toJsonSchema } from '@valibot/to-json-schema';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { load } from 'js-yaml';
import type { GenericSchema } from 'valibot';
import { Applicant } from '../../src/model/applicant.js';
import { Change } from '../../src/model/change.js';
import { Portfolio } from '../../src/model/portfolio.js';
import { Receipt, Submission } from '../../src/model/submission.js';

/** What was said, as plain values. */
export interface Exchange {
  method: string;
  /** Below `/mc`, with its query. */
  path: string;
  request?: { type: string; body: unknown } | undefined;
  status: number;
  headers: Headers;
  body: unknown;
}

interface Media {
  schema?: unknown;
}
interface Answer {
  headers?: Record<string, { required?: boolean; schema?: unknown; $ref?: string }>;
  content?: Record<string, Media>;
  $ref?: string;
}
interface Operation {
  requestBody?: { content: Record<string, Media> };
  responses: Record<string, Answer>;
}
type Document = {
  paths: Record<string, Record<string, Operation>>;
  components: Record<string, Record<string, unknown>>;
};

const documents: Record<string, GenericSchema> = {
  applicant: Applicant,
  change: Change,
  portfolio: Portfolio,
  receipt: Receipt,
  submission: Submission,
};
const address = 'https://contract.example/demo/receiver/openapi.yaml';

/** The contract, ready to be held against exchanges. */
export class Contract {
  private readonly ajv = new Ajv2020({ strict: false, allErrors: true });
  private readonly validators = new Map<string, ValidateFunction>();
  /** `METHOD /path status` of everything that was held against it. */
  readonly seen = new Set<string>();

  private constructor(readonly document: Document) {
    for (const [name, schema] of Object.entries(documents)) {
      // Patterns with flags cannot be said in JSON Schema; the model checks those.
      const generated = toJsonSchema(schema, { typeMode: 'input', target: 'draft-2020-12', errorMode: 'ignore' });
      this.ajv.addSchema({ ...generated, $id: `https://contract.example/dist/schemas/${name}.json` });
    }
    this.ajv.addSchema({ ...document, $id: address });
  }

  static async load(): Promise<Contract> {
    const text = await readFile(join(import.meta.dirname, '../../demo/receiver/openapi.yaml'), 'utf8');
    return new Contract(load(text) as Document);
  }

  /** Throws an error that says what of an exchange the contract does not allow. */
  hold({ method, path, request, status, headers, body }: Exchange): void {
    const name = `${method} ${path} ${status}`;
    const [pattern, operations] = this.match(path);
    const operation = operations[method.toLowerCase()];
    if (!operation) throw new Error(`${name}: the contract has no such method`);
    const responses = `#/paths/${escapePointer(pattern)}/${method.toLowerCase()}/responses`;
    const key = String(status) in operation.responses ? String(status) : 'default';
    const [answer, pointer] = this.resolve(operation.responses[key], `${responses}/${key}`);
    if (!answer) throw new Error(`${name}: the contract has no such status`);
    this.seen.add(`${method} ${pattern} ${status}`);
    for (const [header, said] of Object.entries(answer.headers ?? {})) {
      const [rule, at] = this.resolve(said, `${pointer}/headers/${header}`);
      const value = headers.get(header);
      if (value === null && rule?.required) throw new Error(`${name}: without ${header}`);
      if (value !== null && rule?.schema)
        this.validate(`${at}/schema`, asSchemaValue(value, rule.schema), `${name} ${header}`);
    }
    this.holdBody(answer, pointer, headers.get('Content-Type'), body, name);
    if (request && status < 400) this.holdRequest(operation, pattern, method, request, name);
  }

  private holdBody(answer: Answer, pointer: string, type: string | null, body: unknown, name: string): void {
    if (!answer.content) {
      if (body !== undefined) throw new Error(`${name}: a body that the contract does not know`);
      return;
    }
    const media = type?.split(';')[0] ?? '';
    if (!(media in answer.content))
      throw new Error(`${name}: ${media} instead of ${Object.keys(answer.content).join(', ')}`);
    if (answer.content[media]?.schema) this.validate(`${pointer}/content/${escapePointer(media)}/schema`, body, name);
  }

  private holdRequest(
    operation: Operation,
    pattern: string,
    method: string,
    request: { type: string; body: unknown },
    name: string,
  ): void {
    const content = operation.requestBody?.content ?? {};
    if (!(request.type in content)) throw new Error(`${name}: the contract takes no ${request.type}`);
    const pointer = `#/paths/${escapePointer(pattern)}/${method.toLowerCase()}/requestBody/content/${escapePointer(request.type)}/schema`;
    if (content[request.type]?.schema) this.validate(pointer, request.body, `${name} (request)`);
  }

  private match(path: string): [string, Record<string, Operation>] {
    const steps = path.split('?')[0]!.split('/');
    const found = Object.entries(this.document.paths).find(([pattern]) => {
      const wanted = pattern.split('/');
      return wanted.length === steps.length && wanted.every((step, n) => step.startsWith('{') || step === steps[n]);
    });
    if (!found) throw new Error(`${path}: the contract has no such path`);
    return found;
  }

  private resolve<T extends { $ref?: string }>(value: T | undefined, pointer: string): [T | undefined, string] {
    if (!value?.$ref) return [value, pointer];
    const [, , group, name] = value.$ref.split('/');
    return [this.document.components[group!]![name!] as T, value.$ref];
  }

  private validate(pointer: string, value: unknown, name: string): void {
    let validator = this.validators.get(pointer);
    if (!validator) {
      validator = this.ajv.compile({ $ref: `${address}${encodeURI(pointer)}` });
      this.validators.set(pointer, validator);
    }
    if (!validator(value)) throw new Error(`${name}: ${this.ajv.errorsText(validator.errors)}`);
  }
}

const escapePointer = (step: string) => step.replaceAll('~', '~0').replaceAll('/', '~1');
const asSchemaValue = (value: string, schema: unknown) =>
  (schema as { type?: string }).type === 'integer' ? Number(value) : value;
