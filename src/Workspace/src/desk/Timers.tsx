import { useEffect, useState } from 'preact/hooks';
import type { Interaction, Timer } from '../api/types';
import { now } from '../live/now';
import { client } from '../session/session';
import { t } from '../text/en';
import { explain } from '../text/problems';
import { counter, exactly, secondsFrom, whenOf } from '../text/time';

const STEPS_MINUTES = [5, 15, 60] as const;

/** What happens next by itself, and when; what may be moved or called off is. */
export function Timers({ record }: { record: Interaction }) {
  const [timers, setTimers] = useState<readonly Timer[] | null>(null);
  const [fault, setFault] = useState<string | null>(null);

  async function load(): Promise<void> {
    try {
      setTimers((await client.get('/api/interactions/{id}/timers', { path: { id: record.id } })).items);
    } catch (problem) {
      setFault(explain(problem));
    }
  }

  useEffect(() => void load(), [record]);

  async function change(doing: () => Promise<unknown>): Promise<void> {
    setFault(null);
    try {
      await doing();
      await load();
    } catch (problem) {
      setFault(explain(problem));
    }
  }

  const path = (timer: Timer) => ({ id: record.id, timer: timer.timer });
  const extend = (timer: Timer, minutes: number) => change(() => client.post('/api/interactions/{id}/timers/{timer}/extend', {
    path: path(timer), body: { until: new Date(Math.max(Date.parse(timer.due ?? ''), now.peek()) + minutes * 60_000).toISOString() },
  }));
  const cancel = (timer: Timer) => change(() => client.post('/api/interactions/{id}/timers/{timer}/cancel', { path: path(timer) }));

  return (
    <>
      {fault !== null && <p class="banner bad" role="alert">{fault}</p>}
      {timers === null && fault === null && <p class="quiet" role="status">{t.loading}</p>}
      {timers?.length === 0 && <p class="quiet">{t.timers.none}</p>}
      <ul class="cards">
        {timers?.map((timer) => (
          <li key={timer.timer} class="card">
            <h2>{t.timer[timer.timer]}</h2>
            {timer.due === null
              ? <p class="badge">{t.timers.cancelled(timer.cancelledBy?.agent ?? '')}</p>
              : <p title={exactly(timer.due)}>{whenOf(timer.due, now.peek())}, <span role="timer">{t.timers.in(counter(secondsFrom(now.value, timer.due)))}</span></p>}
            <p class="small quiet">{timer.why}</p>
            <div class="actions">
              {timer.due !== null && timer.mayExtendUntil !== null && STEPS_MINUTES.map((minutes) => (
                <button key={minutes} type="button" class="button small" onClick={() => void extend(timer, minutes)}>{t.timers.later(minutes)}</button>
              ))}
              {timer.due !== null && timer.mayCancel && <button type="button" class="button small danger" onClick={() => void cancel(timer)}>{t.timers.cancel}</button>}
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
