import { signal } from '@preact/signals';
import { Problem } from '../api/problem';
import type { Inbox } from '../api/types';
import { client } from '../session/session';
import { lost, pause, pauseBefore, reached, refusal } from './connection';

/** What is on this agent's desk, as the app last told one of their tabs. */
export const inbox = signal<Inbox | null>(null);

/** Whether this tab is the one that asks. */
export const leads = signal(false);

const WAIT_SECONDS = 20;
const NAME = 'interactions.inbox';

/**
 * One tab asks and tells the others, who take over when it is closed: ten tabs cost what one does, and all of them show the same.
 * Ends with the signal.
 */
export async function follow(agent: string, ends: AbortSignal): Promise<void> {
  const channel = new BroadcastChannel(`${NAME}.${agent}`);
  channel.onmessage = (event: MessageEvent<Inbox | 'again'>) => {
    if (event.data === 'again') hurry?.abort();
    else show(event.data);
  };
  ends.addEventListener('abort', () => {
    channel.close();
    refusal.value = null;
  });
  // What was ordered may be done only after somebody signed out: then nobody is there to be told.
  say = (news) => {
    if (!ends.aborted) channel.postMessage(news);
  };
  channel.postMessage('again');
  await navigator.locks.request(`${NAME}.${agent}`, { signal: ends }, () => ask(ends).finally(() => (leads.value = false))).catch((fault: unknown) => {
    if (!ends.aborted) throw fault;
  });
}

/** After an order of one's own nobody waits for the next look. */
export function lookNow(): void {
  hurry?.abort();
  say('again');
}

function show(next: Inbox): void {
  inbox.value = next;
  refusal.value = null;
}

let say: (news: Inbox | 'again') => void = () => {};
let hurry: AbortController | null = null;

async function ask(ends: AbortSignal): Promise<void> {
  leads.value = true;
  let since: string | undefined;
  for (let failures = 0; !ends.aborted; ) {
    hurry = new AbortController();
    const either = AbortSignal.any([ends, hurry.signal]);
    try {
      const next = await client.ask('get', '/api/me/inbox', { query: since === undefined ? {} : { since, wait: WAIT_SECONDS }, signal: either });
      reached();
      failures = 0;
      if (ends.aborted) return;
      if (next.value === null) continue;
      since = next.value.since;
      show(next.value);
      say(next.value);
    } catch (fault) {
      if (hurry.signal.aborted && !ends.aborted) since = undefined;
      else if (ends.aborted) return;
      else if (fault instanceof Problem && !fault.isPassing) {
        refusal.value = fault;
        return;
      } else {
        lost();
        await pause(pauseBefore(failures++), ends);
      }
    }
  }
}
