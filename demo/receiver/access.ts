import { createHash, timingSafeEqual } from 'node:crypto';
import type { Queries } from './db.js';
import { notFound, secretMissing, secretWrong } from './problems.js';

/** A portfolio as it is kept. `document` is its canonical state as JSON text. */
export interface PortfolioRow {
  id: string;
  secret_sha256: string;
  revision: number;
  document: string;
}

/** SHA-256 of an access secret: all that is kept of it. The secret is random, so no salt or slow hash is needed. */
export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** The secret of an `Authorization: Bearer` header, by the alphabet of RFC 6750, at least 128 bits long. */
export function bearer(header: string | undefined | null): string {
  const secret = /^Bearer +([A-Za-z0-9._~+/=-]{22,256})$/i.exec(header ?? '')?.[1];
  if (!secret) throw secretMissing();
  return secret;
}

/** Refuses whoever does not carry the secret that the portfolio was created with. */
export function requireSecret(row: PortfolioRow, secret: string): void {
  const given = Buffer.from(hashSecret(secret), 'hex');
  if (!timingSafeEqual(given, Buffer.from(row.secret_sha256, 'hex'))) throw secretWrong();
}

/**
 * The portfolio, for whoever carries its secret. With `lock` no other request changes it until the transaction ends.
 */
export async function openPortfolio(
  queries: Queries,
  id: string,
  authorization: string | undefined | null,
  { lock = false } = {},
): Promise<PortfolioRow> {
  const secret = bearer(authorization);
  const [row] = await queries.query<PortfolioRow>(
    `select id, secret_sha256, revision, document from portfolios where id = $1 ${lock ? 'for update' : ''}`,
    [id],
  );
  if (!row) throw notFound('portfolio');
  requireSecret(row, secret);
  return row;
}
