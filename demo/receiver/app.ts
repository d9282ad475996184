import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Credentials } from './credentials.js';
import { openDatabase, type Database } from './db.js';
import { FileFolder } from './files.js';
import { anyOrigin, logged } from './http.js';
import { lockFolder } from './lock.js';
import type { Place } from './place.js';
import { portfolioRoutes } from './portfolios.js';
import { asProblem, notFound } from './problems.js';
import { receivedRoutes } from './received.js';
import { staticRoutes, type StaticFolders } from './static.js';
import { submissionRoutes } from './submissions.js';
import { fileRoutes } from './uploads.js';

/** What a receiver is made of. */
export interface ReceiverOptions {
  /** Folder of the database and the files; made if it is not there. One receiver at a time. */
  data: string;
  /** The receiver's own copies. */
  credentials: Credentials;
  /** Demo pages and the built library, where they are to be served. */
  pages?: StaticFolders;
  /** Largest JSON body in bytes; 16 MB unless given. */
  maxJsonBytes?: number;
  /** Largest file in bytes; 20 GB unless given. */
  maxFileBytes?: number;
  now?: () => Date;
  /** Takes one line for each answer, without content or names. */
  log?: (line: string) => void;
  /** Told of faults of the receiver itself. */
  onFault?: (error: unknown) => void;
}

/** A receiver that was opened. */
export interface Receiver {
  app: Hono;
  database: Database;
  /** Listens on this machine alone; 0 lets the system choose. Resolves with the port. */
  listen(port: number): Promise<number>;
  /** Ends what runs, closes the database and lets go of the folder. */
  close(): Promise<void>;
}

/** Opens the data folder and sets up every route. Rejects with `FolderInUse` when another receiver has the folder. */
export async function createReceiver(options: ReceiverOptions): Promise<Receiver> {
  const { data, credentials, maxJsonBytes = 16e6, maxFileBytes = 20e9, now = () => new Date() } = options;
  const unlock = await lockFolder(data);
  try {
    const files = new FileFolder(join(data, 'files'));
    await files.prepare();
    const database = await openDatabase(data);
    const place: Place = { database, credentials, files, now, maxJsonBytes, maxFileBytes };
    const app = routes(place, options);
    // A film on a slow line takes longer than the five minutes that Node gives a request; and people pause for longer
    // than the five seconds after which it hangs up, perhaps just when they go on.
    const server = createAdaptorServer({
      fetch: app.fetch,
      serverOptions: { requestTimeout: 0, keepAliveTimeout: 30_000 },
    }) as Server;
    return {
      app,
      database,
      listen: (port) => listen(server, port),
      close: async () => {
        await stop(server);
        await database.close();
        await unlock();
      },
    };
  } catch (error) {
    await unlock();
    throw error;
  }
}

function routes(place: Place, { log, onFault, pages }: ReceiverOptions): Hono {
  const app = new Hono();
  if (log) app.use(logged(log));
  app.use('/mc/*', anyOrigin);
  app.route('/mc', portfolioRoutes(place));
  app.route('/mc', submissionRoutes(place));
  app.route('/mc', fileRoutes(place));
  app.all('/mc/*', () => {
    throw notFound('address');
  });
  app.route('/received', receivedRoutes(place));
  if (pages) app.route('/', staticRoutes(pages));
  app.notFound(() => notFound('page').response());
  app.onError((error) => {
    const problem = asProblem(error);
    if (problem.status >= 500) onFault?.(error);
    return problem.response();
  });
  return app;
}

const listen = (server: Server, port: number) =>
  new Promise<number>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });

/** Running requests get a moment; an upload that is cut off goes on where it was. */
const patience = 2000;

async function stop(server: Server): Promise<void> {
  if (!server.listening) return;
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const late = setTimeout(() => server.closeAllConnections(), patience);
  await closed;
  clearTimeout(late);
}
