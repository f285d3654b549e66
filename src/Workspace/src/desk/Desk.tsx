import { signal } from '@preact/signals';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Interaction, LogEntry } from '../api/types';
import { place, replace } from '../app/route';
import { Conversation } from '../live/conversation';
import { inbox } from '../live/inbox';
import { useProfile } from '../live/profile';
import { learn, recordOf, refresh } from '../live/records';
import { t } from '../text/en';
import { explain } from '../text/problems';
import { Composer } from './Composer';
import { ConversationView } from './ConversationView';
import { CustomerBar } from './CustomerBar';
import { Left } from './Left';
import { nameOf } from './names';
import { Picture } from './Picture';
import { keyOf } from './rows';
import { Search } from './Search';
import { Side } from './Side';
import { Toolbar } from './Toolbar';
import { useRead, useSeenUpTo } from './useRead';
import '../style/desk.css';

const isAside = signal(false);
const hasRoom = matchMedia('(width >= 64rem)');

/** The agent's page: what there is to do, what is said, and everything about it. */
export function Desk() {
  const [page, chosen] = place.value;
  const id = page === 'interactions' ? (chosen ?? null) : null;
  return (
    <main class={`desk ${id === null ? '' : 'has-chosen'} ${isAside.value ? 'shows-side' : ''}`}>
      {id === null && <h1 class="unseen">{t.nav.desk}</h1>}
      <aside class="left" aria-label={t.desk.left}><Left chosen={id} /></aside>
      {id === null ? <p class="middle quiet empty">{t.conversation.choose}</p> : <Chosen key={id} id={id} />}
      <Picture />
    </main>
  );
}

function Chosen({ id }: { id: string }) {
  const record = recordOf(id).value;
  const item = inbox.value?.items.find((each) => each.id === id);
  const [fault, setFault] = useState<string | null>(null);
  useEffect(() => void refresh(id).then(() => setFault(null), (problem: unknown) => setFault(explain(problem))), [id, item?.handling, item?.state, item?.unread]);
  // Who comes by its number stays by its id, under which everything else knows it.
  useEffect(() => {
    if (record !== null && record.id !== id) {
      learn(record);
      replace('interactions', record.id);
    }
  }, [record?.id]);
  if (record !== null) return <Open profile={record.profile} record={record} />;
  return <p class="middle quiet empty" role="status">{fault ?? t.loading}</p>;
}

function Open({ profile: id, record }: { profile: string; record: Interaction }) {
  const conversation = useMemo(() => new Conversation(id), [id]);
  const [isSearching, setSearching] = useState(false);
  const [shown, setShown] = useState<string | null>(null);
  const log = conversation.log.value;
  const profile = useProfile(id, log.entries, record.openedFor);
  const isKnown = log.before !== undefined;
  const [isEndInView, setEndInView] = useState(true);
  const seen = useSeenUpTo(log.newest, isEndInView && (!isAside.value || hasRoom.matches));
  const hasNewBelow = log.entries.some((entry) => entry.sequence > seen && entry.message?.direction === 'inbound');
  useRead(record, seen);
  // What is said changes the record too, also where it is in nobody's inbox here.
  useEffect(() => void refresh(record.id).catch(() => {}), [log.newest]);
  useEffect(() => () => void (isAside.value = false), []);
  useEffect(() => {
    const ends = new AbortController();
    void conversation.follow(ends.signal);
    return () => ends.abort();
  }, [conversation]);

  async function find(entry: LogEntry): Promise<void> {
    setShown(null);
    await conversation.readUntil(entry.sequence);
    requestAnimationFrame(() => setShown(keyOf(entry)));
  }

  return (
    <>
      <section class="middle" aria-label={t.conversation.title(nameOf(record))}>
        <CustomerBar record={record} profile={profile} isSearching={isSearching} onSearch={() => setSearching(!isSearching)} isAside={isAside.value} onAside={() => (isAside.value = !isAside.value)} />
        <Toolbar record={record} />
        {isSearching && <Search profile={id} onFind={(entry) => void find(entry).catch(() => {})} onClose={() => setSearching(false)} />}
        <ConversationView record={record} conversation={conversation} shown={shown} onEnd={setEndInView} />
        {hasNewBelow && isKnown && <button type="button" class="button small new-below" onClick={() => void find(log.entries.at(-1)!)}>{t.conversation.newBelow}</button>}
        {isKnown && <Composer record={record} conversation={conversation} seen={seen} consent={profile?.consent[record.line] ?? null} />}
      </section>
      <Side record={record} />
    </>
  );
}
