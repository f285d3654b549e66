import type { Figures } from '../api/types';

type Answered = Pick<Figures, 'withTarget' | 'withinTarget'>;

/** From which share on a target counts as met, as is usual. */
export const GOAL = 0.8;

/** How many of those that had a time for the first answer had it by then; null where none had. */
export function shareOf(figures: readonly Answered[]): number | null {
  const due = figures.reduce((sum, each) => sum + each.withTarget, 0);
  return due === 0 ? null : figures.reduce((sum, each) => sum + each.withinTarget, 0) / due;
}

/** Rounded down, so that nothing is called all that is not all. */
export const percentOf = (share: number): number => Math.floor(share * 100 + 1e-9);

export const isMet = (share: number): boolean => share >= GOAL;
