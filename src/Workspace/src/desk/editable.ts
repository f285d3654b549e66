import type { Interaction, Me } from '../api/types';

/** What people say of an interaction. */
export const FIELDS = ['shortDescription', 'type', 'priority', 'tags', 'language', 'disposition', 'outcome'] as const;
export type Editable = (typeof FIELDS)[number];

const OF_CLOSED: readonly Editable[] = ['shortDescription', 'tags', 'disposition', 'outcome'];
const AFTER_THE_END: readonly Editable[] = ['outcome'];

/** What may be written differently now by whoever looks; the app has the last word. */
export function editableBy(record: Interaction, me: Pick<Me, 'role' | 'id' | 'queues'>): readonly Editable[] {
  const isTheirs = record.assignedTo === me.id || (record.handling === 'queued' && me.queues.includes(record.queue));
  if (!isTheirs && me.role === 'agent') return [];
  if (record.handling === 'done') return OF_CLOSED;
  return record.handling === 'wrapUp' ? FIELDS : FIELDS.filter((field) => !AFTER_THE_END.includes(field));
}

/** What stands in the form. */
export function inWords(record: Interaction): Record<Editable, string> {
  return {
    shortDescription: record.shortDescription,
    type: record.type,
    priority: String(record.priority),
    tags: record.tags.join(', '),
    language: record.language ?? '',
    disposition: record.disposition ?? '',
    outcome: record.outcome ?? '',
  };
}

/** What is sent. An empty field says that there is none; what is no number is left to the app to refuse. */
export function asSent(field: Editable, words: string): unknown {
  const trimmed = words.trim();
  switch (field) {
    case 'tags': return trimmed.split(/\s*,\s*/).filter((tag) => tag !== '');
    case 'priority': return /^-?\d+$/.test(trimmed) ? Number(trimmed) : trimmed;
    default: return trimmed === '' ? null : trimmed;
  }
}
