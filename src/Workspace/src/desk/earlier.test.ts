import { describe, expect, it } from 'vitest';
import { idsDownFrom, ordinalOf } from './earlier';

describe('the interactions of a customer', () => {
  it('are counted from the newest down, a part at a time', () => {
    expect(idsDownFrom('p', 12, 10).at(0)).toBe('p.12');
    expect(idsDownFrom('p', 12, 10).at(-1)).toBe('p.3');
    expect(idsDownFrom('p', ordinalOf('p.3') - 1, 10)).toEqual(['p.2', 'p.1']);
    expect(idsDownFrom('p', 0, 10)).toEqual([]);
  });
});
