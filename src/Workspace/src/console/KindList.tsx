import { useEffect, useState } from 'preact/hooks';
import { t } from '../text/en';
import { explain } from '../text/problems';
import { Heading } from '../ui/Heading';
import { told } from './kept';
import { NEW, type Kind } from './kinds';
import { Link } from '../ui/Link';
import { page, type Row } from './rows';
import { inOrder, isFound, summaryOf } from './summary';
import { Trial } from './Trial';

/** All of a kind, a page at a time. Whoever looks for something looks through all of them. */
export function KindList({ kind }: { kind: Kind }) {
  const [rows, setRows] = useState<readonly Row[]>([]);
  const [cursor, setCursor] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(true);
  const [fault, setFault] = useState<string | null>(null);
  const [text, setText] = useState('');
  const [said, setSaid] = useState<string | null>(null);

  async function load(from: string | null): Promise<void> {
    setBusy(true);
    setFault(null);
    try {
      const next = await page(kind, from);
      setRows((before) => (from === null ? next.items : [...before, ...next.items]));
      setCursor(next.cursor);
    } catch (problem) {
      setFault(explain(problem));
    }
    setBusy(false);
  }

  useEffect(() => void load(null), []);

  // Said once: whoever comes back later is not told again.
  useEffect(() => {
    setSaid(told.peek());
    told.value = null;
  }, []);
  // Rules are few, and none can be placed without the others.
  const wantsAll = text.trim() !== '' || kind === 'rules';
  useEffect(() => {
    if (wantsAll && cursor !== null && !isBusy && fault === null) void load(cursor);
  }, [wantsAll, cursor, isBusy]);

  const shown = inOrder(kind, text.trim() === '' ? rows : rows.filter((row) => isFound(kind, row, text.trim())));
  return (
    <>
      <header class="console-head">
        <Heading name={t.console.kind[kind]} />
        <Link to={['console', kind, NEW]} class="button main">{t.console.create[kind]}</Link>
      </header>
      <p role="status" class={said === null ? '' : 'banner good'}>{said}</p>
      <div class="console-find">
        <input type="search" class="search" aria-label={t.search} placeholder={t.search} dir="auto" value={text} onInput={(event) => setText(event.currentTarget.value)} />
        <p class="quiet small" role="status">
          {isBusy ? t.loading : rows.length === 0 ? '' : shown.length === 0 ? t.console.notFound(text) : t.console.found(shown.length, cursor === null)}
        </p>
      </div>
      {!isBusy && fault === null && rows.length === 0 && <p class="nothing console-rows">{t.console.empty}</p>}
      {fault !== null && (
        <p class="banner bad" role="alert">{fault} <button type="button" class="button small" onClick={() => void load(cursor)}>{t.retry}</button></p>
      )}
      <ul class="console-rows">
        {shown.map((row) => (
          <li key={row.id}>
            <Link to={['console', kind, row.id]}><bdi>{row.id}</bdi></Link>
            {row.unreadable ? <span class="badge bad">{t.console.unreadable}</span> : <span class="quiet written" dir="auto">{summaryOf(kind, row)}</span>}
          </li>
        ))}
      </ul>
      {cursor !== null && !wantsAll && <button type="button" class="button" disabled={isBusy} onClick={() => void load(cursor)}>{t.console.loadMore}</button>}
      {kind === 'rules' && rows.length > 0 && <Trial draft={null} />}
    </>
  );
}
