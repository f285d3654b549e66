import { t } from '../text/en';
import type { Kind } from './kinds';
import type { Row } from './rows';

/** What a list says of each besides its id. */
export function summaryOf(kind: Kind, row: Row): string {
  if (row.unreadable) return '';
  const texts = (name: string) => (row[name] ?? []) as readonly string[];
  switch (kind) {
    case 'lines': return t.console.summary.lines(String(row.queue), texts('addresses').join(', '));
    case 'queues': return t.console.summary.queues(texts('members').length);
    case 'agents': return [row.name, t.role[row.role as keyof typeof t.role], ...texts('skills')].filter((each) => each != null).join(', ');
    case 'rules': return t.console.summary.rules(row.order as number, wordsOf(row.when), row.queue as string | null);
    case 'responses': return [row.title, row.shortcut == null ? null : `/${String(row.shortcut)}`].filter((each) => each != null).join(', ');
    case 'hours': return t.console.summary.hours(String(row.zone), texts('week').length);
  }
}

const MOST_WORDS = 3;

/** The words that a rule looks for, or the first of them. */
function wordsOf(when: unknown): string {
  const words = (when as { contains?: readonly string[] } | null | undefined)?.contains ?? [];
  return words.slice(0, MOST_WORDS).map((word) => `“${word}”`).join(', ') + (words.length > MOST_WORDS ? '…' : '');
}

/** Whether it has all the words that somebody looks for. */
export function isFound(kind: Kind, row: Row, text: string): boolean {
  const said = `${row.id} ${summaryOf(kind, row)} ${String(row.text ?? '')}`.toLowerCase();
  return text.toLowerCase().split(/\s+/).every((word) => said.includes(word));
}

/** Rules stand in the order in which they are asked, everything else in that of its ids. */
export function inOrder(kind: Kind, rows: readonly Row[]): readonly Row[] {
  return kind === 'rules' ? rows.toSorted((one, other) => Number(one.order ?? 0) - Number(other.order ?? 0) || (one.id < other.id ? -1 : 1)) : rows;
}
