import type { Agent, Figures, Interaction, Queue } from '../api/types';
import { client } from '../session/session';
import { inOrder } from './open';
import { allOf } from './pages';
import { dayBegan } from './waits';

/** What the app tells apart without a look at each record; how far it is handled is seen when they are here. */
const OPEN = ['new', 'workInProgress', 'onHold'] as const;

/** Of each kind of open interactions no more are shown: nobody reads on. */
export const MOST_OPEN = 200;
const MOST_OPEN_PARTS = 2;
const MOST_CLOSED = 1_000;
const MOST_AGENTS = 1_000;

export interface Some<T> {
  items: T[];
  isAll: boolean;
}

export async function askQueues(signal: AbortSignal): Promise<Queue[]> {
  const { items } = await allOf((cursor) => client.get('/api/queues', { query: { limit: 200, ...(cursor === undefined ? {} : { cursor }) }, signal }));
  return items;
}

export async function askToday(signal: AbortSignal): Promise<readonly Figures[]> {
  return (await client.get('/api/reports/queues', { signal })).items;
}

/** Everybody who is configured: whoever something is assigned to need not serve the queue that is looked at. */
export async function askAgents(signal: AbortSignal): Promise<Agent[]> {
  const { items } = await allOf((cursor) => client.get('/api/agents', { query: { limit: 200, ...(cursor === undefined ? {} : { cursor }) }, signal }), MOST_AGENTS);
  return items;
}

/** What is open in a queue, or in all. However much that is, it costs no more than its first parts. */
export async function askOpen(queue: string | null, signal: AbortSignal): Promise<Some<Interaction>> {
  const found = await Promise.all(OPEN.map((state) => allOf(
    (cursor) => client.get('/api/interactions', {
      query: { state, limit: 200, ...(queue === null ? {} : { queue }), ...(cursor === undefined ? {} : { cursor }) }, signal,
    }), MOST_OPEN, MOST_OPEN_PARTS)));
  return { items: inOrder(found.map((kind) => kind.items)), isAll: found.every((kind) => kind.isAll) };
}

/** What was opened and closed today, in a queue or in all. */
export function askClosed(queue: string | null, now: number, signal: AbortSignal): Promise<Some<Interaction>> {
  const query = { handling: 'done', from: new Date(dayBegan(now)).toISOString(), limit: 200, ...(queue === null ? {} : { queue }) } as const;
  return allOf((cursor) => client.get('/api/interactions', { query: { ...query, ...(cursor === undefined ? {} : { cursor }) }, signal }), MOST_CLOSED);
}
