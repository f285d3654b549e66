import type { Figures } from '../api/types';
import type { Value } from './sorting';
import { shareOf } from './target';

export type ColumnName = Exclude<keyof Figures, 'wait' | 'handle' | 'dispositions'> | 'inTime' | 'waitAverage' | 'waitP90' | 'handleAverage' | 'handleP90';
export type Kind = 'id' | 'count' | 'time' | 'share';

export interface Column {
  name: ColumnName;
  kind: Kind;
  valueOf: (figures: Figures) => Value;
}

const count = (name: Exclude<ColumnName, 'inTime' | 'waitAverage' | 'waitP90' | 'handleAverage' | 'handleP90' | 'id'>): Column => ({ name, kind: 'count', valueOf: (figures) => figures[name] });
const time = (name: ColumnName, valueOf: Column['valueOf']): Column => ({ name, kind: 'time', valueOf });

/** Every figure of a report; how something was disposed of is words, and stands by itself. */
export const COLUMNS: readonly Column[] = [
  { name: 'id', kind: 'id', valueOf: (figures) => figures.id },
  count('closed'), count('abandoned'), count('handled'), count('offered'), count('accepted'), count('declined'), count('timedOut'),
  { name: 'inTime', kind: 'share', valueOf: (figures) => shareOf([figures]) },
  count('withinTarget'), count('withTarget'),
  time('waitAverage', (figures) => figures.wait.average), time('waitP90', (figures) => figures.wait.p90),
  time('handleAverage', (figures) => figures.handle.average), time('handleP90', (figures) => figures.handle.p90),
  count('messagesIn'), count('messagesOut'), count('resolved'), count('unresolved'), count('noOutcome'),
];

/** What all of them come to: counts add up, shares weigh, and times of nine of ten cannot be told from others. */
export function sumOf(column: Column, figures: readonly Figures[]): Value {
  if (column.kind === 'share') return shareOf(figures);
  if (column.kind !== 'count') return null;
  return figures.reduce((sum, each) => sum + Number(column.valueOf(each)), 0);
}
