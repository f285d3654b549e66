import { describe, expect, it } from 'vitest';
import { loadsOf } from './load';

const until = '2031-05-06T09:00:00Z';

describe('who has how much', () => {
  it('tells what they work on from what is held, wrapped up and offered', () => {
    expect(loadsOf([
      { assignedTo: 'agent-2', handling: 'active', state: 'workInProgress', offer: null },
      { assignedTo: 'agent-2', handling: 'active', state: 'onHold', offer: null },
      { assignedTo: 'agent-2', handling: 'wrapUp', state: 'workInProgress', offer: null },
      { assignedTo: null, handling: 'offered', state: 'new', offer: { agent: 'agent-1', until } },
      { assignedTo: null, handling: 'queued', state: 'new', offer: null },
    ])).toEqual([
      { agent: 'agent-1', offered: 1, active: 0, held: 0, wrapUp: 0 },
      { agent: 'agent-2', offered: 0, active: 1, held: 1, wrapUp: 1 },
    ]);
  });
});
