import * as v from 'valibot';
import { Id, Instant, open } from './base.js';

/** Where a portfolio stands. Without a service only `draft` and `handed-over` occur. */
export const stages = [
  'draft',
  'handed-over',
  'submitted',
  'checking',
  'in-review',
  'returned',
  'not-yet',
  'awarded',
  'withdrawn',
  'on-hold',
  'appealed',
  'expired',
] as const;
export type Stage = (typeof stages)[number];

/** One step in the service's append-only list. `resume` ends a hold and goes back to the stage before it. */
export const StageEvent = open({
  id: Id,
  kind: v.picklist([
    'hand-over',
    'submit',
    'check',
    'begin-review',
    'return',
    'decide-not-yet',
    'award',
    'withdraw',
    'hold',
    'resume',
    'appeal',
    'expire',
    'revise',
  ]),
  at: Instant,
  submission: v.optional(Id),
});
export type StageEvent = v.InferOutput<typeof StageEvent>;

type Move = StageEvent['kind'];

/** Every legal move: from a stage, by an event, to a stage. `resume` is the only one that needs the past. */
export const stageMoves: Readonly<Record<Stage, Partial<Record<Move, Stage>>>> = {
  draft: { 'hand-over': 'handed-over', submit: 'submitted', withdraw: 'withdrawn', expire: 'expired' },
  'handed-over': {
    'hand-over': 'handed-over',
    submit: 'submitted',
    revise: 'draft',
    withdraw: 'withdrawn',
    expire: 'expired',
  },
  submitted: {
    check: 'checking',
    'begin-review': 'in-review',
    return: 'returned',
    withdraw: 'withdrawn',
    hold: 'on-hold',
  },
  checking: { 'begin-review': 'in-review', return: 'returned', withdraw: 'withdrawn', hold: 'on-hold' },
  'in-review': {
    return: 'returned',
    'decide-not-yet': 'not-yet',
    award: 'awarded',
    withdraw: 'withdrawn',
    hold: 'on-hold',
  },
  returned: { revise: 'draft', submit: 'submitted', withdraw: 'withdrawn', hold: 'on-hold', expire: 'expired' },
  'not-yet': {
    revise: 'draft',
    submit: 'submitted',
    appeal: 'appealed',
    withdraw: 'withdrawn',
    hold: 'on-hold',
    expire: 'expired',
  },
  appealed: {
    'begin-review': 'in-review',
    'decide-not-yet': 'not-yet',
    award: 'awarded',
    withdraw: 'withdrawn',
    hold: 'on-hold',
  },
  'on-hold': { withdraw: 'withdrawn', expire: 'expired' },
  awarded: {},
  withdrawn: {},
  expired: {},
};

/** The stage that a list of events leads to. A step that is not legal where it stands is passed over. */
export function stageOf(events: readonly StageEvent[]): Stage {
  let stage: Stage = 'draft';
  let beforeHold: Stage = 'draft';
  for (const event of events) {
    if (event.kind === 'resume') {
      if (stage === 'on-hold') stage = beforeHold;
      continue;
    }
    const next: Stage | undefined = stageMoves[stage][event.kind];
    if (!next) continue;
    if (next === 'on-hold') beforeHold = stage;
    stage = next;
  }
  return stage;
}

/** Whether the work may be edited: handed-over work stays editable, since no service holds it. */
export const isEditable = (stage: Stage): boolean =>
  stage === 'draft' || stage === 'handed-over' || stage === 'returned' || stage === 'not-yet';
