import type { Interaction } from '../api/types';

type Open = Pick<Interaction, 'id' | 'handling' | 'openedAt'>;

const ORDER: readonly Open['handling'][] = ['queued', 'offered', 'active', 'wrapUp'];

/** Who waits first, the longest first. What went from one part to a later one while they were asked for is shown where it came to. */
export function inOrder<O extends Open>(parts: readonly (readonly O[])[]): O[] {
  const each = new Map(parts.flat().map((item) => [item.id, item]));
  const place = ({ handling }: O) => ORDER.indexOf(handling);
  return [...each.values()].sort((one, other) => place(one) - place(other) || one.openedAt.localeCompare(other.openedAt));
}
