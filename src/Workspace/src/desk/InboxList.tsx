import { useEffect, useState } from 'preact/hooks';
import type { InboxItem } from '../api/types';
import { go } from '../app/route';
import { inbox } from '../live/inbox';
import { now } from '../live/now';
import { recordOf, refresh } from '../live/records';
import { client } from '../session/session';
import { t } from '../text/en';
import { explain } from '../text/problems';
import { counter, exactly, lengthOf, secondsFrom } from '../text/time';
import { VirtualList } from '../ui/VirtualList';
import { nameOf } from './names';
import { order } from './order';
import { Preview } from './Preview';

/** What is offered, and what is theirs: the offers first, because they pass. */
export function InboxList({ chosen }: { chosen: string | null }) {
  const items = inbox.value?.items;
  const [refused, setRefused] = useState<string | null>(null);
  if (items === undefined) return <p class="quiet" role="status">{t.loading}</p>;
  const offers = items.filter((item) => item.handling === 'offered');
  const own = items.filter((item) => item.handling !== 'offered');
  return (
    <section class="inbox" aria-label={t.inbox.title}>
      {refused !== null && <p class="banner bad" role="alert">{refused}</p>}
      {offers.length > 0 && (
        <>
          <h2>{t.inbox.offers}</h2>
          <ul class="offers">{offers.map((item) => <li key={item.id}><Offer item={item} onRefused={setRefused} /></li>)}</ul>
        </>
      )}
      <h2>{t.inbox.own}</h2>
      {items.length === 0 && <p class="quiet">{t.inbox.empty}</p>}
      <VirtualList items={own} keyOf={(item) => item.id} usual={64} label={t.inbox.own} row={(item) => <Own item={item} isChosen={item.id === chosen} />} />
    </section>
  );
}

// The inbox says what changes; who it is, the record. It is asked for when something about the item is new.
function useRecord(item: InboxItem) {
  useEffect(() => void refresh(item.id).catch(() => {}), [item.id, item.handling, item.state, item.unread, item.pressing]);
  return recordOf(item.id).value;
}

// What was refused is mostly over, so that why stands above: it must not go with the offer.
function Offer({ item, onRefused }: { item: InboxItem; onRefused: (why: string | null) => void }) {
  const record = useRecord(item);
  const [isBusy, setBusy] = useState(false);
  const who = record === null ? item.number : nameOf(record);

  async function answer(doing: () => Promise<void>): Promise<void> {
    setBusy(true);
    onRefused(null);
    try {
      await doing();
    } catch (problem) {
      onRefused(explain(problem));
      setBusy(false);
    }
  }

  const accept = () => answer(async () => {
    await order(item.id, () => client.post('/api/interactions/{id}/accept', { path: { id: item.id } }));
    go('interactions', item.id);
  });
  const decline = () => answer(() => order(item.id, () => client.post('/api/interactions/{id}/decline', { path: { id: item.id } })));

  return (
    <article class="offer" aria-label={t.inbox.offerOf(who, item.queue)}>
      <p><bdi>{who}</bdi> <span class="badge accent">{item.queue}</span> <Left until={item.offeredUntil} /></p>
      {record !== null && <Preview record={record} />}
      <div class="actions">
        <button type="button" class="button main" disabled={isBusy} onClick={() => void accept()}>{t.inbox.accept}</button>
        <button type="button" class="button" disabled={isBusy} onClick={() => void decline()}>{t.inbox.decline}</button>
      </div>
    </article>
  );
}

function Left({ until }: { until: string | null }) {
  if (until === null) return null;
  return <span class="quiet small" role="timer">{t.inbox.left(counter(secondsFrom(now.value, until)))}</span>;
}

function Own({ item, isChosen }: { item: InboxItem; isChosen: boolean }) {
  const record = useRecord(item);
  const who = record === null ? item.number : nameOf(record);
  return (
    <button type="button" class={`item ${isChosen ? 'chosen' : ''} ${item.unread ? 'unread' : ''}`} aria-current={isChosen} onClick={() => go('interactions', item.id)}>
      <span class="item-who"><bdi>{who}</bdi></span>
      <span class="item-badges">
        {item.unread && <span class="badge accent">{t.inbox.unread}{record !== null && record.unread > 0 ? ` ${record.unread}` : ''}</span>}
        <Urgency item={item} />
        {item.handling === 'wrapUp' && <span class="badge">{t.handling.wrapUp}</span>}
        {item.state === 'onHold' && <span class="badge">{t.state.onHold}</span>}
      </span>
      <span class="item-about quiet small" dir="auto">{record?.shortDescription ?? ''}</span>
      <Waits item={item} />
    </button>
  );
}

// Who was not answered yet waits since they wrote first, whoever had them before.
function Waits({ item }: { item: InboxItem }) {
  const isAnswered = recordOf(item.id).value?.sla?.answered ?? !item.unread;
  const since = secondsFrom(item.openedAt, now.value);
  return <span class="item-since quiet small" title={exactly(item.openedAt)}>{isAnswered ? lengthOf(since) : t.inbox.waits(lengthOf(since))}</span>;
}

// Red is too late, amber is soon; the words say it too.
function Urgency({ item }: { item: InboxItem }) {
  const sla = recordOf(item.id).value?.sla;
  if (sla != null && !sla.answered) {
    const left = secondsFrom(now.value, sla.due);
    const level = sla.breached || left <= 0 ? 'bad' : item.pressing ? 'warn' : 'good';
    return <span class={`badge ${level}`}>{left <= 0 ? t.inbox.late : t.inbox.left(lengthOf(left))}</span>;
  }
  return item.pressing ? <span class="badge warn">{t.inbox.pressing}</span> : null;
}
