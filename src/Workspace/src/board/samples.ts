import type { Queue } from '../api/types';

/** How it stood at a time: who waited, and for how many seconds the longest; the most of a minute, later of five. */
export type Sample = readonly [at: number, waiting: number, wait: number];

/** The samples of each queue, and of all together. */
export type Samples = Readonly<Record<string, readonly Sample[]>>;

export const ALL = '*';

const FINE = 60_000;
const COARSE = 300_000;
const FINE_FOR = 3_600_000;
const KEPT_FOR = 24 * 3_600_000;

/** With how the queues stand now. What is older than an hour becomes coarser, what is older than a day is let go. */
export function sampled(samples: Samples, queues: readonly Queue[], at: number): Samples {
  const next: Record<string, readonly Sample[]> = {};
  for (const queue of queues) next[queue.id] = added(samples[queue.id] ?? [], [at, queue.waiting, waitOf(queue, at)]);
  const waiting = queues.reduce((sum, queue) => sum + queue.waiting, 0);
  next[ALL] = added(samples[ALL] ?? [], [at, waiting, Math.max(0, ...queues.map((queue) => waitOf(queue, at)))]);
  return next;
}

/** What was kept, or nothing where it is not what was kept here. */
export function understood(text: string | null): Samples {
  try {
    const kept = JSON.parse(text ?? '{}') as unknown;
    return typeof kept === 'object' && kept !== null && Object.values(kept).every(areSamples) ? (kept as Samples) : {};
  } catch {
    return {};
  }
}

/** The queue in which somebody waits longest, or any where nobody waits. */
export function longestIn<Q extends Pick<Queue, 'waitingSince'>>(queues: readonly Q[]): Q | undefined {
  const since = (queue: Q) => (queue.waitingSince === null ? Number.POSITIVE_INFINITY : Date.parse(queue.waitingSince));
  return queues.toSorted((one, other) => (since(one) === since(other) ? 0 : since(one) - since(other)))[0];
}

/** The longest wait goes on while nobody asks. */
export function waitOf(queue: Pick<Queue, 'waitingSince'>, at: number): number {
  return queue.waitingSince === null ? 0 : Math.max(Math.round((at - Date.parse(queue.waitingSince)) / 1000), 0);
}

function added(before: readonly Sample[], sample: Sample): readonly Sample[] {
  const merged: Sample[] = [];
  for (const each of [...before, sample]) {
    const [at, waiting, wait] = each;
    if (at < sample[0] - KEPT_FOR) continue;
    const begin = floor(at, at < sample[0] - FINE_FOR ? COARSE : FINE);
    const last = merged.at(-1);
    if (last !== undefined && last[0] >= begin) merged[merged.length - 1] = [last[0], Math.max(last[1], waiting), Math.max(last[2], wait)];
    else merged.push([begin, waiting, wait]);
  }
  return merged;
}

const floor = (at: number, step: number): number => at - (at % step);

const areSamples = (given: unknown): boolean =>
  Array.isArray(given) && given.every((each) => Array.isArray(each) && each.length === 3 && each.every((part) => typeof part === 'number'));
