import { describe, expect, it } from 'vitest';
import type { Interaction } from '../api/types';
import { actionsFor } from './actions';

const record = (more: Partial<Interaction>) => ({ handling: 'active', state: 'workInProgress', assignedTo: 'agent-1', offer: null, ...more }) as Interaction;
const agent = { id: 'agent-1', role: 'agent' } as const;
const other = { id: 'agent-2', role: 'agent' } as const;
const supervisor = { id: 'supervisor-1', role: 'supervisor' } as const;

describe('what can be done', () => {
  it('with one that waits is to claim it, or to give it to somebody', () => {
    const waiting = record({ handling: 'queued', state: 'new', assignedTo: null });
    expect(actionsFor(waiting, agent)).toEqual(['claim']);
    expect(actionsFor(waiting, supervisor)).toEqual(['claim', 'assign', 'takeOver']);
  });

  it('with an offer is for whoever is asked', () => {
    const offered = record({ handling: 'offered', state: 'new', assignedTo: null, offer: { agent: 'agent-1', until: '' } });
    expect(actionsFor(offered, agent)).toEqual(['accept', 'decline']);
    expect(actionsFor(offered, other)).toEqual([]);
  });

  it('with one that is worked on is for whoever has it, and for supervisors', () => {
    expect(actionsFor(record({}), agent)).toEqual(['hold', 'transfer', 'end']);
    expect(actionsFor(record({ state: 'onHold' }), agent)).toEqual(['resume', 'transfer', 'end']);
    expect(actionsFor(record({}), other)).toEqual([]);
    expect(actionsFor(record({}), supervisor)).toEqual(['hold', 'transfer', 'end', 'assign', 'takeOver']);
  });

  it('after the end is to wrap up, and then to go on in another', () => {
    expect(actionsFor(record({ handling: 'wrapUp' }), agent)).toEqual(['wrap', 'reopen']);
    expect(actionsFor(record({ handling: 'done', state: 'closedComplete' }), agent)).toEqual(['clone']);
  });
});
