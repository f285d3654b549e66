import { expect, it } from 'vitest';
import type { Agent } from '../api/types';
import { byReadiness } from './readiness';

it('names those first who are ready and have the least to do', () => {
  const agent = (id: string, status: string, messaging: number) => ({ id, presence: { status }, load: { messaging } }) as unknown as Agent;
  const agents = [agent('a', 'offline', 0), agent('b', 'ready', 2), agent('d', 'ready', 1), agent('c', 'ready', 1), agent('e', 'notReady', 0)];
  expect(byReadiness(agents, 'messaging').map((each) => each.id)).toEqual(['c', 'd', 'b', 'e', 'a']);
});
