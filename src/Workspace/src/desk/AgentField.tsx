import { useEffect, useState } from 'preact/hooks';
import type { Agent, Interaction } from '../api/types';
import { client } from '../session/session';
import { t } from '../text/en';
import { Choice, TextField } from '../ui/Field';
import { byReadiness } from './readiness';

interface AgentFieldProps {
  record: Interaction;
  label: string;
  hint?: string;
  value: string;
  onChange: (agent: string) => void;
}

const MOST = 200;

/** One of those who serve the queue, the ready ones first. Where there are more than fit a list, one writes the id. */
export function AgentField({ record, label, hint, value, onChange }: AgentFieldProps) {
  const [agents, setAgents] = useState<readonly Agent[] | null>([]);
  useEffect(() => {
    client.get('/api/agents', { query: { queue: record.queue, limit: MOST } }).then((page) => setAgents(page.cursor === null ? page.items : null), () => setAgents(null));
  }, [record.queue]);
  if (agents === null) return <TextField label={label} hint={hint} value={value} onInput={onChange} input={{ autocomplete: 'off', required: true }} />;
  const options = byReadiness(agents, record.type).filter((agent) => agent.id !== record.assignedTo);
  return <Choice label={label} hint={hint} value={value} onChange={onChange} options={[['', t.colleagues.choose] as const, ...options.map((agent) => [agent.id, nameOf(agent, record)] as const)]} />;
}

function nameOf(agent: Agent, record: Interaction): string {
  const { load, capacity } = agent;
  const has = load == null || capacity == null ? '' : t.colleagues.load(load[record.type], capacity[record.type]);
  return t.colleagues.one(agent.name ?? agent.id, t.presence[agent.presence.status], has);
}
