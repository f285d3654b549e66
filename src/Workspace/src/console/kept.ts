import { signal } from '@preact/signals';
import { me } from '../session/session';
import type { Draft } from './draft';
import type { Kind } from './kinds';
import type { Version } from './rows';

/** What somebody wrote and did not save: it is there when they come back, with what it was written on top of. */
export interface Kept {
  id: string;
  draft: Draft;
  base: Version | null;
  shown: Draft;
}

const unsaved = new Map<string, Kept>();

// Whoever signs in after somebody finds nothing of theirs.
const mine = (): string => `${me.peek()?.id ?? ''}/`;

export const keyOf = (kind: Kind, id: string): string => `${mine()}${kind}/${id}`;

export const keptOf = (key: string): Kept | null => unsaved.get(key) ?? null;

export function keep(key: string, kept: Kept | null): void {
  if (kept === null) unsaved.delete(key);
  else unsaved.set(key, kept);
}

/** What was created a moment ago, so that its own page can say that it is saved. */
export const created = new Set<string>();

/** What was done a moment ago where somebody comes from, said where they come to. */
export const told = signal<string | null>(null);

// Whoever closes the page is asked first.
addEventListener('beforeunload', (event) => {
  if ([...unsaved.keys()].some((key) => key.startsWith(mine()))) event.preventDefault();
});
