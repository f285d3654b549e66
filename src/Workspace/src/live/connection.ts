import { signal } from '@preact/signals';
import { Problem } from '../api/problem';

/** Since when the app was not reached; null while it is. */
export const lostSince = signal<number | null>(null);

/** Why the app does not tell this agent what is new any more; null where it does. */
export const refusal = signal<unknown>(null);

export function reached(): void {
  if (lostSince.value !== null) lostSince.value = null;
}

export function lost(): void {
  lostSince.value ??= Date.now();
}

// A browser knows at once that the network is gone; requests find out only when the next of them fails.
if (typeof addEventListener !== 'undefined') addEventListener('offline', lost);

/** How long to wait before the next attempt: longer and longer, up to ten seconds, and never all at once. */
export function pauseBefore(attempt: number, chance: () => number = Math.random): number {
  return Math.min(500 * 2 ** attempt, 10_000) * (0.5 + chance() / 2);
}

/** Waits, but not longer than until the browser believes to be online again or somebody looks at the page. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    const end = () => {
      clearTimeout(timer);
      removeEventListener('online', end);
      signal.removeEventListener('abort', end);
      done();
    };
    const timer = setTimeout(end, ms);
    addEventListener('online', end);
    signal.addEventListener('abort', end);
  });
}

/** Does it again and again until the app was reached; what it refuses for good comes out. */
export async function untilReached<T>(doing: () => Promise<T>, ends: AbortSignal): Promise<T> {
  for (let failures = 0; ; failures++) {
    try {
      const found = await doing();
      reached();
      return found;
    } catch (fault) {
      if (ends.aborted || !(fault instanceof Problem) || !fault.isPassing) throw fault;
      lost();
      await pause(pauseBefore(failures), ends);
    }
  }
}
