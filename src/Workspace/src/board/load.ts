import type { Interaction } from '../api/types';

/** What somebody has, as far as it follows from what is open. */
export interface Load {
  agent: string;
  offered: number;
  active: number;
  held: number;
  wrapUp: number;
}

export type Open = Pick<Interaction, 'assignedTo' | 'handling' | 'state' | 'offer'>;

/** Who has how much of what is open, in the order of their ids. */
export function loadsOf(open: readonly Open[]): Load[] {
  const loads = new Map<string, Load>();
  const of = (agent: string): Load => {
    let load = loads.get(agent);
    if (load === undefined) loads.set(agent, (load = { agent, offered: 0, active: 0, held: 0, wrapUp: 0 }));
    return load;
  };
  for (const each of open) {
    if (each.handling === 'offered' && each.offer !== null) of(each.offer.agent).offered++;
    else if (each.assignedTo !== null) of(each.assignedTo)[each.handling === 'wrapUp' ? 'wrapUp' : each.state === 'onHold' ? 'held' : 'active']++;
  }
  return [...loads.values()].sort((one, other) => one.agent.localeCompare(other.agent, undefined, { numeric: true }));
}
