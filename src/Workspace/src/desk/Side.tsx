import { useState } from 'preact/hooks';
import type { Interaction } from '../api/types';
import { me } from '../session/session';
import { t } from '../text/en';
import { Tabs } from '../ui/Tabs';
import { Details } from './Details';
import { editsOf } from './edits';
import { History } from './History';
import { Tasks } from './Tasks';
import { Timers } from './Timers';

const TABS = ['details', 'tasks', 'history', 'timers'] as const;

/** Everything about the interaction that is open, beside what is said in it. */
export function Side({ record }: { record: Interaction }) {
  const [tab, setTab] = useState<(typeof TABS)[number]>('details');
  const edits = editsOf(me.value!.id, record.id);
  return (
    <aside class="right" aria-label={t.side.label}>
      <Tabs label={t.side.label} tabs={TABS.map((each) => [each, t.side[each]] as const)} chosen={tab} onChoose={setTab}>
        {tab === 'details' && <Details record={record} edited={edits.value} onEdit={(change) => (edits.value = change(edits.value))} />}
        {tab === 'tasks' && <Tasks record={record} />}
        {tab === 'history' && <History key={record.openedFor ?? record.profile} record={record} />}
        {tab === 'timers' && <Timers record={record} />}
      </Tabs>
    </aside>
  );
}
