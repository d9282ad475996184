import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Another receiver has the data folder. */
export class FolderInUse extends Error {
  constructor(folder: string, pid: number, lock: string) {
    super(
      `The data folder ${folder} is in use by another receiver (process ${pid}). ` +
        `Stop that one, or give this one a folder of its own with DATA=…. ` +
        `If no receiver is running, delete ${lock}.`,
    );
    this.name = 'FolderInUse';
  }
}

/**
 * Takes a data folder for this process alone: the embedded database is ruined by two writers. The lock of a process
 * that is gone (killed, power cut) is taken over. Returns how to let go of it.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  await mkdir(folder, { recursive: true });
  const lock = join(folder, 'receiver.lock');
  const mine = join(folder, `receiver.lock.${process.pid}`);
  await writeFile(mine, `${process.pid}\n`);
  try {
    if (!(await linked(mine, lock))) {
      const holder = await readFile(lock, 'utf8').catch(() => '');
      if (isAlive(Number(holder))) throw new FolderInUse(folder, Number(holder), lock);
      await removeStale(lock, holder);
      if (!(await linked(mine, lock))) throw new FolderInUse(folder, Number(await readFile(lock, 'utf8')), lock);
    }
  } finally {
    await rm(mine, { force: true });
  }
  return () => rm(lock, { force: true });
}

/** A hard link is made by one process only, and never shows a half-written file. */
async function linked(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Removes the lock that was found stale, and no other: a third process may have been quicker. */
async function removeStale(lock: string, holder: string): Promise<void> {
  const aside = `${lock}.stale.${process.pid}`;
  await rename(lock, aside).catch(() => undefined);
  const taken = await readFile(aside, 'utf8').catch(() => holder);
  if (taken !== holder) await linked(aside, lock);
  await rm(aside, { force: true });
}

/** Whether another process with this id runs. In a fresh container the same id comes again: one's own is no other. */
function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
