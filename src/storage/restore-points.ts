import type { RestorePoint } from '../state/ports.js';

/** What the rule looks at. */
export type DatedPoint = Pick<RestorePoint, 'id' | 'at' | 'why' | 'bytes'>;

const minute = 60_000;
const day = 24 * 60 * minute;

/** Bytes that the restore points of one draft may take on this device. */
export const restorePointBytes = 20_000_000;

/**
 * Which restore points have had their time. Kept are the newest of each 10 minutes for a day, the newest of each day
 * (UTC) for 60 days, and every one that was made before a large change or at a hand-in; 20 MB at most. Where that is
 * too much, the oldest of the regular ones go first, then the oldest of the others.
 *
 * Ids say the order, since clocks may be set; `now`, the moment of the newest point, says the age.
 *
 * @returns the ids to delete
 */
export function outlivedPoints(points: readonly DatedPoint[], now: string): number[] {
  const present = Date.parse(now);
  const newestFirst = [...points].sort((a, b) => b.id - a.id);
  const slots = new Set<string>();
  const inTime = newestFirst.filter((point) => {
    if (point.why !== 'interval') return true;
    const at = Date.parse(point.at);
    const age = present - at;
    if (age > 60 * day) return false;
    const slot = age > day ? `day ${Math.floor(at / day)}` : `minutes ${Math.floor(at / (10 * minute))}`;
    const first = !slots.has(slot);
    slots.add(slot);
    return first;
  });

  // What is given up last comes first: the newest of all, those made for a reason, the regular ones.
  const rank = (point: DatedPoint) => (point === newestFirst[0] ? 0 : point.why === 'interval' ? 2 : 1);
  let bytes = 0;
  const kept = inTime
    .sort((a, b) => rank(a) - rank(b) || b.id - a.id)
    .filter((point) => (bytes += point.bytes) <= restorePointBytes);
  const keptIds = new Set(kept.map((point) => point.id));
  return points.map((point) => point.id).filter((id) => !keptIds.has(id));
}
