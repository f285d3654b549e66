import type { Figures, Queue } from '../api/types';
import { now } from '../live/now';
import { t } from '../text/en';
import { counter } from '../text/time';
import { longestIn, waitOf } from './samples';
import { isMet, percentOf, shareOf } from './target';

interface TilesProps {
  /** The one that was chosen, or all. */
  queues: readonly Queue[];
  /** Of the same, today; null as long as they are not known. */
  figures: readonly Figures[] | null;
  /** How many agents are ready, and how many there are; null where that is not known. */
  ready: readonly [ready: number, all: number] | null;
}

type Tone = 'good' | 'warn' | 'bad' | undefined;

/** What a supervisor looks at first, large enough to be read from across a room. */
export function Tiles({ queues, figures, ready }: TilesProps) {
  const sum = (of: (queue: Queue) => number) => queues.reduce((total, queue) => total + of(queue), 0);
  const waiting = sum((queue) => queue.waiting);
  const longest = longestIn(queues);
  const share = figures === null ? null : shareOf(figures);
  const isPressing = queues.some((queue) => queue.waiting > 0 && queue.agents.ready === 0);
  const tiles: readonly (readonly [name: string, value: string, tone?: Tone, more?: string | undefined])[] = [
    [t.board.waiting, String(waiting), isPressing ? 'bad' : undefined, isPressing ? t.board.nobodyReady : undefined],
    [t.board.longest, longest?.waitingSince == null ? t.board.unknown : counter(waitOf(longest, now.value))],
    [t.board.target, share === null ? t.board.unknown : t.plot.percent(percentOf(share)), share === null ? undefined : isMet(share) ? 'good' : 'bad', share === null ? t.board.noTarget : undefined],
    [t.board.active, String(sum((queue) => queue.active))],
    [t.board.held, String(sum((queue) => queue.held))],
    [t.board.wrapUp, String(sum((queue) => queue.wrapUp))],
    ...(ready === null ? [] : [[t.board.agentsReady, String(ready[0]), ready[0] === 0 ? 'warn' as const : undefined, t.board.ofAgents(ready[1])] as const]),
  ];
  return (
    <dl class="tiles">
      {tiles.map(([name, value, tone, more]) => (
        <div key={name} class={`tile ${tone ?? ''}`}>
          <dt>{name}</dt>
          <dd>{value}{more !== undefined && <span class="tile-more">{more}</span>}</dd>
        </div>
      ))}
    </dl>
  );
}
