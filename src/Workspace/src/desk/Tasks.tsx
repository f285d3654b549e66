import { useEffect, useState } from 'preact/hooks';
import type { Interaction, Task } from '../api/types';
import { now } from '../live/now';
import { client } from '../session/session';
import { t } from '../text/en';
import { explain } from '../text/problems';
import { whenOf } from '../text/time';
import { Dialog } from '../ui/Dialog';
import { Choice, TextField } from '../ui/Field';
import { useKey } from '../ui/key';
import { order } from './order';
import { whoIs } from './sayings';

const KINDS = ['incident', 'case', 'request'] as const;

/** What else has to be done because of it. To look at one closely is written down. */
export function Tasks({ record }: { record: Interaction }) {
  const [tasks, setTasks] = useState<readonly Task[] | null>(null);
  const [viewed, setViewed] = useState<Task | null>(null);
  const [isCreating, setCreating] = useState(false);
  const [fault, setFault] = useState<string | null>(null);

  async function attempt(doing: () => Promise<void>): Promise<void> {
    setFault(null);
    try {
      await doing();
    } catch (problem) {
      setFault(explain(problem));
    }
  }

  const load = () => attempt(async () => setTasks((await client.get('/api/interactions/{id}/tasks', { path: { id: record.id }, query: { limit: 200 } })).items));
  const view = (task: Task) => attempt(async () => setViewed(await client.get('/api/interactions/{id}/tasks/{task}', { path: { id: record.id, task: task.id } })));

  useEffect(() => void load(), [record.id, record.taskCount]);

  return (
    <>
      <button type="button" class="button small" onClick={() => setCreating(true)}>{t.tasks.create}</button>
      {fault !== null && <p class="banner bad" role="alert">{fault}</p>}
      {tasks?.length === 0 && <p class="quiet">{t.tasks.none}</p>}
      <ul class="cards">
        {tasks?.map((task) => (
          <li key={task.id}>
            <button type="button" class="card item-link" onClick={() => void view(task)}>
              <strong dir="auto">{task.shortDescription}</strong> <span class="badge">{t.task[task.kind]}</span>
              <span class="small quiet">{whoIs(task.createdBy)}, {whenOf(task.createdAt, now.peek())}</span>
            </button>
          </li>
        ))}
      </ul>
      {viewed !== null && <Viewed task={viewed} onClose={() => setViewed(null)} />}
      {isCreating && <Create record={record} onClose={() => setCreating(false)} onCreated={load} />}
    </>
  );
}

function Viewed({ task, onClose }: { task: Task; onClose: () => void }) {
  return (
    <section class="card" aria-label={t.tasks.one(t.task[task.kind], task.id)}>
      <h2 dir="auto">{task.shortDescription}</h2>
      {task.description !== null && <p class="written" dir="auto">{task.description}</p>}
      {task.reference !== null && <p><bdi>{task.reference}</bdi></p>}
      {task.url !== null && <p><a href={task.url} target="_blank" rel="noopener noreferrer"><bdi>{task.url}</bdi></a></p>}
      <button type="button" class="button small" onClick={onClose}>{t.close}</button>
    </section>
  );
}

function Create({ record, onClose, onCreated }: { record: Interaction; onClose: () => void; onCreated: () => Promise<void> }) {
  const [kind, setKind] = useState<(typeof KINDS)[number]>('incident');
  const [about, setAbout] = useState(record.shortDescription);
  const [description, setDescription] = useState('');
  const [reference, setReference] = useState('');
  const [url, setUrl] = useState('');
  const keyOf = useKey();
  return (
    <Dialog
      title={t.tasks.create} act={t.tasks.act} canAct={about.trim() !== ''} onClose={onClose}
      onAct={async () => {
        const body = {
          kind, shortDescription: about.trim(),
          ...(description.trim() === '' ? {} : { description }),
          ...(reference.trim() === '' ? {} : { reference: reference.trim() }),
          ...(url.trim() === '' ? {} : { url: url.trim() }),
        };
        await order(record.id, () => client.post('/api/interactions/{id}/tasks', { path: { id: record.id }, body, key: keyOf(body) }));
        await onCreated();
      }}
    >
      <Choice label={t.tasks.kind} value={kind} onChange={setKind} options={KINDS.map((each) => [each, t.task[each]] as const)} />
      <TextField label={t.field.shortDescription} value={about} onInput={setAbout} input={{ maxLength: 160, required: true }} />
      <TextField label={t.tasks.description} lines={4} value={description} onInput={setDescription} />
      <TextField label={t.tasks.reference} hint={t.tasks.referenceHint} value={reference} onInput={setReference} />
      <TextField label={t.tasks.url} value={url} onInput={setUrl} input={{ type: 'url', maxLength: 2000 }} />
    </Dialog>
  );
}
