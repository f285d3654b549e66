import { useState } from 'preact/hooks';
import { client } from '../../session/session';
import { t } from '../../text/en';
import { Dialog } from '../../ui/Dialog';
import { AgentField } from '../AgentField';
import { order } from '../order';
import type { AboutOne } from './about';

export function Assign({ record, onClose }: AboutOne) {
  const [agent, setAgent] = useState('');
  const [isForced, setForced] = useState(false);
  return (
    <Dialog
      title={t.assign.title} act={t.action.assign} canAct={agent.trim() !== ''} onClose={onClose}
      onAct={() => order(record.id, () => client.post('/api/interactions/{id}/assign', { path: { id: record.id }, body: { agent: agent.trim(), forced: isForced } }))}
    >
      <AgentField record={record} label={t.transfer.agent} value={agent} onChange={setAgent} />
      <label><input type="checkbox" checked={isForced} onChange={(event) => setForced(event.currentTarget.checked)} /> {t.assign.forced}</label>
    </Dialog>
  );
}
