import type { Interaction } from '../api/types';

/** How many waited as long; without `to` it is that long or longer. */
export interface Bucket {
  from: number;
  to: number | null;
  count: number;
}

const BORDERS = [0, 15, 30, 60, 120, 300, 600, 1_800, 3_600];

/** Who waited how long, in steps that grow as patience shrinks. Whoever waited a border exactly belongs to what begins there. */
export function bucketed(waits: readonly number[]): Bucket[] {
  const buckets: Bucket[] = BORDERS.map((from, index) => ({ from, to: BORDERS[index + 1] ?? null, count: 0 }));
  for (const wait of waits) buckets[Math.max(BORDERS.findLastIndex((from) => from <= wait), 0)]!.count++;
  return buckets;
}

/** The waits of what was closed since then, of those that had a first answer. */
export function waitsOf(closed: readonly Pick<Interaction, 'waitTime' | 'closedAt'>[], since: number): number[] {
  return closed.flatMap(({ waitTime, closedAt }) => (waitTime !== null && closedAt !== null && Date.parse(closedAt) >= since ? [waitTime] : []));
}

/** When the day began as the app's reports have it, which is in UTC. */
export const dayBegan = (moment: number): number => moment - (moment % 86_400_000);
