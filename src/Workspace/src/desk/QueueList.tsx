import { useEffect, useState } from 'preact/hooks';
import type { Interaction } from '../api/types';
import { go } from '../app/route';
import { now } from '../live/now';
import { usePoll } from '../live/poll';
import { client } from '../session/session';
import { t } from '../text/en';
import { explain } from '../text/problems';
import { lengthOf, secondsFrom } from '../text/time';
import { nameOf } from './names';
import { order } from './order';

const EVERY_MS = 5_000;
const FIRST = 20;

// Long enough to be read, and gone before somebody takes it for the next one's.
const SHOWN_MS = 8_000;

/** Who waits in the queues that one serves, for those who would rather take somebody than be asked. Asks only while it is open. */
export function QueueList() {
  const [isOpen, setOpen] = useState(false);
  return (
    <details class="queues" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary><h2>{t.queues.title}</h2></summary>
      {isOpen && <Queues />}
    </details>
  );
}

function Queues() {
  const [chosen, setChosen] = useState<string | null>(null);
  const { value: queues, fault } = usePoll('queues', EVERY_MS, async (signal) => (await client.get('/api/queues', { query: { limit: 200 }, signal })).items);
  if (fault !== null) return <p class="banner bad" role="alert">{fault}</p>;
  if (queues === null) return <p class="quiet small" role="status">{t.loading}</p>;
  return (
    <ul>
      {queues.map((queue) => (
        <li key={queue.id}>
          <button type="button" class="queue" aria-expanded={queue.id === chosen} onClick={() => setChosen(queue.id === chosen ? null : queue.id)}>
            <bdi>{queue.id}</bdi>
            <span class={`badge ${queue.waiting > 0 ? 'warn' : ''}`}>{t.queues.waiting(queue.waiting)}</span>
          </button>
          {queue.id === chosen && <Waiting queue={queue.id} waiting={queue.waiting} />}
        </li>
      ))}
    </ul>
  );
}

function Waiting({ queue, waiting }: { queue: string; waiting: number }) {
  const [fault, setFault] = useState<string | null>(null);
  const { value: items, fault: refused, again } = usePoll(queue, EVERY_MS, async (signal) => (await client.get('/api/interactions', { query: { queue, handling: 'queued', limit: FIRST }, signal })).items);
  useEffect(again, [waiting]);

  async function claim(record: Interaction): Promise<void> {
    setFault(null);
    try {
      await order(record.id, () => client.post('/api/interactions/{id}/claim', { path: { id: record.id } }));
      go('interactions', record.id);
    } catch (problem) {
      setFault(explain(problem));
      setTimeout(() => setFault(null), SHOWN_MS);
      again();
    }
  }

  if (refused !== null) return <p class="banner bad" role="alert">{refused}</p>;
  if (items === null) return <p class="quiet small" role="status">{t.loading}</p>;
  return (
    <>
      {fault !== null && <p class="banner bad" role="alert">{fault}</p>}
      {items.length === 0 && <p class="quiet small">{t.queues.nobody}</p>}
      <ul class="waiting">
        {items.map((record) => (
          <li key={record.id} class="waits">
            <button type="button" class="button plain small waits-who" onClick={() => go('interactions', record.id)}>
              <bdi>{nameOf(record)}</bdi> <span class="quiet">{t.inbox.waits(lengthOf(secondsFrom(record.openedAt, now.value)))}</span>
            </button>
            <button type="button" class="button small" aria-label={t.queues.claimOf(nameOf(record))} onClick={() => void claim(record)}>{t.queues.claim}</button>
            <span class="small quiet waits-about" dir="auto">{record.shortDescription}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
