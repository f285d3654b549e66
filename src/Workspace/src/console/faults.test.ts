import { describe, expect, it } from 'vitest';
import { Problem } from '../api/problem';
import { faultsOf, fieldOf, valueAt } from './faults';
import { FIELDS } from './kinds';

const refused = (body: object) =>
  Problem.of(new Response(JSON.stringify({ type: 'urn:interactions:invalid-configuration', title: 'It does not hold together.', status: 400, ...body }), { status: 400, headers: { 'Content-Type': 'application/problem+json' } }));

describe('a fault', () => {
  const week = [{ day: 'friday', from: '09:00', to: '08:00' }];

  it.each([
    ['members[2]', 'queues', 'members'], ['offerForSeconds', 'queues', 'offerForSeconds'], ['when.contains', 'rules', 'when.contains'], ['when.contains[0]', 'rules', 'when.contains'],
    ['when.attributes.tier[1]', 'rules', 'when.attributes'], ['capacity.phone', 'agents', 'capacity.phone'], ['week[0].to', 'hours', 'week.friday'], ['text', 'responses', 'text'],
  ] as const)('at %s of %s is shown at %s', (path, kind, field) => {
    expect(fieldOf(path, FIELDS[kind], { week })).toBe(field);
  });

  it.each([['when', 'rules'], ['week[7].to', 'hours'], ['queuesOf', 'responses'], ['', 'lines']] as const)('at %s of %s is at no field', (path, kind) => {
    expect(fieldOf(path, FIELDS[kind], { week })).toBeNull();
  });

  it('names which one of a list it is about', async () => {
    const problem = await refused({ errors: [{ field: 'members[1]', reason: 'is not configured' }, { field: 'members[0]', reason: 'is there twice' }, { field: 'when', reason: 'is never met' }] });
    expect(faultsOf(problem, FIELDS.queues, { members: ['agent-1', 'agent-9'] })).toEqual({ at: { members: 'agent-9: is not configured\nagent-1: is there twice' }, others: ['when: is never met'] });
  });

  it('does not name it where the reason does', async () => {
    const problem = await refused({ errors: [{ field: 'members[0]', reason: "names 'agent-9', and there is no such agent" }] });
    expect(faultsOf(problem, FIELDS.queues, { members: ['agent-9'] }).at).toEqual({ members: "names 'agent-9', and there is no such agent" });
  });

  it('may be one field alone', async () => {
    const problem = await refused({ type: 'urn:interactions:invalid-field', field: 'capacity.phone', detail: 'It has to be a number.' });
    expect(faultsOf(problem, FIELDS.agents, {})).toEqual({ at: { 'capacity.phone': 'It has to be a number.' }, others: [] });
  });

  it('may be none that a form could show', () => {
    expect(faultsOf(new Error('away'), FIELDS.agents, {})).toEqual({ at: {}, others: [] });
  });

  it('finds what a document has there', () => {
    expect(valueAt('when.contains[1]', { when: { contains: ['a', 'b'] } })).toBe('b');
    expect(valueAt('members[4]', {})).toBeUndefined();
  });
});
