import { t } from '../text/en';
import { lengthOf } from '../text/time';
import type { Kind } from './columns';
import type { Value } from './sorting';
import { percentOf } from './target';

/** A figure as people read it. */
export function saidAs(kind: Kind, value: Value): string {
  if (value === null) return t.board.unknown;
  if (typeof value === 'string' || kind === 'count') return String(value);
  return kind === 'share' ? t.plot.percent(percentOf(value)) : lengthOf(value);
}
