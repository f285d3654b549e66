import type { Attempt } from './pkce';

/** An attempt to sign in, and where somebody was when they began it: there they go on. */
export interface Begun extends Attempt {
  place: readonly string[];
}

/** As it is kept in this tab while the directory asks who they are. */
export function keptOf({ verifier, state }: Attempt, place: readonly string[]): string {
  return JSON.stringify({ verifier, state, place } satisfies Begun);
}

export function attemptIn(kept: string | null): Begun | null {
  if (kept === null) return null;
  try {
    const found = JSON.parse(kept) as Begun;
    return { ...found, place: found.place ?? [] };
  } catch {
    return null;
  }
}
