import { describe, expect, it } from 'vitest';
import type { Queue } from '../api/types';
import { ALL, longestIn, sampled, understood, waitOf, type Samples } from './samples';

const NINE = Date.parse('2031-05-06T09:00:00Z');
const MINUTE = 60_000;

const queue = (id: string, waiting: number, waitingSince: string | null = null): Queue => ({
  id, waiting, waitingSince, longestWait: null, offered: 0, active: 0, held: 0, wrapUp: 0,
  agents: { ready: 0, busy: 0, notReady: 0, offline: 0 }, estimatedWait: null, asOf: '2031-05-06T09:00:00Z',
});

describe('how queues stood over the day', () => {
  it('is kept by queue, and for all together', () => {
    const kept = sampled({}, [queue('a', 2, '2031-05-06T08:59:00Z'), queue('b', 3, '2031-05-06T08:58:00Z')], NINE);
    expect(kept).toEqual({ a: [[NINE, 2, 60]], b: [[NINE, 3, 120]], [ALL]: [[NINE, 5, 120]] });
  });

  it('has the most of each minute', () => {
    let kept: Samples = {};
    [1, 4, 2].forEach((waiting, index) => (kept = sampled(kept, [queue('a', waiting)], NINE + index * 5_000)));
    expect(kept['a']).toEqual([[NINE, 4, 0]]);
    expect(sampled(kept, [queue('a', 0)], NINE + MINUTE)['a']).toEqual([[NINE, 4, 0], [NINE + MINUTE, 0, 0]]);
  });

  it('is coarser after an hour, with the most still in it, and gone after a day', () => {
    let kept: Samples = {};
    for (let minute = 0; minute < 120; minute++) kept = sampled(kept, [queue('a', minute === 3 ? 9 : 1)], NINE + minute * MINUTE);
    expect(kept['a']!.length).toBeLessThan(75);
    expect(kept['a']![0]).toEqual([NINE, 9, 0]);
    expect(kept['a']![1]).toEqual([NINE + 5 * MINUTE, 1, 0]);
    expect(sampled(kept, [queue('a', 1)], NINE + 30 * 60 * MINUTE)['a']).toHaveLength(1);
  });

  it('stays small however long the page is open', () => {
    let kept: Samples = {};
    for (let minute = 0; minute < 3_000; minute++) kept = sampled(kept, [queue('a', 1)], NINE + minute * MINUTE);
    expect(kept['a']!.length).toBeLessThan(24 * 12 + 61);
  });

  it('lets go of a queue that is no more', () => {
    expect(Object.keys(sampled(sampled({}, [queue('a', 1), queue('b', 1)], NINE), [queue('b', 1)], NINE + MINUTE))).toEqual(['b', ALL]);
  });

  it('survives being written down, and whatever else stands there', () => {
    const kept = sampled({}, [queue('a', 2)], NINE);
    expect(understood(JSON.stringify(kept))).toEqual(kept);
    for (const other of [null, '', '{', '7', '{"a":[["x",1,2]]}', '{"a":3}']) expect(understood(other)).toEqual({});
  });

  it('knows where somebody waits longest', () => {
    const queues = [queue('a', 0), queue('b', 1, '2031-05-06T08:59:00Z'), queue('c', 1, '2031-05-06T08:58:00Z'), queue('d', 0)];
    expect(longestIn(queues)!.id).toBe('c');
    expect(longestIn([queue('a', 0), queue('b', 0)])!.id).toBe('a');
    expect(longestIn([])).toBeUndefined();
  });

  it('has nobody waiting less than no time', () => {
    expect(waitOf({ waitingSince: '2031-05-06T09:00:05Z' }, NINE)).toBe(0);
    expect(waitOf({ waitingSince: null }, NINE)).toBe(0);
  });
});
