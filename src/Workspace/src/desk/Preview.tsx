import { useEffect, useState } from 'preact/hooks';
import type { Interaction, Message } from '../api/types';
import { client } from '../session/session';
import { t } from '../text/en';

const LOOK = 10;

/** What the customer said last, for whoever has to decide whether to take it. */
export function Preview({ record }: { record: Interaction }) {
  const [said, setSaid] = useState<Message | null>(null);
  useEffect(() => {
    const ends = new AbortController();
    client.get('/api/profiles/{id}/log', { path: { id: record.profile }, query: { limit: LOOK }, signal: ends.signal })
      .then(({ items }) => setSaid(items.find((entry) => entry.message?.direction === 'inbound' && entry.interaction === record.id)?.message ?? null), () => {});
    return () => ends.abort();
  }, [record.profile, record.lastSequence]);
  if (said === null) return null;
  return <p class="written preview" dir="auto">{said.text === '' ? t.conversation.file(said.media[0]?.contentType ?? '') : said.text}</p>;
}
