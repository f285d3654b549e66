import { useState } from 'preact/hooks';
import { client } from '../../session/session';
import { t } from '../../text/en';
import { Dialog } from '../../ui/Dialog';
import { TextField } from '../../ui/Field';
import { order } from '../order';
import type { AboutOne } from './about';

export function Wrap({ record, onClose }: AboutOne) {
  const [about, setAbout] = useState(record.shortDescription);
  const [disposition, setDisposition] = useState(record.disposition ?? '');
  return (
    <Dialog
      title={t.wrap.title} act={t.action.wrap} canAct={about.trim() !== ''} onClose={onClose}
      onAct={() => order(record.id, () => client.post('/api/interactions/{id}/wrap', {
        path: { id: record.id },
        body: { shortDescription: about.trim(), ...(disposition.trim() === '' ? {} : { disposition: disposition.trim() }) },
      }))}
    >
      <TextField label={t.field.shortDescription} value={about} onInput={setAbout} input={{ maxLength: 160, required: true }} />
      <TextField label={t.field.disposition} hint={t.wrap.hint} value={disposition} onInput={setDisposition} input={{ maxLength: 100 }} />
    </Dialog>
  );
}
