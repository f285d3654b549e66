import type { LogEntry } from '../api/types';

export interface LogPage {
  items: LogEntry[];
  before: number | null;
}

/** What was read of a log so far, in order and each entry once, in its newest form. */
export class Log {
  private constructor(
    readonly entries: readonly LogEntry[],
    /** Where what is older begins; null where there is nothing older, undefined before the first page. */
    readonly before: number | null | undefined,
  ) {}

  static readonly none = new Log([], undefined);

  get newest(): number {
    return this.entries.at(-1)?.sequence ?? 0;
  }

  /** The very same where nothing is new. */
  withNewest(page: LogPage): Log {
    const entries = this.merged(page.items);
    return entries === this.entries && this.before !== undefined ? this : new Log(entries, this.before === undefined ? page.before : this.before);
  }

  withOlder(page: LogPage): Log {
    return new Log(this.merged(page.items), page.before);
  }

  /** Whether something may be missing between what is known and a newer page. */
  leavesGapBefore(page: LogPage): boolean {
    const oldest = page.items.reduce((least, entry) => Math.min(least, entry.sequence), Number.POSITIVE_INFINITY);
    return this.before !== undefined && page.before !== null && this.newest > 0 && oldest > this.newest + 1 && page.before > this.newest;
  }

  /** The oldest message that is still on its way: from there on an answer may differ from what is known. */
  unsettledAt(now: number): number | null {
    return this.entries.find((entry) => isUnderWay(entry, now))?.sequence ?? null;
  }

  private merged(items: readonly LogEntry[]): readonly LogEntry[] {
    const known = new Map(this.entries.map((entry) => [entry.sequence, entry]));
    let isOther = false;
    for (const entry of items) {
      const same = known.get(entry.sequence);
      if (same !== undefined && JSON.stringify(same) === JSON.stringify(entry)) continue;
      known.set(entry.sequence, entry);
      isOther = true;
    }
    return isOther ? [...known.values()].sort((one, other) => one.sequence - other.sequence) : this.entries;
  }
}

const SETTLED = new Set(['delivered', 'read', 'failed', 'undelivered', 'canceled']);

/** Of some nobody ever hears more than that they were sent: after an hour nobody waits for it. */
const LONGEST_MS = 60 * 60_000;

export function isUnderWay(entry: LogEntry, now: number): boolean {
  const state = entry.message?.delivery?.state;
  return state !== undefined && !SETTLED.has(state) && now - Date.parse(entry.at) < LONGEST_MS;
}
