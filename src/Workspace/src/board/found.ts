import type { Agent } from '../api/types';

/** Those whose id or name has in it what is written; all of them where it is somebody's whole id already. */
export function agentsFor<A extends Pick<Agent, 'id' | 'name'>>(agents: readonly A[], written: string): readonly A[] {
  const text = written.trim().toLowerCase();
  if (agents.some((agent) => agent.id === text)) return agents;
  return agents.filter(({ id, name }) => id.includes(text) || (name ?? '').toLowerCase().includes(text));
}
