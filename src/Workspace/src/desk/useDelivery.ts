import { useEffect, useState } from 'preact/hooks';
import { Problem } from '../api/problem';
import type { Interaction, LogEntry } from '../api/types';
import { lost, pause, pauseBefore, reached } from '../live/connection';
import type { Conversation } from '../live/conversation';
import { client } from '../session/session';
import { explain } from '../text/problems';
import { refusedAgain, sending, sent, type Attempt } from './draft';
import { draftOf, reread } from './drafts';
import { order } from './order';

/** Why it was not sent, and what came that the agent had not read. */
export interface Refused {
  why: string;
  news: readonly LogEntry[] | null;
  mayForce: boolean;
}

interface Delivery {
  send: (force: boolean, seen: number) => void;
  /** Whether it takes longer, because the app is not reached. */
  isLate: boolean;
  refused: Refused | null;
  forget: () => void;
}

/**
 * Sends what somebody wrote, one tab at a time, until it is known what became of it: through reloads and lost connections, and once.
 */
export function useDelivery(record: Interaction, key: string, isNote: boolean, conversation: Conversation): Delivery {
  const [isLate, setLate] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);
  const draft = draftOf(key);
  const underWay = draft.value.attempt?.key ?? null;

  useEffect(() => setRefused(null), [key]);
  useEffect(() => {
    if (underWay === null) return;
    const ends = new AbortController();
    navigator.locks.request(key, { signal: ends.signal }, () => deliver(ends.signal)).catch(() => {});
    return () => ends.abort();
  }, [key, underWay]);

  async function deliver(ends: AbortSignal): Promise<void> {
    for (let failures = 0; !ends.aborted; ) {
      const { attempt } = reread(key);
      if (attempt === null || attempt.key !== underWay) return;
      try {
        await post(attempt);
        reached();
        draft.value = sent(draft.value);
        break;
      } catch (fault) {
        if (fault instanceof Problem && (fault.isPassing || fault.status === 401)) {
          if (fault.status === 0) lost();
          setLate(true);
          await pause(pauseBefore(failures++), ends);
          continue;
        }
        draft.value = refusedAgain(draft.value);
        setRefused(refusalOf(fault));
        break;
      }
    }
    setLate(false);
    conversation.lookNow();
  }

  function post({ key: once, text, lastSeen, force }: Attempt): Promise<void> {
    const path = { id: record.id };
    return isNote
      ? order(record.id, () => client.post('/api/interactions/{id}/notes', { path, key: once, body: { text } }))
      : order(record.id, () => client.post('/api/interactions/{id}/messages', { path, key: once, body: { text, lastSeen, force } }));
  }

  // Who presses Enter in two tabs at once sends once: the second waits for the first, and then there is nothing to send.
  function send(force: boolean, seen: number): void {
    const { text } = draft.value;
    setRefused(null);
    void navigator.locks.request(key, () => {
      const latest = reread(key);
      if (latest.attempt === null && latest.text === text) draft.value = sending(latest, seen, force);
    });
  }

  return { send, isLate, refused, forget: () => setRefused(null) };
}

function refusalOf(fault: unknown): Refused {
  const reason = fault instanceof Problem ? fault.reason : '';
  return {
    why: explain(fault),
    news: fault instanceof Problem ? (fault.document?.news ?? null) : null,
    mayForce: reason === 'stale-view' || reason === 'cannot-receive',
  };
}
