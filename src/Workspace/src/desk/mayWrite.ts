import type { Interaction, Me } from '../api/types';

/** Whether this is who writes to the customer now; everybody else who sees it writes notes. */
export function mayWrite(record: Interaction, me: Pick<Me, 'id'>): boolean {
  return record.handling === 'active' && record.assignedTo === me.id && (record.type === 'messaging' || record.type === 'chat');
}
