/** The reference receiver with the demo pages: `npx tsx demo/receiver/main.ts`. `PORT` (8080), `DATA` (`.data/`). */
import { join, resolve } from 'node:path';
import { createReceiver, type Receiver } from './app.js';
import { loadCredentials } from './credentials.js';
import { FolderInUse } from './lock.js';

const demo = join(import.meta.dirname, '..');
const root = join(demo, '..');
const port = Number(process.env.PORT ?? 8080);

try {
  const receiver = await createReceiver({
    data: resolve(process.env.DATA ?? join(root, '.data')),
    credentials: await loadCredentials(join(demo, 'credentials')),
    pages: { demo, embed: join(root, 'dist', 'embed') },
    log: (line) => console.log(line),
    // The stack alone: errors of the database carry the documents that were being written.
    onFault: (error) => console.error(error instanceof Error ? error.stack : 'Unknown fault'),
  });
  closeOnSignal(receiver);
  console.log(`Ready at http://localhost:${await receiver.listen(port).catch((error) => giveUp(receiver, error))}`);
} catch (error) {
  console.error(sentenceFor(error));
  process.exitCode = 1;
}

function closeOnSignal(receiver: Receiver): void {
  let closing: Promise<void> | undefined;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      closing ??= receiver.close().then(() => process.exit(0));
    });
  }
}

async function giveUp(receiver: Receiver, error: unknown): Promise<never> {
  await receiver.close();
  throw error;
}

function sentenceFor(error: unknown): unknown {
  if (error instanceof FolderInUse) return error.message;
  if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') {
    return `Port ${port} is in use. Choose another: PORT=8081 npm start`;
  }
  return error;
}
