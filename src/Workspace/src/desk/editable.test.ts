import { describe, expect, it } from 'vitest';
import type { Interaction } from '../api/types';
import { asSent, editableBy } from './editable';

const record = (more: Partial<Interaction>) => ({ handling: 'active', assignedTo: 'agent-1', queue: 'support', ...more }) as Interaction;
const agent = { id: 'agent-1', role: 'agent', queues: ['support'] } as const;
const colleague = { ...agent, id: 'agent-2', queues: ['support'] };
const me = (of: { id: string; role: 'agent' | 'supervisor'; queues: readonly string[] }) => ({ ...of, queues: [...of.queues] });

describe('what may be written of an interaction', () => {
  it('is for whoever has it, for all while it waits, and for supervisors', () => {
    expect(editableBy(record({}), me(agent))).toContain('priority');
    expect(editableBy(record({}), me(colleague))).toEqual([]);
    expect(editableBy(record({ handling: 'queued', assignedTo: null }), me(colleague))).toContain('priority');
    expect(editableBy(record({ handling: 'queued', assignedTo: null, queue: 'billing' }), me(colleague))).toEqual([]);
    expect(editableBy(record({}), me({ id: 'supervisor-1', role: 'supervisor', queues: [] }))).toContain('type');
  });

  it('is less once it is closed, and how it came out only once it ended', () => {
    expect(editableBy(record({ handling: 'done' }), me(agent))).toEqual(['shortDescription', 'tags', 'disposition', 'outcome']);
    expect(editableBy(record({}), me(agent))).not.toContain('outcome');
    expect(editableBy(record({ handling: 'wrapUp' }), me(agent))).toContain('outcome');
  });
});

describe('what is sent of a form', () => {
  it('is what the field holds', () => {
    expect(asSent('tags', ' a, b ,,c ')).toEqual(['a', 'b', 'c']);
    expect(asSent('tags', ' ')).toEqual([]);
    expect(asSent('priority', '-5')).toBe(-5);
    expect(asSent('priority', 'high')).toBe('high');
    expect(asSent('language', ' ')).toBe(null);
  });
});
