import { describe, expect, it } from 'vitest';
import { linear, marks, momentsBetween } from './scale';

describe('marks of an axis', () => {
  it.each([
    [0, [0, 1]],
    [1, [0, 1]],
    [3, [0, 1, 2, 3]],
    [7, [0, 2, 4, 6, 8]],
    [100, [0, 50, 100]],
    [212, [0, 100, 200, 300]],
  ])('reach from nothing to %d at least, in round steps', (most, expected) => {
    expect(marks(most, 4)).toEqual(expected);
  });

  it('are never parts of one, because half a customer does not wait', () => {
    for (let most = 0; most < 400; most++) {
      const found = marks(most, 4);
      expect(found.every(Number.isInteger)).toBe(true);
      expect(found.at(-1)).toBeGreaterThanOrEqual(most);
      expect(found.length).toBeLessThanOrEqual(6);
    }
  });

  it.each([
    [0, [0, 5]],
    [50, [0, 15, 30, 45, 60]],
    [170, [0, 60, 120, 180]],
    [5_000, [0, 1_800, 3_600, 5_400]],
    [400_000, [0, 172_800, 345_600, 518_400]],
  ])('of %d seconds go by seconds, minutes, hours and days', (most, expected) => {
    expect(marks(most, 4, true)).toEqual(expected);
  });
});

describe('moments on an axis', () => {
  const at = (text: string) => new Date(`2031-05-06T${text}:00`).getTime();

  it('are round where people are', () => {
    expect(momentsBetween(at('09:07'), at('12:30'), 4)).toEqual([at('10:00'), at('11:00'), at('12:00')]);
  });

  it('lie between both ends, and are not nearer than a minute', () => {
    expect(momentsBetween(at('09:00'), at('09:02'), 20)).toEqual([at('09:00'), at('09:01'), at('09:02')]);
  });
});

describe('a scale', () => {
  it('turns one range into another, either way round', () => {
    expect([0, 5, 10].map(linear(0, 10, 100, 0))).toEqual([100, 50, 0]);
  });

  it('has one place where there is but one value', () => {
    expect(linear(3, 3, 20, 80)(3)).toBe(20);
  });
});
