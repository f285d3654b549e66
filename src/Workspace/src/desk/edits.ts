import { signal, type Signal } from '@preact/signals';
import type { Editable } from './editable';

/** What somebody wrote into the fields of an interaction and did not save yet. */
export type Edited = Partial<Record<Editable, string>>;

const known = new Map<string, Signal<Edited>>();

/** Stays while they look at others. */
export function editsOf(agent: string, interaction: string): Signal<Edited> {
  const key = `${agent} ${interaction}`;
  let edits = known.get(key);
  if (edits === undefined) known.set(key, (edits = signal({})));
  return edits;
}
