import { describe, expect, it } from 'vitest';
import type { LogEntry } from '../api/types';
import { rowsOf } from './rows';

const said = (sequence: number, at: string, interaction: string, direction: 'inbound' | 'outbound' = 'inbound'): LogEntry =>
  ({ sequence, at, interaction, by: { kind: direction === 'inbound' ? 'customer' : 'agent' }, kind: 'messageReceived', message: { direction, text: 'x', media: [] } }) as unknown as LogEntry;
const event = (sequence: number, at: string, interaction: string, kind: LogEntry['kind']): LogEntry =>
  ({ sequence, at, interaction, by: { kind: 'system' }, kind }) as LogEntry;

describe('the rows of a conversation', () => {
  it('say where another day and another interaction begin', () => {
    const rows = rowsOf([said(1, '2031-03-04T09:00:00', 'p.1'), event(2, '2031-03-04T09:01:00', 'p.1', 'closed'), said(3, '2031-03-05T09:00:00', 'p.2')]);
    expect(rows.map((row) => row.kind)).toEqual(['day', 'interaction', 'message', 'event', 'day', 'interaction', 'message']);
  });

  it('do not say anew who speaks within a breath', () => {
    const rows = rowsOf([
      said(1, '2031-03-04T09:00:00', 'p.1'), said(2, '2031-03-04T09:01:00', 'p.1'), said(3, '2031-03-04T09:01:30', 'p.1', 'outbound'),
      said(4, '2031-03-04T09:10:00', 'p.1', 'outbound'), event(5, '2031-03-04T09:10:10', 'p.1', 'putOnHold'), said(6, '2031-03-04T09:10:20', 'p.1', 'outbound'),
    ]);
    expect(rows.flatMap((row) => (row.kind === 'message' ? [row.goesOn] : []))).toEqual([false, true, false, false, false]);
  });

  it('keep notes apart from what the customer sees', () => {
    expect(rowsOf([event(1, '2031-03-04T09:00:00', 'p.1', 'note')]).map((row) => row.kind)).toEqual(['day', 'interaction', 'note']);
  });

  it('have keys that stay when older entries come in', () => {
    const newer = [said(5, '2031-03-04T09:00:00', 'p.1'), said(6, '2031-03-04T09:01:00', 'p.1')];
    const all = rowsOf([said(4, '2031-03-04T08:59:00', 'p.1'), ...newer]).map((row) => row.key);
    expect(all).toEqual(expect.arrayContaining(['5', '6']));
    expect(new Set(all).size).toBe(all.length);
  });
});
