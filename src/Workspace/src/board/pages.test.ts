import { describe, expect, it } from 'vitest';
import { allOf } from './pages';

const numbers = (parts: number[][]) => async (cursor: string | undefined) => {
  const at = cursor === undefined ? 0 : Number(cursor);
  return { items: parts[at]!, cursor: at + 1 < parts.length ? String(at + 1) : null };
};

describe('a list in parts', () => {
  it('is read to its end, also over parts that hold nothing', async () => {
    expect(await allOf(numbers([[1, 2], [], [3]]))).toEqual({ items: [1, 2, 3], isAll: true });
  });

  it('is read no further than wanted, and says so', async () => {
    expect(await allOf(numbers([[1, 2], [3, 4], [5]]), 3)).toEqual({ items: [1, 2, 3], isAll: false });
    expect(await allOf(numbers([[1, 2], [3]]), 3)).toEqual({ items: [1, 2, 3], isAll: true });
  });

  it('is given up after so many parts, however little they held', async () => {
    expect(await allOf(numbers([[], [1], [2]]), 3, 2)).toEqual({ items: [1], isAll: false });
    expect(await allOf(numbers([[], [1]]), 3, 2)).toEqual({ items: [1], isAll: true });
  });
});
