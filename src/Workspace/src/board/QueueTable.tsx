import type { Figures, Queue } from '../api/types';
import { now } from '../live/now';
import { t } from '../text/en';
import { counter, lengthOf } from '../text/time';
import { Count } from './Count';
import { longestIn, waitOf } from './samples';
import { GOAL, isMet, percentOf, shareOf } from './target';

interface QueueTableProps {
  queues: readonly Queue[];
  /** Today's, or null as long as they are not known. */
  figures: readonly Figures[] | null;
  chosen: string | null;
  onChoose: (queue: string | null) => void;
}

const HEADS = [
  t.board.waiting, t.board.longest, t.board.target, t.board.offered, t.board.active, t.board.held, t.board.wrapUp, t.board.ready, t.board.busy,
  t.board.notReady, t.board.offline, t.board.estimated,
];

export function QueueTable({ queues, figures, chosen, onChoose }: QueueTableProps) {
  if (queues.length === 0) return <p class="quiet">{t.board.noQueues}</p>;
  return (
    <section aria-label={t.board.queues}>
      <div class="wide" role="group" tabIndex={0} aria-label={t.board.queues}>
        <table class="queues">
          <thead>
            <tr>
              <th scope="col">{t.board.queue}</th>
              {HEADS.map((head) => <th key={head} scope="col" class={head === t.board.ready ? 'begins' : ''}>{head}</th>)}
            </tr>
          </thead>
          <tbody>
            {queues.map((queue) => (
              <tr key={queue.id} class={queue.id === chosen ? 'chosen' : ''}>
                <th scope="row"><Choose id={queue.id} name={queue.id} chosen={chosen} onChoose={onChoose} /></th>
                <td class={queue.waiting > 0 && queue.agents.ready === 0 ? 'pressing' : ''}><Count of={queue.waiting} /></td>
                <td><Longest queue={queue} /></td>
                <td><Target figures={figures?.filter((each) => each.id === queue.id) ?? []} /></td>
                <td><Count of={queue.offered} /></td>
                <td><Count of={queue.active} /></td>
                <td><Count of={queue.held} /></td>
                <td><Count of={queue.wrapUp} /></td>
                <td class="begins"><Count of={queue.agents.ready} /></td>
                <td><Count of={queue.agents.busy} /></td>
                <td><Count of={queue.agents.notReady} /></td>
                <td><Count of={queue.agents.offline} /></td>
                <td>{queue.estimatedWait === null ? <span class="quiet">{t.board.nobodyWorks}</span> : lengthOf(queue.estimatedWait)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot><All queues={queues} figures={figures ?? []} chosen={chosen} onChoose={onChoose} /></tfoot>
        </table>
      </div>
      <p class="quiet small">{t.board.targetHint(percentOf(GOAL))}</p>
    </section>
  );
}

// Agents serve more than one queue, so that a sum of them would count some twice.
function All({ queues, figures, chosen, onChoose }: QueueTableProps & { figures: readonly Figures[] }) {
  const sum = (of: (queue: Queue) => number) => queues.reduce((total, queue) => total + of(queue), 0);
  const longest = longestIn(queues)!;
  return (
    <tr class={chosen === null ? 'chosen' : ''}>
      <th scope="row"><Choose id={null} name={t.board.all} chosen={chosen} onChoose={onChoose} /></th>
      <td><Count of={sum((queue) => queue.waiting)} /></td>
      <td><Longest queue={longest} /></td>
      <td><Target figures={figures} /></td>
      <td><Count of={sum((queue) => queue.offered)} /></td>
      <td><Count of={sum((queue) => queue.active)} /></td>
      <td><Count of={sum((queue) => queue.held)} /></td>
      <td><Count of={sum((queue) => queue.wrapUp)} /></td>
      <td colSpan={5} class="begins" />
    </tr>
  );
}

function Choose({ id, name, chosen, onChoose }: { id: string | null; name: string; chosen: string | null; onChoose: (queue: string | null) => void }) {
  return <button type="button" class="button plain small" aria-pressed={id === chosen} onClick={() => onChoose(id)}><bdi>{name}</bdi></button>;
}

function Longest({ queue }: { queue: Queue }) {
  return queue.waitingSince === null ? <span class="quiet">{t.board.unknown}</span> : <>{counter(waitOf(queue, now.value))}</>;
}

function Target({ figures }: { figures: readonly Figures[] }) {
  const share = shareOf(figures);
  if (share === null) return <span class="quiet">{t.board.noTarget}</span>;
  return <span class={`badge ${isMet(share) ? 'good' : 'bad'}`}>{isMet(share) ? t.board.met(percentOf(share)) : t.board.missed(percentOf(share))}</span>;
}
