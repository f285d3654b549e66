import { signal } from '@preact/signals';
import type { Queue } from '../api/types';
import { sampled, understood } from './samples';

const KEY = 'interactions.board';

/** How the queues stood since this tab was opened; going to another page and back loses nothing. */
export const samples = signal(understood(sessionStorage.getItem(KEY)));

export function keep(queues: readonly Queue[], at: number): void {
  samples.value = sampled(samples.peek(), queues, at);
  try {
    sessionStorage.setItem(KEY, JSON.stringify(samples.peek()));
  } catch {
    // Where there is no room it is known until the page is left.
  }
}
