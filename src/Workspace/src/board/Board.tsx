import { useEffect } from 'preact/hooks';
import { go, place } from '../app/route';
import { now } from '../live/now';
import '../style/board.css';
import { t } from '../text/en';
import { exactly, timeOf } from '../text/time';
import { Heading } from '../ui/Heading';
import { askAgents, askOpen, askQueues, askToday } from './asked';
import { keep, samples } from './kept';
import { OpenTable } from './OpenTable';
import { usePoll } from '../live/poll';
import { QueueTable } from './QueueTable';
import { readyOf, teamOf } from './team';
import { TeamList } from './TeamList';
import { Tiles } from './Tiles';
import { TodayPlots } from './TodayPlots';

const LIVE = 5_000;
const REPORT = 30_000;

/** How it goes everywhere, and in one queue more closely. */
export function Board() {
  const chosen = place.value[1] ?? null;
  const queues = usePoll('queues', LIVE, askQueues);
  const today = usePoll('today', REPORT, askToday);
  const agents = usePoll('agents', LIVE, askAgents);
  const open = usePoll(`open ${chosen ?? ''}`, LIVE, (signal) => askOpen(chosen, signal));

  useEffect(() => {
    if (queues.value !== null) keep(queues.value, now.peek());
  }, [queues.value]);

  const asOf = queues.value?.[0]?.asOf;
  const team = agents.value === null || open.value === null ? null : teamOf(agents.value, open.value.items, chosen);
  const isShown = ({ id }: { id: string }) => chosen === null || id === chosen;
  return (
    <main class="board">
      <header>
        <Heading name={chosen === null ? t.board.title : t.board.titleOf(chosen)}>{t.board.title}</Heading>
        {asOf !== undefined && <p class="quiet small"><time dateTime={asOf} title={exactly(asOf)}>{t.board.asOf(timeOf(asOf))}</time></p>}
      </header>
      {[queues.fault, today.fault, agents.fault, open.fault].map((fault) => fault !== null && <p class="banner bad" role="alert">{fault}</p>)}
      {queues.value === null
        ? queues.fault === null && <p class="quiet" role="status">{t.loading}</p>
        : (
          <>
            <Tiles queues={queues.value.filter(isShown)} figures={today.value?.filter(isShown) ?? null} ready={team === null ? null : readyOf(team)} />
            <QueueTable queues={queues.value} figures={today.value} chosen={chosen} onChoose={(id) => (id === null ? go('board') : go('board', id))} />
          </>
        )}
      <div class="board-parts">
        <OpenTable key={chosen ?? ''} queue={chosen} open={open.value} agents={agents.value ?? []} onDone={() => { open.again(); agents.again(); }} />
        <TeamList queue={chosen} team={team} />
      </div>
      <TodayPlots queue={chosen} samples={samples.value} figures={today.value ?? []} />
    </main>
  );
}
