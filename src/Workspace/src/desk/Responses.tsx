import { useEffect, useState } from 'preact/hooks';
import type { StandardResponse } from '../api/types';
import { client } from '../session/session';
import { t } from '../text/en';

const PAUSE_MS = 150;

/** What is written so often that it stands ready: found by what follows the slash. Null while it is looked for. */
export function useResponses(interaction: string, query: string | null): readonly StandardResponse[] | null {
  const [found, setFound] = useState<readonly StandardResponse[] | null>(null);
  useEffect(() => {
    setFound(null);
    if (query === null) return;
    const ends = new AbortController();
    const timer = setTimeout(() => {
      client.get('/api/interactions/{id}/responses', { path: { id: interaction }, query: { limit: 8, ...(query === '' ? {} : { q: query }) }, signal: ends.signal })
        .then((page) => setFound(page.items), () => {});
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      ends.abort();
    };
  }, [interaction, query]);
  return found;
}

interface ResponsesProps {
  id: string;
  found: readonly StandardResponse[] | null;
  active: number;
  onChoose: (response: StandardResponse) => void;
}

export function Responses({ id, found, active, onChoose }: ResponsesProps) {
  return (
    <ul class="responses" role="listbox" id={id} aria-label={t.composer.responses}>
      {found === null && <li role="option" aria-disabled="true" aria-selected="false" class="quiet">{t.loading}</li>}
      {found?.length === 0 && <li role="option" aria-disabled="true" aria-selected="false" class="quiet">{t.composer.noResponse}</li>}
      {found?.map((response, place) => (
        <li
          key={response.id} id={`${id}-${place}`} role="option" aria-selected={place === active}
          onMouseDown={(event) => { event.preventDefault(); onChoose(response); }}
        >
          <strong dir="auto">{response.title}</strong> {response.shortcut != null && <span class="badge">/{response.shortcut}</span>}
          <span class="written small quiet" dir="auto">{response.text}</span>
        </li>
      ))}
    </ul>
  );
}

