import * as v from 'valibot';
import { Id, Instant, open } from './base.js';

export const assessmentFormat = 'mc-assessment/1';

/** One assessor's reading of one submission. */
export const Assessment = open({
  format: v.literal(assessmentFormat),
  id: Id,
  submission: Id,
  /** An opaque name: reading is double-blind. */
  assessor: Id,
  levels: v.array(
    open({
      criterion: Id,
      level: v.optional(Id),
      conditionCodes: v.optional(v.array(v.string()), []),
      feedback: v.optional(v.string()),
    }),
  ),
  feedback: v.optional(v.string()),
  /** Read by assessors and the programme only. */
  privateNotes: v.optional(v.string()),
  at: Instant,
});
export type Assessment = v.InferOutput<typeof Assessment>;
