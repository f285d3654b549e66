import { useId, useState } from 'preact/hooks';
import type { Agent, Interaction } from '../api/types';
import { order } from '../desk/order';
import { client, me } from '../session/session';
import { t } from '../text/en';
import { Dialog } from '../ui/Dialog';
import { AgentChoice } from './AgentChoice';

interface AssigningProps {
  interaction: Interaction;
  onDone: (news: string) => void;
  onClose: () => void;
}

/** Gives it to somebody, who is asked, or has it at once. */
export function AssignDialog({ interaction, agents, onDone, onClose }: AssigningProps & { agents: readonly Agent[] }) {
  const { number } = interaction;
  const [agent, setAgent] = useState('');
  const [isForced, setForced] = useState(false);
  const forced = useId();
  return (
    <Dialog
      title={t.board.assignTitle(number)} act={t.board.assign} canAct={agent.trim() !== ''} onClose={onClose}
      onAct={async () => {
        await assign(interaction.id, agent.trim(), isForced);
        onDone(isForced ? t.board.assigned(number, agent.trim()) : t.board.offeredNow(number, agent.trim()));
      }}
    >
      <AgentChoice agents={agents} value={agent} onChange={setAgent} />
      <div class="check">
        <input
          type="checkbox" id={forced} aria-describedby={`${forced}-hint`} checked={isForced} onChange={(event) => setForced(event.currentTarget.checked)}
        />
        <label for={forced}>{t.board.forced}</label>
      </div>
      <p class="quiet small" id={`${forced}-hint`}>{t.board.forcedHint}</p>
    </Dialog>
  );
}

export function TakeOverDialog({ interaction, onDone, onClose }: AssigningProps) {
  const { id, number, assignedTo } = interaction;
  const own = me.value!.id;
  return (
    <Dialog
      title={t.board.takeOverTitle(number)} act={t.board.takeOver} onClose={onClose}
      onAct={async () => {
        await assign(id, own, true);
        onDone(t.board.assigned(number, own));
      }}
    >
      <p>{assignedTo === null ? t.board.takeOverFree : t.board.takeOverFrom(assignedTo)}</p>
    </Dialog>
  );
}

const assign = (id: string, agent: string, forced: boolean): Promise<void> =>
  order(id, () => client.post('/api/interactions/{id}/assign', { path: { id }, body: { agent, forced } }));
