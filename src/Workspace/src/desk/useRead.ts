import { useEffect, useRef, useState } from 'preact/hooks';
import type { Interaction } from '../api/types';
import { client, me } from '../session/session';
import { order } from './order';

/** The last entry that was before somebody's eyes: while they look at the end of a conversation, all of it. */
export function useSeenUpTo(newest: number, isEndInView: boolean): number {
  const isSeen = useSeen();
  const last = useRef(0);
  if (isSeen && isEndInView) last.current = newest;
  return last.current;
}

/** What stands before somebody's eyes is read: up to the last entry that is shown, and only by whoever has it. */
export function useRead(record: Interaction, seen: number): void {
  const isTheirs = record.assignedTo === me.value?.id && record.handling === 'active';
  const said = useRef(0);
  useEffect(() => {
    if (!isTheirs || record.unread === 0 || seen <= said.current) return;
    said.current = seen;
    order(record.id, () => client.post('/api/interactions/{id}/read', { path: { id: record.id }, body: { lastSeen: seen } })).catch(() => (said.current = 0));
  }, [isTheirs, record.id, record.unread, seen]);
}

function useSeen(): boolean {
  const [isSeen, setSeen] = useState(!document.hidden);
  useEffect(() => {
    const look = () => setSeen(!document.hidden);
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, []);
  return isSeen;
}
