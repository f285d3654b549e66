import { useEffect, useState } from 'preact/hooks';
import { Problem } from '../api/problem';
import type { Interaction } from '../api/types';
import { go } from '../app/route';
import { now } from '../live/now';
import { client } from '../session/session';
import { t } from '../text/en';
import { explain } from '../text/problems';
import { whenOf } from '../text/time';
import { idsDownFrom, ordinalOf } from './earlier';

const PART = 10;

/** All that there was with this user, or with this customer where no user is known; each leads to its transcript. */
export function History({ record }: { record: Interaction }) {
  const [items, setItems] = useState<readonly Interaction[] | null>(null);
  const [cursor, setCursor] = useState<string | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const user = record.openedFor;

  async function load(from: string | null): Promise<void> {
    try {
      const page = user === null ? await pageOf(record, from) : await client.get('/api/users/{id}/interactions', { path: { id: user }, query: { limit: 50, ...(from === null ? {} : { cursor: from }) } });
      setItems([...(from === null ? [] : (items ?? [])), ...page.items]);
      setCursor(page.cursor);
    } catch (problem) {
      setFault(explain(problem));
    }
  }

  useEffect(() => void load(null), [user, record.profile, record.handling]);

  return (
    <>
      {fault !== null && <p class="banner bad" role="alert">{fault}</p>}
      {items === null && fault === null && <p class="quiet" role="status">{t.loading}</p>}
      <ul class="cards">
        {items?.map((each) => (
          <li key={each.id}>
            <button type="button" class={`card item-link ${each.id === record.id ? 'chosen' : ''}`} aria-current={each.id === record.id} onClick={() => go('interactions', each.id)}>
              <strong>{each.number}</strong> <span class="badge">{t.state[each.state]}</span>
              <span class="small quiet">{t.type[each.type]}, {whenOf(each.openedAt, now.peek())}</span>
              <span dir="auto">{each.shortDescription}</span>
            </button>
          </li>
        ))}
      </ul>
      {cursor !== null && <button type="button" class="button small" onClick={() => void load(cursor)}>{t.more}</button>}
    </>
  );
}

// Where no user is known, a profile names what is open; what was before is counted.
async function pageOf(record: Interaction, cursor: string | null): Promise<{ items: readonly Interaction[]; cursor: string | null }> {
  const newest = cursor !== null ? ordinalOf(cursor) - 1 : Math.max(...[record, ...(await client.get('/api/profiles/{id}', { path: { id: record.profile } })).interactions].map((each) => ordinalOf(each.id)));
  const ids = idsDownFrom(record.profile, newest, PART);
  const found = await Promise.all(ids.map(one));
  return { items: found.filter((each) => each !== null), cursor: newest > PART ? ids.at(-1)! : null };
}

async function one(id: string): Promise<Interaction | null> {
  try {
    return await client.get('/api/interactions/{id}', { path: { id } });
  } catch (fault) {
    if (fault instanceof Problem && fault.status === 404) return null;
    throw fault;
  }
}
