import { describe, expect, it } from 'vitest';
import { dayIn, faultOf, lastDays } from './period';

const now = Date.parse('2031-03-02T23:30:00Z');

describe('a period', () => {
  it('of some days ends today, and today is one of them', () => {
    expect(lastDays(1, now)).toEqual({ from: '2031-03-02', to: '2031-03-02' });
    expect(lastDays(7, now)).toEqual({ from: '2031-02-24', to: '2031-03-02' });
  });

  it('has days as UTC has them', () => {
    expect(dayIn(now)).toBe('2031-03-02');
  });

  it.each([
    ['', '2031-03-02', 'missing'],
    ['2031-03-03', '2031-03-02', 'turned'],
    ['2031-03-02', '2031-03-02', null],
    ['2031-01-01', '2031-04-02', null],
    ['2031-01-01', '2031-04-03', 'long'],
  ])('from %s to %s: %s', (from, to, fault) => {
    expect(faultOf({ from, to })).toBe(fault);
  });
});
