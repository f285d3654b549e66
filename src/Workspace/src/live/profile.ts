import { useEffect, useState } from 'preact/hooks';
import type { LogEntry, Profile } from '../api/types';
import { client } from '../session/session';

const TELLING: readonly LogEntry['kind'][] = ['consentChanged', 'userLinked', 'profileRenamed', 'profileErased'];

/** Who a customer is and whether they take texts, asked for again where the conversation says that something about it changed. */
export function useProfile(id: string, entries: readonly LogEntry[], asked: unknown): Profile | null {
  const [profile, setProfile] = useState<Profile | null>(null);
  const told = entries.findLast((entry) => TELLING.includes(entry.kind))?.sequence ?? 0;
  useEffect(() => {
    const ends = new AbortController();
    client.get('/api/profiles/{id}', { path: { id }, signal: ends.signal }).then(setProfile, () => {});
    return () => ends.abort();
  }, [id, told, asked]);
  return profile;
}
