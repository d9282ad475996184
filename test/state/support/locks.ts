/** The Web Locks of a browser, as far as they are used, for a Node that has none. */
type Task = (lock: object | null) => Promise<unknown>;

export function provideLocks(): () => void {
  const turns = new Map<string, Promise<unknown>>();
  const locks = {
    request(name: string, second: Task | { ifAvailable?: boolean }, third?: Task): Promise<unknown> {
      const [options, task] = typeof second === 'function' ? [{}, second] : [second, third!];
      const before = turns.get(name);
      if (before && 'ifAvailable' in options) return task(null);
      const turn = Promise.resolve(before)
        .catch(() => undefined)
        .then(() => task({ name }));
      turns.set(name, turn);
      const leave = () => turns.get(name) === turn && turns.delete(name);
      turn.then(leave, leave);
      return turn;
    },
  };
  const before = Object.getOwnPropertyDescriptor(globalThis, 'navigator');
  Object.defineProperty(globalThis, 'navigator', { configurable: true, value: { locks } });
  return () => {
    if (before) Object.defineProperty(globalThis, 'navigator', before);
    else delete (globalThis as { navigator?: unknown }).navigator;
  };
}
