import { useId } from 'preact/hooks';
import type { Agent } from '../api/types';
import { byReadiness } from '../desk/readiness';
import { t } from '../text/en';
import { TextField } from '../ui/Field';
import { agentsFor } from './found';
import { standingOf } from './team';

interface AgentChoiceProps {
  agents: readonly Agent[];
  value: string;
  onChange: (agent: string) => void;
}

/** One of the agents there are, those who can take something first; or whoever's id is written. */
export function AgentChoice({ agents, value, onChange }: AgentChoiceProps) {
  const name = useId();
  const found = byReadiness(agentsFor(agents, value), 'messaging');
  return (
    <>
      <TextField label={t.board.agent} hint={t.board.assignHint} value={value} onInput={onChange} input={{ required: true, autocomplete: 'off', autocapitalize: 'none', spellcheck: false }} />
      {found.length > 0 && (
        <fieldset class="agent-choice">
          <legend class="unseen">{t.board.agents}</legend>
          {found.map((agent) => (
            <label key={agent.id} class={standingOf(agent)}>
              <input type="radio" name={name} checked={agent.id === value.trim()} onChange={() => onChange(agent.id)} />
              <span class="dot" aria-hidden="true" />
              <span class="name"><bdi>{agent.name ?? agent.id}</bdi>{agent.name !== null && <bdi class="quiet small">{agent.id}</bdi>}</span>
              <span class="quiet small">{t.board[standingOf(agent)]}{agent.load !== null && agent.capacity !== null && `, ${t.board.room(agent.load.messaging, agent.capacity.messaging)}`}</span>
            </label>
          ))}
        </fieldset>
      )}
    </>
  );
}
