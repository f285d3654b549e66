import { useState } from 'preact/hooks';
import type { Interaction } from '../api/types';
import { go } from '../app/route';
import { client, me } from '../session/session';
import { t } from '../text/en';
import { explain } from '../text/problems';
import { actionsFor, type Action } from './actions';
import { Assign } from './dialogs/Assign';
import { End } from './dialogs/End';
import { Hold } from './dialogs/Hold';
import { Transfer } from './dialogs/Transfer';
import { Wrap } from './dialogs/Wrap';
import { order } from './order';
import { WrapUpLeft } from './WrapUpLeft';

/** What can be done with the interaction that is open; what needs to know more asks for it. */
export function Toolbar({ record }: { record: Interaction }) {
  const [asking, setAsking] = useState<Action | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const path = { id: record.id };
  const done = () => setAsking(null);

  async function act(doing: () => Promise<unknown>): Promise<void> {
    setFault(null);
    try {
      await order(record.id, doing);
    } catch (problem) {
      setFault(explain(problem));
    }
  }

  // What is begun from a closed one is another, and somebody wants to be there.
  async function begin(route: '/api/interactions/{id}/clone' | '/api/interactions/{id}/reopen'): Promise<void> {
    await act(async () => {
      const begun = await client.post(route, { path });
      if (begun.value !== null) go('interactions', begun.value.id);
    });
  }

  function choose(action: Action): void {
    switch (action) {
      case 'claim': return void act(() => client.post('/api/interactions/{id}/claim', { path }));
      case 'accept': return void act(() => client.post('/api/interactions/{id}/accept', { path }));
      case 'decline': return void act(() => client.post('/api/interactions/{id}/decline', { path }));
      case 'resume': return void act(() => client.post('/api/interactions/{id}/resume', { path }));
      case 'takeOver': return void act(() => client.post('/api/interactions/{id}/assign', { path, body: { agent: me.value!.id, forced: true } }));
      case 'reopen': return void begin('/api/interactions/{id}/reopen');
      case 'clone': return void begin('/api/interactions/{id}/clone');
      case 'hold': return record.type === 'messaging' || record.type === 'chat' ? setAsking(action) : void act(() => client.post('/api/interactions/{id}/hold', { path, body: {} }));
      default: setAsking(action);
    }
  }

  return (
    <>
      <div class="toolbar" role="toolbar" aria-label={t.action.label}>
        {actionsFor(record, me.value!).map((action) => (
          <button key={action} type="button" class={`button small ${action === 'end' || action === 'wrap' ? 'main' : ''}`} onClick={() => choose(action)}>{t.action[action]}</button>
        ))}
        {record.handling === 'wrapUp' && <WrapUpLeft record={record} />}
      </div>
      {fault !== null && <p class="banner bad" role="alert">{fault}</p>}
      {asking === 'hold' && <Hold record={record} onClose={done} />}
      {asking === 'transfer' && <Transfer record={record} onClose={done} />}
      {asking === 'end' && <End record={record} onClose={done} />}
      {asking === 'wrap' && <Wrap record={record} onClose={done} />}
      {asking === 'assign' && <Assign record={record} onClose={done} />}
    </>
  );
}
