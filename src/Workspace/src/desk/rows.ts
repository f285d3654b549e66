import type { LogEntry } from '../api/types';
import { isSameDay } from '../text/time';

/** What stands in a conversation from top to bottom: entries, and where another day or another interaction begins. */
export type Row =
  | { kind: 'day'; key: string; at: string }
  | { kind: 'interaction'; key: string; id: string; entry: LogEntry }
  | { kind: 'message'; key: string; entry: LogEntry; goesOn: boolean }
  | { kind: 'note'; key: string; entry: LogEntry }
  | { kind: 'event'; key: string; entry: LogEntry };

// Within this one does not say anew who speaks.
const BREATH_MS = 3 * 60_000;

/** Under which an entry is found among the rows. */
export const keyOf = (entry: LogEntry): string => String(entry.sequence);

export function rowsOf(entries: readonly LogEntry[]): readonly Row[] {
  const rows: Row[] = [];
  let before: LogEntry | null = null;
  let interaction: string | null | undefined = null;
  for (const entry of entries) {
    if (before === null || !isSameDay(before.at, entry.at)) rows.push({ kind: 'day', key: `day-${entry.sequence}`, at: entry.at });
    if (entry.interaction != null && entry.interaction !== interaction) {
      rows.push({ kind: 'interaction', key: `in-${entry.sequence}`, id: entry.interaction, entry });
      interaction = entry.interaction;
    }
    rows.push(rowOf(entry, before, rows.at(-1)?.kind));
    before = entry;
  }
  return rows;
}

function rowOf(entry: LogEntry, before: LogEntry | null, above: Row['kind'] | undefined): Row {
  const key = keyOf(entry);
  if (entry.message != null) return { kind: 'message', key, entry, goesOn: above === 'message' && before !== null && isSameBreath(before, entry) };
  if (entry.kind === 'note') return { kind: 'note', key, entry };
  return { kind: 'event', key, entry };
}

function isSameBreath(before: LogEntry, entry: LogEntry): boolean {
  return before.message?.direction === entry.message?.direction && before.by.kind === entry.by.kind && before.by.agent === entry.by.agent
    && Date.parse(entry.at) - Date.parse(before.at) < BREATH_MS;
}
