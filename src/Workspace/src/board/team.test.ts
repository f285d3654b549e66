import { describe, expect, it } from 'vitest';
import type { Agent } from '../api/types';
import { readyOf, standingOf, teamOf } from './team';

const agent = (id: string, status: Agent['presence']['status'], has = 0, queues = ['support']): Agent => ({
  id, name: null, role: 'agent', queues, presence: { status, since: null, because: null }, asOf: '2031-05-06T09:00:00Z',
  capacity: { messaging: 2, chat: 2, phone: 1, walkUp: 1, voicemail: 1 }, load: { messaging: has, chat: 0, phone: 0, walkUp: 0, voicemail: 0 },
});

describe('An agent', () => {
  it.each([['ready', 1, 'ready'], ['ready', 2, 'busy'], ['notReady', 2, 'notReady'], ['offline', 0, 'offline']] as const)('who is %s and has %d of 2 is %s', (status, has, standing) => {
    expect(standingOf(agent('agent-1', status, has))).toBe(standing);
  });
});

describe('The agents of a board', () => {
  const agents = [agent('admin-1', 'offline', 0, []), agent('agent-1', 'offline'), agent('agent-2', 'ready', 2), agent('agent-3', 'ready'), agent('agent-4', 'ready', 0, ['billing'])];
  const held = { assignedTo: 'agent-4', handling: 'active', state: 'workInProgress', offer: null } as const;

  it('are those of the queue, whoever can take something first', () => {
    expect(teamOf(agents, [], 'support').map((each) => each.id)).toEqual(['agent-3', 'agent-2', 'agent-1']);
  });

  it('are also those who have something there without serving it', () => {
    expect(teamOf(agents, [held, { ...held, assignedTo: 'agent-9' }], 'support').map((each) => [each.id, each.agent === null, each.has.active])).toEqual([
      ['agent-3', false, 0], ['agent-4', false, 1], ['agent-2', false, 0], ['agent-1', false, 0], ['agent-9', true, 1],
    ]);
  });

  it('are of all queues everybody who serves any', () => {
    expect(teamOf(agents, [], null).map((each) => each.id)).toEqual(['agent-3', 'agent-4', 'agent-2', 'agent-1']);
  });

  it('are ready where they have room', () => {
    expect(readyOf(teamOf(agents, [], 'support'))).toEqual([1, 3]);
  });
});
