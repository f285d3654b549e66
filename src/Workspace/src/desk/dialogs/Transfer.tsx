import { useEffect, useId, useState } from 'preact/hooks';
import { go } from '../../app/route';
import { client, me } from '../../session/session';
import { t } from '../../text/en';
import { Dialog } from '../../ui/Dialog';
import { Choice, TextField } from '../../ui/Field';
import { AgentField } from '../AgentField';
import { order } from '../order';
import type { AboutOne } from './about';

const TO = ['queue', 'agent', 'contact'] as const;

/** Whoever hands it to a queue that they do not serve sees it no more, and goes on with the rest. */
export function Transfer({ record, onClose }: AboutOne) {
  const [to, setTo] = useState<(typeof TO)[number]>('queue');
  const queues = useQueues();
  const [whom, setWhom] = useState('');
  const [note, setNote] = useState('');
  const proposed = useId();
  const chosen = whom.trim();
  return (
    <Dialog
      title={t.transfer.title} act={t.action.transfer} canAct={chosen !== ''} onClose={onClose}
      onAct={async () => {
        const body = { [to]: chosen, ...(note.trim() === '' ? {} : { note }) };
        await order(record.id, () => client.post('/api/interactions/{id}/transfer', { path: { id: record.id }, body }));
        if (to === 'queue' && me.value!.role === 'agent' && !me.value!.queues.includes(chosen)) go();
      }}
    >
      <Choice label={t.transfer.to} value={to} onChange={(next) => { setTo(next); setWhom(''); }} options={TO.map((each) => [each, t.transfer[each]] as const)} />
      {to === 'queue' && <TextField label={t.transfer.queue} hint={t.transfer.queueHint} value={whom} onInput={setWhom} input={{ autocomplete: 'off', list: proposed, required: true }} />}
      <datalist id={proposed}>{queues.filter((queue) => queue !== record.queue).map((queue) => <option key={queue} value={queue} />)}</datalist>
      {to === 'agent' && <AgentField record={record} label={t.transfer.agent} hint={t.transfer.agentHint} value={whom} onChange={setWhom} />}
      {to === 'contact' && <TextField label={t.transfer.contact} hint={t.transfer.contactHint} value={whom} onInput={setWhom} input={{ autocomplete: 'off' }} />}
      <TextField label={t.transfer.note} hint={t.transfer.noteHint} lines={3} value={note} onInput={setNote} />
    </Dialog>
  );
}

// Those that they serve: of others agents know the name, and see nothing.
function useQueues(): readonly string[] {
  const [queues, setQueues] = useState<readonly string[]>([]);
  useEffect(() => void client.get('/api/queues', { query: { limit: 200 } }).then((page) => setQueues(page.items.map((queue) => queue.id)), () => {}), []);
  return queues;
}
