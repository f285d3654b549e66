import { useState } from 'preact/hooks';
import { client } from '../../session/session';
import { t } from '../../text/en';
import { Dialog } from '../../ui/Dialog';
import { Choice } from '../../ui/Field';
import { order } from '../order';
import type { AboutOne } from './about';

const REASONS = ['waitingOnCustomer', 'waitingInternal'] as const;

export function Hold({ record, onClose }: AboutOne) {
  const [reason, setReason] = useState<(typeof REASONS)[number]>('waitingOnCustomer');
  return (
    <Dialog
      title={t.hold.title} act={t.action.hold} onClose={onClose}
      onAct={() => order(record.id, () => client.post('/api/interactions/{id}/hold', { path: { id: record.id }, body: { reason } }))}
    >
      <Choice label={t.hold.who} value={reason} onChange={setReason} options={REASONS.map((each) => [each, t.reason[each]] as const)} />
    </Dialog>
  );
}
