import { describe, expect, it } from 'vitest';
import { counter, lengthOf, secondsFrom } from './time';

describe('time in words', () => {
  it.each([[-5, '0:00'], [0, '0:00'], [45.4, '0:45'], [60, '1:00'], [723, '12:03'], [11_240, '3:07:20'], [90_000, '25:00:00']])('counts %d s as %s', (seconds, text) => {
    expect(counter(seconds)).toBe(text);
  });

  it.each([[0, '0 s'], [59.6, '1 min'], [45, '45 s'], [3599, '59 min'], [3600, '1 h'], [11_240, '3 h 7 min'], [86_400, '1 d'], [187_200, '2 d 4 h']])('says %d s as %s', (seconds, text) => {
    expect(lengthOf(seconds)).toBe(text);
  });

  it('knows how far two moments are apart', () => {
    expect(secondsFrom('2031-03-04T09:00:00Z', '2031-03-04T09:01:30Z')).toBe(90);
  });
});
