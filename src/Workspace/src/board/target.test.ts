import { describe, expect, it } from 'vitest';
import { isMet, percentOf, shareOf } from './target';

describe('the share of first answers in time', () => {
  it('is of those that had a target', () => {
    expect(shareOf([{ withTarget: 200, withinTarget: 150 }])).toBe(0.75);
  });

  it('weighs queues by what they had', () => {
    expect(shareOf([{ withTarget: 90, withinTarget: 90 }, { withTarget: 10, withinTarget: 0 }])).toBe(0.9);
  });

  it('is unknown where nothing had one, or there is nothing', () => {
    expect(shareOf([{ withTarget: 0, withinTarget: 0 }])).toBeNull();
    expect(shareOf([])).toBeNull();
  });

  it('is not called all as long as one was late', () => {
    expect(percentOf(999 / 1000)).toBe(99);
    expect(percentOf(1)).toBe(100);
    expect(percentOf(0.29)).toBe(29);
  });

  it('is met from four of five on', () => {
    expect([0.79, 0.8, 1].map(isMet)).toEqual([false, true, true]);
  });
});
