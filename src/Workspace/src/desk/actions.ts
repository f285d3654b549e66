import type { Interaction, Me } from '../api/types';

/** What can be done with an interaction, in the order in which it is offered. */
export type Action = 'claim' | 'accept' | 'decline' | 'resume' | 'hold' | 'transfer' | 'end' | 'wrap' | 'reopen' | 'clone' | 'assign' | 'takeOver';

/** What makes sense with it now for whoever looks; whether it is allowed, the app decides. */
export function actionsFor(record: Interaction, me: Pick<Me, 'id' | 'role'>): readonly Action[] {
  const isTheirs = record.assignedTo === me.id;
  const leads = me.role !== 'agent';
  switch (record.handling) {
    case 'queued':
      return leads ? ['claim', 'assign', 'takeOver'] : ['claim'];
    case 'offered':
      if (record.offer?.agent === me.id) return ['accept', 'decline'];
      return leads ? ['assign', 'takeOver'] : [];
    case 'active':
      if (!isTheirs && !leads) return [];
      return [...(record.state === 'onHold' ? (['resume'] as const) : (['hold'] as const)), 'transfer', 'end', ...(leads ? (['assign'] as const) : []), ...(leads && !isTheirs ? (['takeOver'] as const) : [])];
    case 'wrapUp':
      return isTheirs || leads ? ['wrap', 'reopen'] : [];
    case 'done':
      return ['clone'];
  }
}
