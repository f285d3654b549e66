import type { Agent, Interaction } from '../api/types';

const ORDER: readonly Agent['presence']['status'][] = ['ready', 'notReady', 'offline'];

/** Whoever can take something first, then those with the least to do. */
export function byReadiness(agents: readonly Agent[], type: Interaction['type']): readonly Agent[] {
  const has = (agent: Agent) => agent.load?.[type] ?? 0;
  return [...agents].sort((one, other) =>
    ORDER.indexOf(one.presence.status) - ORDER.indexOf(other.presence.status) || has(one) - has(other) || one.id.localeCompare(other.id));
}
