import { useEffect, useState } from 'preact/hooks';
import type { ListedUnprocessed } from '../api/types';
import { now } from '../live/now';
import { client } from '../session/session';
import { t } from '../text/en';
import { explain } from '../text/problems';
import { whenOf } from '../text/time';
import { Dialog } from '../ui/Dialog';
import { keepFocus } from '../ui/focus';
import { Heading } from '../ui/Heading';

/** What came in and could not be taken in. */
export function Unprocessed() {
  const [items, setItems] = useState<readonly ListedUnprocessed[] | null>(null);
  const [cursor, setCursor] = useState<string | null>(null);
  const [discarding, setDiscarding] = useState<ListedUnprocessed | null>(null);
  const [said, setSaid] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const words = t.console.unprocessed;

  async function load(from: string | null): Promise<void> {
    const page = await client.get('/api/console/unprocessed', { query: { limit: 50, ...(from === null ? {} : { cursor: from }) } });
    setItems((before) => (from === null ? page.items : [...(before ?? []), ...page.items]));
    setCursor(page.cursor ?? null);
  }

  async function replay({ sid }: ListedUnprocessed): Promise<void> {
    await client.post('/api/console/unprocessed/{sid}/replay', { path: { sid } });
    setSaid(words.replayed(sid));
    await load(null);
  }

  async function replayAll(): Promise<void> {
    const { value } = await client.post('/api/console/unprocessed/replay');
    setSaid(words.report(value!.takenIn, value!.left, value!.more));
    await load(null);
  }

  async function act(acting: () => Promise<void>): Promise<void> {
    setBusy(true);
    setFault(null);
    setSaid('');
    try {
      await acting();
    } catch (problem) {
      setFault(explain(problem));
    }
    setBusy(false);
    setTimeout(keepFocus);
  }

  useEffect(() => void act(() => load(null)), []);

  return (
    <>
      <header class="console-head">
        <Heading name={t.console.kind.unprocessed} />
        {items !== null && items.length > 0 && <button type="button" class="button" disabled={isBusy} onClick={() => void act(replayAll)}>{words.replayAll}</button>}
      </header>
      <p class="quiet">{words.hint}</p>
      <p role="status" class={said === '' ? '' : 'banner good'}>{said !== '' ? said : items === null && fault === null ? t.loading : ''}</p>
      {items?.length === 0 && <p class="nothing console-rows">{words.none}</p>}
      {fault !== null && <p class="banner bad" role="alert">{fault} <button type="button" class="button small" onClick={() => void act(() => load(null))}>{t.retry}</button></p>}
      <ul class="console-rows">
        {(items ?? []).map((item) => (
          <li key={item.sid}>
            <bdi class="sid">{item.sid}</bdi>
            <span class="quiet written" dir="auto">{[item.reason, words.received(whenOf(item.receivedAt, now.peek())), words.attempts(item.attempts)].join(', ')}</span>
            <button type="button" class="button small" disabled={isBusy} aria-label={words.replayOne(item.sid)} onClick={() => void act(() => replay(item))}>{words.replay}</button>
            <button type="button" class="button small danger" disabled={isBusy} aria-label={words.discardOne(item.sid)} onClick={() => setDiscarding(item)}>{words.discard}</button>
          </li>
        ))}
      </ul>
      {cursor !== null && <button type="button" class="button" disabled={isBusy} onClick={() => void act(() => load(cursor))}>{t.console.loadMore}</button>}
      {discarding !== null && (
        <Dialog
          title={words.discardTitle(discarding.sid)} act={words.discard} isDangerous onClose={() => setDiscarding(null)}
          onAct={async () => {
            await client.ask('delete', '/api/console/unprocessed/{sid}', { path: { sid: discarding.sid } });
            await load(null);
          }}
        >
          <p>{words.discardHint}</p>
        </Dialog>
      )}
    </>
  );
}
