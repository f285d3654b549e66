import { useEffect, useState } from 'preact/hooks';
import type { Line } from '../../api/types';
import { go } from '../../app/route';
import { lookNow } from '../../live/inbox';
import { learn } from '../../live/records';
import { client } from '../../session/session';
import { t } from '../../text/en';
import { Dialog } from '../../ui/Dialog';
import { Choice, TextField } from '../../ui/Field';
import { useKey } from '../../ui/key';
import { Counter } from '../Counter';

const TYPES = ['messaging', 'phone', 'walkUp', 'voicemail'] as const;
const WAYS = ['called', 'calls'] as const;

/** Writes to a customer first, or notes a call, a visit or a voicemail. */
export function Begin({ onClose }: { onClose: () => void }) {
  const lines = useLines();
  const [type, setType] = useState<(typeof TYPES)[number]>('messaging');
  const [way, setWay] = useState<(typeof WAYS)[number]>('called');
  const [line, setLine] = useState('');
  const [address, setAddress] = useState('');
  const [user, setUser] = useState('');
  const [about, setAbout] = useState('');
  const [text, setText] = useState('');
  const [isForced, setForced] = useState(false);
  const keyOf = useKey();

  const chosen = line === '' ? (lines[0]?.id ?? '') : line;
  const hasAddress = type !== 'walkUp';
  const isWriting = type === 'messaging';
  const direction = isWriting || (type === 'phone' && way === 'calls') ? 'to' : 'from';
  const canAct = chosen !== '' && (!hasAddress || address.trim() !== '') && (!isWriting || text.trim() !== '');

  async function begin(): Promise<void> {
    const body = {
      type, line: chosen,
      ...(hasAddress ? { [direction]: address.trim() } : {}),
      ...(user.trim() === '' ? {} : { user: user.trim() }),
      ...(about.trim() === '' ? {} : { shortDescription: about.trim() }),
      ...(isWriting ? { message: { text }, force: isForced } : {}),
    };
    const { value, etag } = await client.post('/api/interactions', { body, key: keyOf(body) });
    learn(value!, etag);
    lookNow();
    go('interactions', value!.id);
  }

  return (
    <Dialog title={t.begin.title} act={isWriting ? t.begin.write : t.begin.note} canAct={canAct} onAct={begin} onClose={onClose}>
      <Choice label={t.field.type} value={type} onChange={setType} options={TYPES.map((each) => [each, t.begin.type[each]] as const)} />
      {type === 'phone' && <Choice label={t.field.direction} value={way} onChange={setWay} options={WAYS.map((each) => [each, t.begin.way[each]] as const)} />}
      <Choice label={t.field.line} hint={t.begin.lineHint} value={chosen} onChange={setLine} options={lines.map((each) => [each.id, each.id] as const)} />
      {hasAddress && <TextField label={t.field.address} hint={t.begin.addressHint} value={address} onInput={setAddress} input={{ inputMode: 'tel', autocomplete: 'off', required: true, maxLength: 200 }} />}
      <TextField label={t.begin.user} value={user} onInput={setUser} input={{ autocomplete: 'off', maxLength: 64 }} />
      <TextField label={t.field.shortDescription} value={about} onInput={setAbout} input={{ maxLength: 160 }} />
      {isWriting && (
        <>
          <TextField label={t.composer.message} lines={3} value={text} onInput={setText} />
          <Counter text={text} channel="sms" />
          <label class="small"><input type="checkbox" checked={isForced} onChange={(event) => setForced(event.currentTarget.checked)} /> {t.begin.forced}</label>
        </>
      )}
    </Dialog>
  );
}

function useLines(): readonly Line[] {
  const [lines, setLines] = useState<readonly Line[]>([]);
  useEffect(() => void client.get('/api/lines', { query: { limit: 200 } }).then((page) => setLines(page.items), () => {}), []);
  return lines;
}
