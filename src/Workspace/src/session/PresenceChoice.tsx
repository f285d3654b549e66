import { useState } from 'preact/hooks';
import type { Presence } from '../api/types';
import { inbox, lookNow } from '../live/inbox';
import { t } from '../text/en';
import { explain } from '../text/problems';
import { client } from './session';

const ORDER: readonly Presence[] = ['ready', 'notReady', 'offline'];

export function PresenceChoice() {
  const [fault, setFault] = useState<string | null>(null);
  const presence = inbox.value?.presence;
  if (presence === undefined) return null;

  async function choose(status: Presence): Promise<void> {
    setFault(null);
    try {
      await client.ask('put', '/api/me/presence', { body: { status } });
      lookNow();
    } catch (problem) {
      setFault(explain(problem));
    }
  }

  return (
    <div class="presence">
      <label>
        <span class="unseen">{t.presence.label}</span>
        <select class={`presence-${presence.status}`} value={presence.status} onChange={(event) => void choose(event.currentTarget.value as Presence)}>
          {ORDER.map((status) => <option key={status} value={status}>{t.presence[status]}</option>)}
        </select>
      </label>
      {presence.because === 'missedOffer' && <span class="badge warn" role="status">{t.presence.missedOffer}</span>}
      {fault !== null && <span class="badge bad" role="alert">{fault}</span>}
    </div>
  );
}
