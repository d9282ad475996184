/** The work as a row of revisions: one for each change that was taken. */
import type { Context } from 'hono';
import * as v from 'valibot';
import { apply } from '../../src/model/apply.js';
import { WholeNumber } from '../../src/model/base.js';
import type { Change } from '../../src/model/change.js';
import type { Portfolio } from '../../src/model/portfolio.js';
import { isEditable, stageOf, type StageEvent } from '../../src/model/stage.js';
import type { PortfolioRow } from './access.js';
import type { Queries } from './db.js';
import { badRequest, frozen, stale } from './problems.js';

/** The revision in a body; `If-Match` must not contradict it. Proxies make tags weak: compared without the mark. */
export function statedRevision(revision: unknown, ifMatch: string | undefined): number {
  if (!v.is(WholeNumber, revision)) throw badRequest('"revision" in the body is not a revision.');
  const tag = ifMatch?.trim().replace(/^W\//, '');
  if (tag !== undefined && tag !== `"${revision}"`) throw badRequest('"If-Match" and the revision in the body differ.');
  return revision;
}

/** A JSON answer that also carries its revision as `ETag`. */
export function withRevision(
  context: Context,
  body: { revision: number; [member: string]: unknown },
  status: 200 | 201 = 200,
): Response {
  context.header('ETag', `"${body.revision}"`);
  return context.json(body, status);
}

/** Adds what is new of `changes` to a locked portfolio, in order; returns the revision reached. */
export async function addChanges(
  queries: Queries,
  row: PortfolioRow,
  revision: number,
  changes: readonly Change[],
): Promise<number> {
  await requireUpToDate(queries, row, revision, new Set(changes.map(({ id }) => id)));
  const known = await knownIds(queries, row.id, changes);
  const fresh = changes.filter(({ id }) => !known.has(id) && known.add(id));
  if (fresh.length === 0) return row.revision;
  await requireEditable(queries, row);
  let portfolio = JSON.parse(row.document) as Portfolio;
  let reached = row.revision;
  for (const change of fresh) {
    portfolio = apply(portfolio, change);
    reached += 1;
    await queries.query('insert into changes (portfolio, revision, id, document) values ($1, $2, $3, $4)', [
      row.id,
      reached,
      change.id,
      JSON.stringify(change),
    ]);
  }
  await queries.query('update portfolios set revision = $2, document = $3 where id = $1', [
    row.id,
    reached,
    JSON.stringify(portfolio),
  ]);
  return reached;
}

/**
 * Refuses whoever has not seen every change. `own`: ids of changes that the request itself brings; a repetition whose
 * answer was lost is behind by these alone.
 */
export async function requireUpToDate(
  queries: Queries,
  row: PortfolioRow,
  revision: number,
  own: ReadonlySet<string> = new Set(),
): Promise<void> {
  if (revision === row.revision) return;
  const missed = await changesSince(queries, row.id, revision);
  if (revision > row.revision || missed.some(({ id }) => !own.has(id))) throw stale(row.revision, missed);
}

/** Refuses changes to work that was handed in and not returned. */
export async function requireEditable(queries: Queries, row: PortfolioRow): Promise<void> {
  const rows = await queries.query<{ document: string }>(
    'select document from stage_events where portfolio = $1 order by number',
    [row.id],
  );
  const stage = stageOf(rows.map(({ document }) => JSON.parse(document) as StageEvent));
  if (!isEditable(stage)) throw frozen(row.revision);
}

/** Adds a step to the list of stage events of a locked portfolio. */
export async function addStageEvent(queries: Queries, portfolio: string, event: StageEvent): Promise<void> {
  await queries.query(
    `insert into stage_events (portfolio, number, document)
     select $1, coalesce(max(number), 0) + 1, $2 from stage_events where portfolio = $1`,
    [portfolio, JSON.stringify(event)],
  );
}

/** Changes after a revision, in order. */
export async function changesSince(queries: Queries, portfolio: string, revision: number): Promise<Change[]> {
  const rows = await queries.query<{ document: string }>(
    'select document from changes where portfolio = $1 and revision > $2 order by revision',
    [portfolio, revision],
  );
  return rows.map(({ document }) => JSON.parse(document) as Change);
}

async function knownIds(queries: Queries, portfolio: string, changes: readonly Change[]): Promise<Set<string>> {
  const rows = await queries.query<{ id: string }>('select id from changes where portfolio = $1 and id = any($2)', [
    portfolio,
    changes.map(({ id }) => id),
  ]);
  return new Set(rows.map(({ id }) => id));
}
