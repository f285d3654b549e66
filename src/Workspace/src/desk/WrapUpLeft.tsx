import { useEffect, useState } from 'preact/hooks';
import type { Interaction } from '../api/types';
import { now } from '../live/now';
import { client } from '../session/session';
import { t } from '../text/en';
import { counter, secondsFrom } from '../text/time';

/** How long one may still wrap up before it closes by itself. */
export function WrapUpLeft({ record }: { record: Interaction }) {
  const [due, setDue] = useState<string | null>(null);
  useEffect(() => {
    const ends = new AbortController();
    client.get('/api/interactions/{id}/timers', { path: { id: record.id }, signal: ends.signal })
      .then(({ items }) => setDue(items.find((timer) => timer.timer === 'wrapUp')?.due ?? null), () => {});
    return () => ends.abort();
  }, [record]);
  if (due === null) return null;
  return <span class="badge warn" role="timer">{t.wrap.left(counter(secondsFrom(now.value, due)))}</span>;
}
