/** Writes a JSON Schema for each document into `dist/schemas/`, for editors, content systems and other languages. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { toJsonSchema } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';
import { Affiliate } from '../src/model/affiliate.js';
import { Applicant } from '../src/model/applicant.js';
import { Assessment } from '../src/model/assessment.js';
import { Change } from '../src/model/change.js';
import { Credential } from '../src/model/credential.js';
import { Portfolio } from '../src/model/portfolio.js';
import { StageEvent } from '../src/model/stage.js';
import { Receipt, Submission } from '../src/model/submission.js';

const documents: Record<string, { schema: GenericSchema; title: string }> = {
  credential: { schema: Credential, title: 'Credential: what must be shown' },
  affiliate: { schema: Affiliate, title: 'Affiliate: who offers a credential locally' },
  applicant: { schema: Applicant, title: 'Applicant: who submits, apart from the portfolio' },
  portfolio: { schema: Portfolio, title: 'Portfolio: the draft of one practitioner' },
  change: { schema: Change, title: 'Change: one thing that happened to a portfolio' },
  submission: { schema: Submission, title: 'Submission: a portfolio as it was handed in' },
  receipt: { schema: Receipt, title: 'Receipt: what was received, and when' },
  assessment: { schema: Assessment, title: 'Assessment: one assessor on one submission' },
  'stage-event': { schema: StageEvent, title: 'Stage event: one step in the life of a submission' },
};

/** JSON Schema patterns have no flags: where case does not matter, each letter becomes a choice of two. */
const caseless = (source: string): string =>
  source.replace(/\\.|\[[^\]]*\]|[a-z]/gi, (piece) =>
    piece.length === 1 ? `[${piece.toLowerCase()}${piece.toUpperCase()}]` : piece,
  );

const folder = join(import.meta.dirname, '..', 'dist', 'schemas');
await mkdir(folder, { recursive: true });
for (const [name, { schema, title }] of Object.entries(documents)) {
  // What may be written, not what is read: fields with a default may be left out.
  const { $schema, ...rest } = toJsonSchema(schema, {
    typeMode: 'input',
    target: 'draft-2020-12',
    // A tuple has its length; the converter names only its places.
    overrideSchema: ({ valibotSchema, jsonSchema }) =>
      valibotSchema.type === 'tuple' && jsonSchema.prefixItems
        ? { ...jsonSchema, minItems: jsonSchema.prefixItems.length, maxItems: jsonSchema.prefixItems.length }
        : undefined,
    overrideAction: ({ valibotAction: action, jsonSchema }) =>
      action.type === 'regex' &&
      'requirement' in action &&
      action.requirement instanceof RegExp &&
      action.requirement.flags === 'i'
        ? { ...jsonSchema, pattern: caseless(action.requirement.source) }
        : undefined,
  });
  const text = JSON.stringify({ $schema, title, ...rest }, null, 2);
  await writeFile(join(folder, `${name}.json`), `${text}\n`);
}
