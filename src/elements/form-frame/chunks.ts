/** What the frame shows, each loaded when it is first shown. */
export const chunks = {
  start: () => import('../start-screen/mc-start-screen.js'),
  narrative: () => import('../narrative-part/mc-narrative-part.js'),
  artifacts: () => import('../artifact-library/mc-artifact-library.js'),
  outcome: () => import('../evidence-mapper/mc-evidence-mapper.js'),
  rubric: () => import('../rubric-viewer/mc-rubric-viewer.js'),
  finish: () => import('../submission-review/mc-submission-review.js'),
  'set-aside': () => import('../set-aside/mc-set-aside.js'),
  versions: () => import('../earlier-versions/mc-earlier-versions.js'),
  revision: () => import('../credential-revision/mc-credential-revision.js'),
};
export type ChunkName = keyof typeof chunks;

/** Loads a chunk, once more if the first try failed, as it does when the network blinks. */
export async function loadChunk(name: ChunkName): Promise<boolean> {
  for (let tries = 0; tries < 2; tries += 1) {
    try {
      await chunks[name]();
      return true;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
  }
  return false;
}

/**
 * Loads what the job needs while nothing else is asked for, so that it goes on when the connection does not. What
 * fails now is loaded when it is used.
 */
export function loadAhead(): void {
  const ahead: ChunkName[] = ['narrative', 'artifacts', 'outcome', 'rubric', 'finish'];
  const load = () => {
    for (const name of ahead) void chunks[name]().catch(() => undefined);
    void import('../artifact-library/mc-artifact-list.js').catch(() => undefined);
  };
  // WebKit has no idle callbacks.
  if (typeof requestIdleCallback === 'function') requestIdleCallback(load, { timeout: 4_000 });
  else setTimeout(load, 2_000);
}
