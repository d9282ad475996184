/**
 * Runs a task while no other tab runs one of the same name. Where the browser has no locks (plain http) it just runs:
 * every task that uses this is also correct, only dearer, when two tabs do it at once.
 */
export async function exclusive<T>(name: string, task: () => Promise<T>): Promise<T> {
  const locks = (globalThis.navigator as Navigator | undefined)?.locks;
  return locks ? locks.request(`mc-portfolio.${name}`, task) : task();
}
