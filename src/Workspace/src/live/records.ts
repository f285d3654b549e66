import { signal, type Signal } from '@preact/signals';
import type { Interaction } from '../api/types';
import { client } from '../session/session';
import { versionOf } from './version';

/** Interactions as the app last told them, and the version of each. */
interface Kept {
  record: Signal<Interaction | null>;
  etag: string | null;
  /** No older one takes the place of what is kept: answers come in another order than they were given. */
  version: number;
  /** How often an order told of it without saying the version. */
  told: number;
  asking: Promise<void> | null;
  /** Somebody asked after what is under way had begun, which may know nothing of why they did. */
  isAskedAgain: boolean;
}

const kept = new Map<string, Kept>();

/** What is known of one now; it comes or changes when it was asked for. */
export function recordOf(id: string): Signal<Interaction | null> {
  return entryOf(id).record;
}

/** Asks for it; where that is under way already, once more afterwards. Nothing is transferred where it is as it was. */
export function refresh(id: string): Promise<void> {
  const entry = entryOf(id);
  entry.isAskedAgain = true;
  entry.asking ??= askAll(id, entry);
  return entry.asking;
}

/** What an order answered with: newer than what was asked for before, unless its version says otherwise. */
export function learn(record: Interaction, etag: string | null = null): void {
  const entry = entryOf(record.id);
  if (versionOf(etag) === null) entry.told++;
  take(entry, record, etag);
}

/** Forgets everything, as when somebody else signs in. */
export function forgetAll(): void {
  kept.clear();
}

// Whoever asks in the same breath is answered together.
async function askAll(id: string, entry: Kept): Promise<void> {
  try {
    while (entry.isAskedAgain) {
      await Promise.resolve();
      entry.isAskedAgain = false;
      await ask(id, entry).catch((fault: unknown) => {
        if (!entry.isAskedAgain) throw fault;
      });
    }
  } finally {
    entry.asking = null;
  }
}

async function ask(id: string, entry: Kept): Promise<void> {
  const { told, etag } = entry;
  const answer = await client.ask('get', '/api/interactions/{id}', { path: { id }, ...(etag === null ? {} : { ifNoneMatch: etag }) });
  if (entry.told !== told) entry.isAskedAgain = true;
  else if (answer.value !== null) take(entry, answer.value, answer.etag);
}

function take(entry: Kept, record: Interaction, etag: string | null): void {
  const version = versionOf(etag) ?? entry.version;
  if (version < entry.version) return;
  entry.record.value = record;
  entry.etag = etag;
  entry.version = version;
}

function entryOf(id: string): Kept {
  let entry = kept.get(id);
  if (entry === undefined) kept.set(id, (entry = { record: signal(null), etag: null, version: 0, told: 0, asking: null, isAskedAgain: false }));
  return entry;
}
