import { describe, expect, it } from 'vitest';
import { runsOf } from './runs';

describe('a line over time', () => {
  it('is broken where nobody looked', () => {
    expect(runsOf([[0, 1], [5, 2], [30, 3], [31, 4]], 10)).toEqual([[[0, 1], [5, 2]], [[30, 3], [31, 4]]]);
  });

  it('is nothing without points', () => {
    expect(runsOf([])).toEqual([]);
  });
});
