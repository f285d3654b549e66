import { describe, expect, it } from 'vitest';
import { agentsFor } from './found';

const agents = [{ id: 'agent-1', name: 'Front desk' }, { id: 'agent-2', name: null }, { id: 'agent-21', name: null }];
const found = (written: string) => agentsFor(agents, written).map((agent) => agent.id);

describe('Who is proposed', () => {
  it('is everybody as long as nothing is written', () => {
    expect(found('')).toEqual(['agent-1', 'agent-2', 'agent-21']);
  });

  it('is whoever has it in their id or their name', () => {
    expect(found('agent-2x')).toEqual([]);
    expect(found('FRONT ')).toEqual(['agent-1']);
    expect(found('-21')).toEqual(['agent-21']);
  });

  it('is everybody again where somebody was chosen, so that another can be', () => {
    expect(found('agent-2')).toEqual(['agent-1', 'agent-2', 'agent-21']);
  });
});
