import { useEffect, useState } from 'preact/hooks';
import type { Interaction, Profile, User } from '../../api/types';
import { client } from '../../session/session';
import { t } from '../../text/en';
import { Dialog } from '../../ui/Dialog';
import { Choice, TextField } from '../../ui/Field';
import { useKey } from '../../ui/key';
import { order } from '../order';

interface CustomerProps {
  record: Interaction;
  profile: Profile;
  onClose: () => void;
}

type Whose = 'nobody' | 'known' | 'new';

/** What the customer is called, and which user of the directory they are. */
export function Customer({ record, profile, onClose }: CustomerProps) {
  const [name, setName] = useState(profile.name ?? '');
  const [whose, setWhose] = useState<Whose>(profile.user === null ? 'nobody' : 'known');
  const [user, setUser] = useState(profile.user ?? '');
  const [userName, setUserName] = useState('');
  const proposed = useProposed(profile.id);
  const keyOf = useKey();

  async function save(): Promise<void> {
    const linked = whose === 'nobody' ? null : whose === 'known' ? user.trim() : (await created()).id;
    const body = { ...(name.trim() === (profile.name ?? '') ? {} : { name: name.trim() === '' ? null : name.trim() }), ...(linked === profile.user ? {} : { user: linked }) };
    if (Object.keys(body).length === 0) return;
    await order(record.id, () => client.ask('patch', '/api/profiles/{id}', { path: { id: profile.id }, body }));
  }

  // Where the link fails afterwards, the user is there and is chosen, so that nobody creates them twice.
  async function created(): Promise<User> {
    const body = { ...(userName.trim() === '' ? {} : { name: userName.trim() }), addresses: profile.address === null ? [] : [profile.address] };
    const answer = await client.post('/api/users', { body, key: keyOf(body) });
    setWhose('known');
    setUser(answer.value!.id);
    return answer.value!;
  }

  return (
    <Dialog title={t.customer.title} act={t.save} canAct={whose !== 'known' || user.trim() !== ''} onAct={save} onClose={onClose}>
      <TextField label={t.customer.name} hint={t.customer.nameHint} value={name} onInput={setName} input={{ maxLength: 200, autocomplete: 'off' }} />
      <Choice label={t.customer.whose} value={whose} onChange={setWhose} options={(['nobody', 'known', 'new'] as const).map((each) => [each, t.customer.whoseOf[each]] as const)} />
      {whose === 'known' && (
        <>
          <TextField label={t.field.user} hint={t.customer.userHint} value={user} onInput={setUser} input={{ list: 'proposed-users', autocomplete: 'off', required: true, maxLength: 64 }} />
          <datalist id="proposed-users">{proposed.map((each) => <option key={each.id} value={each.id}>{each.name ?? each.id}</option>)}</datalist>
        </>
      )}
      {whose === 'new' && <TextField label={t.customer.userName} hint={t.customer.newHint} value={userName} onInput={setUserName} input={{ maxLength: 200, autocomplete: 'off' }} />}
    </Dialog>
  );
}

// Those who have the address come first; after them whoever is in the directory.
function useProposed(profile: string): readonly User[] {
  const [users, setUsers] = useState<readonly User[]>([]);
  useEffect(() => {
    const all = [{ profile, limit: 20 }, { limit: 100 }].map((query) => client.get('/api/users', { query }).then((page) => page.items, () => []));
    void Promise.all(all).then((pages) => setUsers([...new Map(pages.flat().map((user) => [user.id, user])).values()]));
  }, [profile]);
  return users;
}
