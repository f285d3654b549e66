import { describe, expect, it } from 'vitest';
import type { LogEntry } from '../api/types';
import { Log } from './log';

const entry = (sequence: number, more: Partial<LogEntry> = {}): LogEntry =>
  ({ sequence, at: '2031-03-04T09:00:00Z', by: { kind: 'customer' }, kind: 'messageReceived', ...more }) as LogEntry;
const sent = (state: string) => entry(1, { kind: 'messageSent', message: { direction: 'outbound', text: '', media: [], delivery: { state, at: '' } } } as unknown as Partial<LogEntry>);
const SOON = Date.parse('2031-03-04T09:01:00Z');
const page = (from: number, to: number, before: number | null) => ({
  items: Array.from({ length: to - from + 1 }, (_, place) => entry(to - place)),
  before,
});
const sequences = (log: Log) => log.entries.map((each) => each.sequence);

describe('a log that is read from its end', () => {
  it('is in order, and each entry once', () => {
    const log = Log.none.withNewest(page(8, 10, 8)).withOlder(page(5, 8, 5)).withNewest(page(9, 12, 9));
    expect(sequences(log)).toEqual([5, 6, 7, 8, 9, 10, 11, 12]);
    expect([log.before, log.newest]).toEqual([5, 12]);
  });

  it('shows what became of a message', () => {
    const log = Log.none.withNewest({ items: [sent('queued')], before: null });
    expect(log.unsettledAt(SOON)).toBe(1);
    expect(log.withNewest({ items: [sent('delivered')], before: null }).unsettledAt(SOON)).toBe(null);
  });

  it.each(['sent', 'unknown'])('does not wait for ever for what is only %s', (state) => {
    const log = Log.none.withNewest({ items: [sent(state)], before: null });
    expect([log.unsettledAt(SOON), log.unsettledAt(SOON + 3_600_000)]).toEqual([1, null]);
  });

  it('stays the very same where nothing is new', () => {
    const log = Log.none.withNewest(page(1, 3, null));
    expect(log.withNewest(page(2, 3, 2))).toBe(log);
    expect(log.withNewest(page(3, 4, 3))).not.toBe(log);
    expect(Log.none.withNewest({ items: [], before: null })).not.toBe(Log.none);
  });

  it('knows when it missed something', () => {
    const log = Log.none.withNewest(page(1, 3, null));
    expect(log.leavesGapBefore(page(10, 60, 10))).toBe(true);
    expect(log.leavesGapBefore(page(4, 60, 4))).toBe(false);
    expect(log.leavesGapBefore(page(2, 60, 2))).toBe(false);
    expect(Log.none.leavesGapBefore(page(10, 60, 10))).toBe(false);
  });
});
