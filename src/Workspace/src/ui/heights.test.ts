import { describe, expect, it } from 'vitest';
import { Heights } from './heights';

const heights = () => new Heights(7, (index) => 10 * (index + 1));

describe('heights of rows', () => {
  it('sum up to where each begins', () => {
    const of = heights();
    expect(Array.from({ length: 8 }, (_, index) => of.before(index))).toEqual([0, 10, 30, 60, 100, 150, 210, 280]);
    expect(of.total).toBe(280);
  });

  it('tell which row stands somewhere', () => {
    const of = heights();
    expect([0, 9, 10, 59, 60, 279, 280, 5000].map((offset) => of.at(offset))).toEqual([0, 0, 1, 2, 3, 6, 6, 6]);
  });

  it('are corrected once a row is measured', () => {
    const of = heights();
    of.set(2, 5);
    expect(of.before(3)).toBe(35);
    expect(of.at(34)).toBe(2);
    expect(of.at(35)).toBe(3);
    expect(of.total).toBe(255);
  });

  it('are nothing where there are no rows', () => {
    const none = new Heights(0, () => 40);
    expect([none.total, none.at(100)]).toEqual([0, 0]);
  });

  it('agree with adding up, whatever is measured in whatever order', () => {
    const plain = Array.from({ length: 1000 }, () => 40);
    const of = new Heights(1000, () => 40);
    for (let step = 0; step < 3000; step++) {
      const index = (step * 7919) % 1000;
      plain[index] = 20 + ((step * 31) % 90);
      of.set(index, plain[index]);
    }
    let sum = 0;
    for (let index = 0; index < 1000; index++) {
      expect(of.before(index)).toBe(sum);
      expect(of.at(sum)).toBe(index);
      sum += plain[index]!;
    }
  });
});
