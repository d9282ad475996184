import type { PointRow } from './schema.js';
import type { TabView } from './tab-view.js';

/** The restore points of a draft without their portfolios, newest first. */
export async function pointRows({ id, connection }: TabView): Promise<PointRow[]> {
  const rows = await connection.read(['points'], (tx) => tx.objectStore('points').index('draft').getAll(id));
  return rows.reverse();
}

/** The portfolio of a restore point as it lies on disk. */
export function pointBody({ connection }: TabView, id: number) {
  return connection.read(['pointBodies'], (tx) => tx.objectStore('pointBodies').get(id));
}

/** The portfolios of all restore points, newest first, one by one: together they may be large. */
export async function* pointBodies(view: TabView) {
  for (const { id, key } of await pointRows(view)) yield { key, body: await pointBody(view, id) };
}
