import { useEffect, useRef, useState } from 'preact/hooks';
import type { Agent, Interaction } from '../api/types';
import { hrefOf } from '../app/route';
import { nameOf } from '../desk/names';
import { now } from '../live/now';
import { me } from '../session/session';
import { t } from '../text/en';
import { lengthOf, secondsFrom } from '../text/time';
import { Link } from '../ui/Link';
import { MOST_OPEN, type Some } from './asked';
import { AssignDialog, TakeOverDialog } from './Assigning';

interface OpenTableProps {
  queue: string | null;
  open: Some<Interaction> | null;
  /** Who is proposed where one is assigned. */
  agents: readonly Agent[];
  onDone: () => void;
}

/** What is open: each can be seen, given to somebody, or taken over. */
export function OpenTable({ queue, open, agents, onDone }: OpenTableProps) {
  const [asked, setAsked] = useState<{ what: 'assign' | 'takeOver'; interaction: Interaction } | null>(null);
  const [said, setSaid] = useState('');
  const touched = useRef<string | null>(null);
  const table = useRef<HTMLElement>(null);
  const title = queue === null ? t.board.openInAll : t.board.open(queue);
  const done = (news: string) => {
    setSaid(news);
    touched.current = asked?.interaction.id ?? null;
    onDone();
  };

  // What was pressed may be gone when the list comes back: then the keyboard goes on from what it was about.
  useEffect(() => {
    const id = touched.current;
    touched.current = null;
    if (id !== null && document.activeElement === document.body) table.current!.querySelector<HTMLElement>(`a[href="${hrefOf('interactions', id)}"]`)?.focus();
  }, [open]);

  return (
    <section ref={table} aria-label={title}>
      <h2><bdi>{title}</bdi></h2>
      <p role="status" class={said === '' ? 'unseen' : 'banner good small'}>{said}</p>
      {open === null
        ? <p class="quiet">{t.loading}</p>
        : open.items.length === 0
          ? <p class="nothing wide">{t.board.nothingOpen}</p>
          : <Rows title={title} items={open.items} hasQueue={queue === null} onAsk={(what, interaction) => setAsked({ what, interaction })} />}
      {open?.isAll === false && <p class="quiet small">{t.board.onlyFirst(MOST_OPEN)}</p>}
      {asked?.what === 'assign' && (
        <AssignDialog interaction={asked.interaction} agents={agents.filter((agent) => agent.queues.includes(asked.interaction.queue))} onDone={done} onClose={() => setAsked(null)} />
      )}
      {asked?.what === 'takeOver' && <TakeOverDialog interaction={asked.interaction} onDone={done} onClose={() => setAsked(null)} />}
    </section>
  );
}

interface RowsProps {
  title: string;
  items: readonly Interaction[];
  hasQueue: boolean;
  onAsk: (what: 'assign' | 'takeOver', interaction: Interaction) => void;
}

const HEADS = [t.board.customer, t.board.queue, t.board.stands, t.board.agent, t.board.firstAnswer];

// Where there is no room for a table each row is a card; the roles say that it is a table still.
function Rows({ title, items, hasQueue, onAsk }: RowsProps) {
  return (
    <div class="wide high" role="group" tabIndex={0} aria-label={title}>
      <table class="open stacks" role="table">
        <thead role="rowgroup">
          <tr role="row">
            {HEADS.filter((head) => hasQueue || head !== t.board.queue).map((head) => <th key={head} role="columnheader" scope="col">{head}</th>)}
            <th role="columnheader" scope="col"><span class="unseen">{t.board.actions}</span></th>
          </tr>
        </thead>
        <tbody role="rowgroup">{items.map((item) => <Row key={item.id} item={item} hasQueue={hasQueue} onAsk={onAsk} />)}</tbody>
      </table>
    </div>
  );
}

const TONES = { queued: 'warn', offered: 'accent', active: 'good', wrapUp: '', done: '' } as const;

function Row({ item, hasQueue, onAsk }: { item: Interaction; hasQueue: boolean; onAsk: RowsProps['onAsk'] }) {
  const { number } = item;
  const isHeld = item.state === 'onHold';
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        <Link to={['interactions', item.id]} title={t.board.seeOf(number)}><bdi>{nameOf(item)}</bdi></Link>
        <span class="about quiet small" dir="auto">{item.shortDescription === '' ? number : item.shortDescription}</span>
      </th>
      {hasQueue && <td role="cell" data-head={t.board.queue}><bdi>{item.queue}</bdi></td>}
      <td role="cell" data-head={t.board.stands}><span class={`badge ${isHeld ? '' : TONES[item.handling]}`}>{isHeld ? t.state.onHold : t.handling[item.handling]}</span><span class="about quiet">{t.board.openFor(lengthOf(secondsFrom(item.openedAt, now.value)))}</span></td>
      <td role="cell" data-head={t.board.agent}>{item.assignedTo !== null ? <bdi>{item.assignedTo}</bdi> : item.offer === null ? <span class="quiet">{t.board.nobody}</span> : t.board.offeredTo(item.offer.agent)}</td>
      <td role="cell" data-head={t.board.firstAnswer}><FirstAnswer item={item} /></td>
      <td role="cell" class="does">
        <div class="acts">
          <button type="button" class="button small" aria-label={t.board.assignOf(number)} onClick={() => onAsk('assign', item)}>{t.board.assign}</button>
          {item.assignedTo !== me.value?.id && (
            <button type="button" class="button small" aria-label={t.board.takeOverOf(number)} onClick={() => onAsk('takeOver', item)}>{t.board.takeOver}</button>
          )}
        </div>
      </td>
    </tr>
  );
}

function FirstAnswer({ item: { sla } }: { item: Interaction }) {
  if (sla === null) return <span class="quiet">{t.board.unknown}</span>;
  if (sla.answered) return <>{t.board.answered}</>;
  const left = secondsFrom(now.value, sla.due);
  if (left <= 0) return <span class="badge bad">{t.board.late(lengthOf(-left))}</span>;
  return <span class={`badge ${sla.warned ? 'warn' : 'good'}`}>{t.board.due(lengthOf(left))}</span>;
}
