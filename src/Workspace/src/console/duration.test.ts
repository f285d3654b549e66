import { describe, expect, it } from 'vitest';
import { durationOf, secondsOf } from './duration';

describe('a length of time', () => {
  it.each([
    ['90 s', 90], ['90s', 90], ['5 min', 300], ['2 h', 7200], ['1 d', 86_400], ['1 h 30 min', 5400], ['1h30min', 5400], ['0.5 s', 0.5], ['1.5 H', 5400], ['0', 0], ['0 s', 0],
  ])('is read from “%s”', (text, seconds) => {
    expect(secondsOf(text)).toBe(seconds);
  });

  it.each(['', '90', 'soon', '5 minutes', '-5 s', '5 min ago', '1 h,30 min', 'never', '1..5 s'])('is not “%s”', (text) => {
    expect(secondsOf(text)).toBeNull();
  });

  it.each([[0, '0 s'], [30, '30 s'], [90, '1 min 30 s'], [300, '5 min'], [86_400, '1 d'], [14_400, '4 h'], [0.25, '0.25 s'], [90_061.5, '1 d 1 h 1 min 1.5 s']])('of %d s is written as “%s”', (seconds, text) => {
    expect(durationOf(seconds)).toBe(text);
  });

  it('reads back as it was written', () => {
    for (let seconds = 0; seconds < 400_000; seconds += 977.5) expect(secondsOf(durationOf(seconds))).toBe(seconds);
  });
});
