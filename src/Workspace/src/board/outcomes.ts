import type { Figures } from '../api/types';

type Outcome = 'resolved' | 'unresolved' | 'noOutcome' | 'abandoned';
type Tone = 'good' | 'warn' | 'quiet' | 'bad';

/** How it ended, each interaction in one of them: what was abandoned has no outcome, and is told apart from what somebody left without one. */
export function outcomesOf(figures: readonly Pick<Figures, Outcome>[]): [Outcome, number, Tone][] {
  const sum = (of: Outcome) => figures.reduce((total, each) => total + each[of], 0);
  return [
    ['resolved', sum('resolved'), 'good'],
    ['unresolved', sum('unresolved'), 'warn'],
    ['noOutcome', Math.max(sum('noOutcome') - sum('abandoned'), 0), 'quiet'],
    ['abandoned', sum('abandoned'), 'bad'],
  ];
}
