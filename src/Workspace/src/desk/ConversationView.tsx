import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Interaction, LogEntry } from '../api/types';
import { Conversation } from '../live/conversation';
import { client } from '../session/session';
import { t } from '../text/en';
import { explain } from '../text/problems';
import { VirtualList } from '../ui/VirtualList';
import { Announced } from './Announced';
import { Entry } from './Entry';
import { nameOf } from './names';
import { order } from './order';
import { rowsOf } from './rows';

interface ConversationViewProps {
  record: Interaction;
  conversation: Conversation;
  /** What somebody looked for. */
  shown: string | null;
  onEnd: (isInView: boolean) => void;
}

/** Everything with one customer, the newest at the end, over all their interactions. */
export function ConversationView({ record, conversation, shown, onEnd }: ConversationViewProps) {
  const log = conversation.log.value;
  const rows = useMemo(() => rowsOf(log.entries), [log]);
  const numbers = useMemo(() => numbersIn(log.entries, record), [log, record.id]);
  const [fault, setFault] = useState<string | null>(null);

  // Whatever fits on the page without scrolling is not all there is.
  useEffect(() => {
    if (log.before != null && log.entries.length < 30 && conversation.olderFault.peek() === null) void conversation.readOlder();
  }, [log]);

  async function resend(entry: LogEntry): Promise<void> {
    setFault(null);
    try {
      const path = { id: entry.interaction ?? record.id, sequence: entry.sequence };
      await order(record.id, () => client.post('/api/interactions/{id}/messages/{sequence}/resend', { path }));
      conversation.lookNow();
    } catch (problem) {
      setFault(explain(problem));
    }
  }

  if (conversation.fault.value !== null) return <p class="banner bad" role="alert">{explain(conversation.fault.value)}</p>;
  if (log.before === undefined) return <p class="quiet" role="status">{t.loading}</p>;
  return (
    <>
      {conversation.isReadingOlder.value && <p class="quiet small" role="status">{t.conversation.older}</p>}
      {conversation.olderFault.value !== null && (
        <p class="banner bad" role="alert">{explain(conversation.olderFault.value)} <button type="button" class="button small" onClick={() => void conversation.readOlder()}>{t.retry}</button></p>
      )}
      <VirtualList
        class="conversation" label={t.conversation.title(nameOf(record))} items={rows} keyOf={(row) => row.key} usual={56} followsEnd shown={shown} onEnd={onEnd}
        onBeginning={() => void conversation.readOlder()}
        row={(row) => <Entry row={row} numberOf={(id) => numbers.get(id) ?? id} onResend={(entry) => void resend(entry)} />}
      />
      <Announced record={record} entries={log.entries} />
      {fault !== null && <p class="banner bad" role="alert">{fault}</p>}
    </>
  );
}

function numbersIn(entries: readonly LogEntry[], record: Interaction): ReadonlyMap<string, string> {
  const numbers = new Map([[record.id, record.number]]);
  for (const entry of entries) {
    if (entry.kind === 'opened' && entry.interaction != null && entry.number != null) numbers.set(entry.interaction, entry.number);
  }
  return numbers;
}
