import { useState } from 'preact/hooks';
import { client } from '../../session/session';
import { t } from '../../text/en';
import { Dialog } from '../../ui/Dialog';
import { Choice, TextField } from '../../ui/Field';
import { order } from '../order';
import type { AboutOne } from './about';

const OUTCOMES = ['resolved', 'unresolved'] as const;

/** Asks what it was about where nobody said so yet: nothing is closed without. */
export function End({ record, onClose }: AboutOne) {
  const [outcome, setOutcome] = useState<(typeof OUTCOMES)[number]>('resolved');
  const [about, setAbout] = useState(record.shortDescription);
  return (
    <Dialog
      title={t.end.title} act={t.action.end} onClose={onClose}
      onAct={() => order(record.id, () => client.post('/api/interactions/{id}/end', {
        path: { id: record.id },
        body: { outcome, ...(about.trim() === '' || about === record.shortDescription ? {} : { shortDescription: about.trim() }) },
      }))}
    >
      <Choice label={t.end.outcome} value={outcome} onChange={setOutcome} options={OUTCOMES.map((each) => [each, t.outcomeTitle[each]] as const)} />
      <TextField label={t.field.shortDescription} value={about} onInput={setAbout} input={{ maxLength: 160 }} />
    </Dialog>
  );
}
