import { describe, expect, it } from 'vitest';
import { itemsIn, withAdded, withPasted } from './list';

describe('A list that is written', () => {
  it('has one on each line, and no empty ones', () => {
    expect(itemsIn(' agent-1\n\n agent-2 ')).toEqual(['agent-1', 'agent-2']);
  });

  it('has nothing twice', () => {
    expect(withAdded(['agent-1'], ' agent-1 ')).toEqual(['agent-1']);
    expect(withAdded(['agent-1'], 'agent-2')).toEqual(['agent-1', 'agent-2']);
  });

  it('takes every line of what is pasted', () => {
    expect(withPasted(['agent-1'], 'agent-2\r\nagent-1\nagent-3\n')).toEqual(['agent-1', 'agent-2', 'agent-3']);
  });

  it('may have spaces within one', () => {
    expect(withAdded([], 'two words')).toEqual(['two words']);
  });
});
