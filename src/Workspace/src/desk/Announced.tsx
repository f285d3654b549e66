import { useRef } from 'preact/hooks';
import type { Interaction, LogEntry } from '../api/types';
import { t } from '../text/en';
import { nameOf } from './names';

/** Says aloud what a customer writes while somebody has the conversation open. */
export function Announced({ record, entries }: { record: Interaction; entries: readonly LogEntry[] }) {
  const known = useRef(entries.at(-1)?.sequence ?? 0);
  const said = entries.findLast((entry) => entry.message?.direction === 'inbound');
  const isNew = said !== undefined && said.sequence > known.current;
  return <p class="unseen" role="status">{isNew && `${t.inbox.newMessage(nameOf(record))}: ${said.message!.text}`}</p>;
}
