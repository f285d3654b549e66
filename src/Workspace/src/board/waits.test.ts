import { describe, expect, it } from 'vitest';
import { bucketed, dayBegan, waitsOf } from './waits';

const countsOf = (waits: number[]) => bucketed(waits).map((bucket) => bucket.count);

describe('the distribution of waits', () => {
  it('counts each wait once', () => {
    expect(countsOf([0, 14.9, 20, 45, 45, 100, 299, 300, 1_000, 2_000, 90_000])).toEqual([2, 1, 2, 1, 1, 1, 1, 1, 1]);
  });

  it('puts a border into what begins there', () => {
    expect(countsOf([15, 30, 3_600])).toEqual([0, 1, 1, 0, 0, 0, 0, 0, 1]);
  });

  it('leaves no gap, and has no end', () => {
    const buckets = bucketed([]);
    expect(buckets.slice(1).map((bucket) => bucket.from)).toEqual(buckets.slice(0, -1).map((bucket) => bucket.to));
    expect(buckets.at(-1)!.to).toBeNull();
    expect(buckets.every((bucket) => bucket.count === 0)).toBe(true);
  });

  it('takes a clock that ran backwards for no wait', () => {
    expect(countsOf([-3])[0]).toBe(1);
  });

  it('is about what was answered, and closed since then', () => {
    const since = Date.parse('2031-05-06T00:00:00Z');
    expect(waitsOf([
      { waitTime: 12, closedAt: '2031-05-06T07:00:00Z' },
      { waitTime: 13, closedAt: '2031-05-05T23:59:59Z' },
      { waitTime: null, closedAt: '2031-05-06T07:00:00Z' },
      { waitTime: 14, closedAt: null },
    ], since)).toEqual([12]);
  });

  it('is of a day of UTC', () => {
    expect(new Date(dayBegan(Date.parse('2031-05-06T23:30:00Z'))).toISOString()).toBe('2031-05-06T00:00:00.000Z');
  });
});
