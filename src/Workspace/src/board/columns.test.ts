import { describe, expect, it } from 'vitest';
import type { Figures } from '../api/types';
import { COLUMNS, sumOf } from './columns';

const figures = (id: string, closed: number, withTarget: number, withinTarget: number): Figures => ({
  id, closed, abandoned: 0, handled: 0, offered: 0, accepted: 0, declined: 0, timedOut: 0, withTarget, withinTarget, wait: { average: 12, p90: null },
  handle: { average: null, p90: null }, messagesIn: 0, messagesOut: 0, resolved: 0, unresolved: 0, noOutcome: 0, dispositions: [],
});
const column = (name: string) => COLUMNS.find((each) => each.name === name)!;
const rows = [figures('a', 3, 4, 4), figures('b', 5, 4, 1)];

describe('the columns of a report', () => {
  it('have each figure once', () => {
    const names = COLUMNS.map((each) => each.name as string);
    expect(new Set(names).size).toBe(names.length);
    for (const name of Object.keys(rows[0]!)) expect(names.some((each) => each === name || each.startsWith(name)) || name === 'dispositions').toBe(true);
  });

  it('add up where that means something', () => {
    expect(sumOf(column('closed'), rows)).toBe(8);
    expect(sumOf(column('inTime'), rows)).toBe(0.625);
    expect(sumOf(column('waitAverage'), rows)).toBeNull();
    expect(sumOf(column('id'), rows)).toBeNull();
  });

  it('tell nothing from none', () => {
    expect(column('waitP90').valueOf(rows[0]!)).toBeNull();
    expect(column('inTime').valueOf(figures('c', 1, 0, 0))).toBeNull();
  });
});
