import { describe, expect, it } from 'vitest';
import { inOrder } from './open';

const at = (id: string, handling: 'queued' | 'offered' | 'active' | 'wrapUp', minute: number) => ({ id, handling, openedAt: `2031-05-06T09:0${minute}:00Z` });

describe('What is open', () => {
  it('begins with who waits, the longest first, and ends with what is wrapped up', () => {
    const waiting = [at('b', 'queued', 3), at('c', 'offered', 1), at('a', 'queued', 2)];
    const begun = [at('f', 'wrapUp', 0), at('d', 'active', 1)];
    const held = [at('e', 'active', 2)];
    expect(inOrder([waiting, begun, held]).map((item) => item.id)).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
  });

  it('has each once, where it came to', () => {
    expect(inOrder([[at('a', 'queued', 1)], [at('a', 'active', 1)]])).toEqual([at('a', 'active', 1)]);
  });
});
