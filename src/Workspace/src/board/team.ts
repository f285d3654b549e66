import type { Agent } from '../api/types';
import { loadsOf, type Load, type Open } from './load';

export type Standing = 'ready' | 'busy' | 'notReady' | 'offline';

/** An agent as the board shows them. Whoever has something in a queue that they do not serve is shown too, as far as they are known. */
export interface Member {
  id: string;
  agent: Agent | null;
  has: Load;
}

const ORDER: readonly Standing[] = ['ready', 'busy', 'notReady', 'offline'];

/** Whoever is ready but has no room for another text is busy. */
export function standingOf({ presence, load, capacity }: Pick<Agent, 'presence' | 'load' | 'capacity'>): Standing {
  const isFull = load !== null && capacity !== null && load.messaging >= capacity.messaging;
  return presence.status === 'ready' && isFull ? 'busy' : presence.status;
}

/** Who works in a queue or anywhere, those first who can take something. Whoever serves no queue and has nothing is nobody to look after. */
export function teamOf(agents: readonly Agent[], open: readonly Open[], queue: string | null): Member[] {
  const nothing = (agent: string): Load => ({ agent, offered: 0, active: 0, held: 0, wrapUp: 0 });
  const loads = new Map(loadsOf(open).map((load) => [load.agent, load]));
  const known = new Map(agents.map((agent) => [agent.id, agent]));
  const serving = agents.filter((agent) => (queue === null ? agent.queues.length > 0 : agent.queues.includes(queue))).map((agent) => agent.id);
  const rank = ({ agent }: Member) => (agent === null ? ORDER.length : ORDER.indexOf(standingOf(agent)));
  return [...new Set([...serving, ...loads.keys()])]
    .map((id) => ({ id, agent: known.get(id) ?? null, has: loads.get(id) ?? nothing(id) }))
    .sort((one, other) => rank(one) - rank(other) || one.id.localeCompare(other.id, undefined, { numeric: true }));
}

/** How many of them could take something now, and how many they are. */
export function readyOf(team: readonly Member[]): readonly [ready: number, all: number] {
  return [team.filter(({ agent }) => agent !== null && standingOf(agent) === 'ready').length, team.length];
}
