import type { Interaction } from '../api/types';
import { Problem } from '../api/problem';
import { lookNow } from '../live/inbox';
import { learn, refresh } from '../live/records';

/** Carries out an order about one interaction; afterwards all lists show what came of it, and where it was refused, what is so. */
export async function order(id: string, doing: () => Promise<{ value: Interaction | null; etag: string | null } | unknown>): Promise<void> {
  try {
    const answer = await doing();
    if (isRecord(answer)) learn(answer.value, answer.etag);
    else void refresh(id).catch(() => {});
  } catch (fault) {
    if (fault instanceof Problem && fault.status === 409) void refresh(id).catch(() => {});
    throw fault;
  } finally {
    lookNow();
  }
}

function isRecord(answer: unknown): answer is { value: Interaction; etag: string | null } {
  const value = (answer as { value?: unknown } | null)?.value;
  return typeof value === 'object' && value !== null && 'handling' in value && 'customer' in value;
}
