import { describe, expect, it } from 'vitest';
import { outcomesOf } from './outcomes';

describe('how it ended', () => {
  it('counts each interaction once, over all queues', () => {
    const found = outcomesOf([
      { resolved: 5, unresolved: 1, noOutcome: 4, abandoned: 3 },
      { resolved: 2, unresolved: 0, noOutcome: 1, abandoned: 1 },
    ]);
    expect(found.map(([outcome, count]) => [outcome, count])).toEqual([['resolved', 7], ['unresolved', 1], ['noOutcome', 1], ['abandoned', 4]]);
  });
});
