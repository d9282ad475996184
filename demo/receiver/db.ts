import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite, types } from '@electric-sql/pglite';

/** Statements with `$1` parameters, in plain PostgreSQL. */
export interface Queries {
  query<Row>(sql: string, parameters?: readonly unknown[]): Promise<Row[]>;
}

/** The store of the receiver. Small, so that a PostgreSQL server can stand in for the embedded one. */
export interface Database extends Queries {
  /** Runs `work` in one transaction; an error undoes all of it. */
  transaction<Result>(work: (queries: Queries) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}

/**
 * The schema, one step a version; a step that was ever released is never altered.
 *
 * Documents are kept as the text that arrived and not as `jsonb`, which would reorder members and refuse U+0000: their
 * digests must stay true. The applicant is in a table of its own, so that reading work never shows whose it is.
 */
const migrations = [
  `
  create table portfolios (
    id text primary key,
    secret_sha256 text not null,
    revision integer not null,
    document text not null,
    created_at timestamptz not null
  );
  create table changes (
    portfolio text not null references portfolios (id),
    revision integer not null,
    id text not null,
    document text not null,
    primary key (portfolio, revision),
    unique (portfolio, id)
  );
  create table uploads (
    id text primary key,
    portfolio text not null references portfolios (id),
    file text not null,
    name text not null,
    size bigint not null,
    created_at timestamptz not null,
    arrival bigint,
    sha256 text,
    found text
  );
  create index uploads_of_file on uploads (portfolio, file);
  create table submissions (
    portfolio text not null references portfolios (id),
    id text not null,
    revision integer not null,
    digest text not null,
    document text not null,
    receipt text not null,
    received_at timestamptz not null,
    primary key (portfolio, id)
  );
  create table submission_files (
    portfolio text not null,
    submission text not null,
    file text not null,
    upload text not null references uploads (id),
    primary key (portfolio, submission, file),
    foreign key (portfolio, submission) references submissions (portfolio, id)
  );
  create table applicants (
    portfolio text not null,
    submission text not null,
    document text not null,
    primary key (portfolio, submission),
    foreign key (portfolio, submission) references submissions (portfolio, id)
  );
  create table stage_events (
    portfolio text not null references portfolios (id),
    number integer not null,
    document text not null,
    primary key (portfolio, number)
  );
  create sequence receipt_numbers;
  create sequence arrivals;
  `,
];

/** Opens the embedded PostgreSQL in a folder, and brings its schema up to date. */
export async function openDatabase(folder: string): Promise<Database> {
  const place = join(folder, 'postgres');
  await mkdir(place, { recursive: true });
  // Sizes of files stay far below 2^53.
  const engine = await PGlite.create(place, { parsers: { [types.INT8]: Number } });
  const database: Database = {
    query: async <Row>(sql: string, parameters: readonly unknown[] = []) =>
      (await engine.query<Row>(sql, [...parameters])).rows,
    transaction: (work) =>
      engine.transaction((running) =>
        work({
          query: async <Row>(sql: string, parameters: readonly unknown[] = []) =>
            (await running.query<Row>(sql, [...parameters])).rows,
        }),
      ),
    close: () => engine.close(),
  };
  await engine.exec('create table if not exists schema_version (version integer not null)');
  for (const [index, sql] of migrations.entries()) {
    await engine.transaction(async (running) => {
      const { rows } = await running.query('select version from schema_version where version > $1', [index]);
      if (rows.length > 0) return;
      await running.exec(sql);
      await running.query('insert into schema_version (version) values ($1)', [index + 1]);
    });
  }
  return database;
}
