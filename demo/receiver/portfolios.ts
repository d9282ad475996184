import { Hono } from 'hono';
import * as v from 'valibot';
import { WholeNumber } from '../../src/model/base.js';
import { Change } from '../../src/model/change.js';
import { parsePortfolio } from '../../src/model/parse.js';
import type { Portfolio } from '../../src/model/portfolio.js';
import { bearer, hashSecret, openPortfolio } from './access.js';
import { requireCredential } from './credentials.js';
import { checked, readJson, requireParsed } from './http.js';
import type { Place } from './place.js';
import { badRequest, createOnly } from './problems.js';
import { addChanges, changesSince, statedRevision, withRevision } from './revisions.js';

const Changes = v.array(Change);

/** Creating, changing and reading the work itself. */
export function portfolioRoutes(place: Place): Hono {
  const routes = new Hono();
  const { database, credentials, maxJsonBytes } = place;

  routes.put('/portfolios/:id', async (context) => {
    if (context.req.header('If-None-Match')?.trim() !== '*') throw createOnly();
    const id = context.req.param('id');
    const authorization = context.req.header('Authorization');
    const secret = bearer(authorization);
    const body = await readJson(context, maxJsonBytes);
    requireParsed(parsePortfolio(body.portfolio), 'portfolio');
    const portfolio = body.portfolio as Portfolio;
    if (portfolio.id !== id) throw badRequest('The portfolio has another id than the address.');
    requireCredential(credentials, portfolio.credential);
    return database.transaction(async (queries) => {
      const created = await queries.query(
        `insert into portfolios (id, secret_sha256, revision, document, created_at) values ($1, $2, 0, $3, $4)
         on conflict (id) do nothing returning id`,
        [id, hashSecret(secret), JSON.stringify(portfolio), place.now().toISOString()],
      );
      if (created.length > 0) return withRevision(context, { revision: 0 }, 201);
      const row = await openPortfolio(queries, id, authorization);
      return withRevision(context, { revision: row.revision });
    });
  });

  routes.get('/portfolios/:id', async (context) => {
    const row = await openPortfolio(database, context.req.param('id'), context.req.header('Authorization'));
    return withRevision(context, { portfolio: JSON.parse(row.document), revision: row.revision });
  });

  routes.get('/portfolios/:id/changes', async (context) => {
    const since = Number(context.req.query('since') ?? '0');
    if (!v.is(WholeNumber, since)) throw badRequest('"since" is not a revision.');
    const { id } = context.req.param();
    const authorization = context.req.header('Authorization');
    return database.transaction(async (queries) => {
      const row = await openPortfolio(queries, id, authorization, { lock: true });
      return withRevision(context, { changes: await changesSince(queries, id, since), revision: row.revision });
    });
  });

  routes.post('/portfolios/:id/changes', async (context) => {
    const { id } = context.req.param();
    const authorization = context.req.header('Authorization');
    // Asked before the body is read, so that strangers cannot make the receiver read.
    await openPortfolio(database, id, authorization);
    const body = await readJson(context, maxJsonBytes);
    const revision = statedRevision(body.revision, context.req.header('If-Match'));
    const changes = checked(Changes, body.changes, 'list of changes');
    for (const change of changes) {
      if (change.kind === 'credential-revise') requireCredential(credentials, change.credential);
    }
    return database.transaction(async (queries) => {
      const row = await openPortfolio(queries, id, authorization, { lock: true });
      return withRevision(context, { revision: await addChanges(queries, row, revision, changes) });
    });
  });

  return routes;
}
