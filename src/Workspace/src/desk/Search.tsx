import { useEffect, useRef, useState } from 'preact/hooks';
import type { LogEntry } from '../api/types';
import { now } from '../live/now';
import { client } from '../session/session';
import { t } from '../text/en';
import { explain } from '../text/problems';
import { whenOf } from '../text/time';
import { whoIs } from './sayings';

const PAUSE_MS = 250;
const LIMIT = 50;

/** Finds what was said or noted, however long ago, and leads there. */
export function Search({ profile, onFind, onClose }: { profile: string; onFind: (entry: LogEntry) => void; onClose: () => void }) {
  const [words, setWords] = useState('');
  const [found, setFound] = useState<readonly LogEntry[] | null>(null);
  const [hasMore, setMore] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const box = useRef<HTMLInputElement>(null);

  useEffect(() => box.current!.focus(), []);

  useEffect(() => {
    setFault(null);
    if (words.trim() === '') {
      setFound(null);
      return;
    }
    const ends = new AbortController();
    const timer = setTimeout(() => {
      client.get('/api/profiles/{id}/log', { path: { id: profile }, query: { q: words.trim(), limit: LIMIT }, signal: ends.signal }).then(
        (page) => { setFound(page.items); setMore(page.before !== null); },
        (problem: unknown) => { if (!ends.signal.aborted) setFault(explain(problem)); },
      );
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      ends.abort();
    };
  }, [profile, words]);

  return (
    <search class="search" onKeyDown={(event: KeyboardEvent) => { if (event.key === 'Escape') onClose(); }}>
      <input ref={box} type="search" dir="auto" value={words} aria-label={t.conversation.search} placeholder={t.conversation.search} onInput={(event) => setWords(event.currentTarget.value)} />
      <p class="small quiet" role="status">{fault ?? (found === null ? '' : t.conversation.found(found.length, hasMore))}</p>
      {found !== null && found.length > 0 && (
        <ul class="results">
          {found.map((entry) => (
            <li key={entry.sequence}>
              <button type="button" class="result" onClick={() => onFind(entry)}>
                <span class="small quiet"><bdi>{whoIs(entry.by)}</bdi>, {whenOf(entry.at, now.peek())}</span>
                <span class="written" dir="auto">{entry.message?.text ?? entry.note ?? ''}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </search>
  );
}
