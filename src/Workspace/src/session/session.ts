import { batch, computed, effect, signal } from '@preact/signals';
import { Client } from '../api/client';
import { Problem } from '../api/problem';
import type { Me, Role } from '../api/types';
import type { Directory } from '../app/settings';
import { untilReached } from '../live/connection';
import { hear } from '../live/now';
import { t } from '../text/en';
import { Said } from '../text/problems';
import { Refused, renewed, type Granted } from './pkce';

/** What somebody signs in with. A pasted token is kept as it is; one of the directory is renewed before it ends. */
type Given = { kind: 'token'; token: string } | ({ kind: 'directory' } & Granted);

/** Whose requests these are: from signing in to signing out one session, however often its token is renewed. */
type Kept = Given & { session: string };

const KEY = 'interactions.session';
const REFUSED = 'interactions.refused';
const MARGIN = 60_000;

const kept = signal<Kept | null>(read());

/** Who that is, as the app sees it; null until it was asked. Stays while the next one is asked for: see isKnown. */
export const me = signal<Me | null>(null);

/** The session of which it is known who it is. */
const knownOf = signal<string | null>(null);

export const isSignedIn = computed(() => kept.value !== null);

/** Whether it is known who is signed in now. */
export const isKnown = computed(() => kept.value !== null && kept.value.session === knownOf.value);

/** Why the app does not say who is signed in; null where it does, or is being asked. */
export const notKnown = signal<unknown>(null);

/** Set where somebody was signed out because the app did not take their token any more. */
export const wasRefused = signal(sessionStorage.getItem(REFUSED) !== null);

// A reload does not make it a riddle.
effect(() => {
  if (wasRefused.value) sessionStorage.setItem(REFUSED, 'yes');
  else sessionStorage.removeItem(REFUSED);
});

let directory: Directory | null = null;
let renewing: Promise<string> | null = null;
let asking: AbortController | null = null;

export const client = new Client(token, refuse, hear);

export function useDirectory(given: Directory | null): void {
  directory = given;
}

/** Throws where the app does not take it. */
export async function signIn(given: Given): Promise<void> {
  const found = await new Client(() => given.token).get('/api/me');
  const session = crypto.randomUUID();
  batch(() => {
    know(session, found);
    keep({ ...given, session });
  });
}

/** Asks who is signed in already, as after a reload, until the app says it or says why not. */
export async function resume(): Promise<void> {
  asking?.abort();
  notKnown.value = null;
  const session = kept.value?.session;
  if (session === undefined) return;
  const ends = (asking = new AbortController()).signal;
  const isStill = () => !ends.aborted && kept.value?.session === session;
  try {
    const found = await untilReached(() => client.get('/api/me', { signal: ends }), ends);
    if (isStill()) know(session, found);
  } catch (fault) {
    if (isStill()) notKnown.value = fault;
  }
}

/** Who it was stays known: what is still on the page for a moment belongs to them. */
export function signOut(): void {
  asking?.abort();
  keep(null);
}

export function mayBe(role: Role): boolean {
  const order: readonly Role[] = ['agent', 'supervisor', 'admin'];
  return me.value !== null && order.indexOf(me.value.role) >= order.indexOf(role);
}

function know(session: string, found: Me): void {
  batch(() => {
    me.value = found;
    knownOf.value = session;
    notKnown.value = null;
    wasRefused.value = false;
  });
}

// An answer that comes late is about a token that is not theirs any more.
function refuse(token: string): void {
  if (kept.value?.token !== token) return;
  wasRefused.value = true;
  signOut();
}

async function token(): Promise<string> {
  const now = kept.value;
  if (now === null) throw new Said(t.problem.signedOut);
  if (now.kind === 'token' || now.until - MARGIN > Date.now() || now.refresh === null || directory === null) return now.token;
  renewing ??= renew(directory, now, now.refresh).finally(() => {
    renewing = null;
  });
  return renewing;
}

// Only what the directory itself says ends a session: a network that is gone for a moment does not.
async function renew(from: Directory, began: Kept, refresh: string): Promise<string> {
  let next: Granted;
  try {
    next = await renewed(from, refresh);
  } catch (fault) {
    if (!(fault instanceof Refused) || kept.value !== began) throw Problem.unreached();
    refuse(began.token);
    throw new Said(t.problem.signedOut);
  }
  if (kept.value?.session !== began.session) throw new Said(t.problem.signedOut);
  keep({ kind: 'directory', ...next, refresh: next.refresh ?? refresh, session: began.session });
  return next.token;
}

function keep(next: Kept | null): void {
  kept.value = next;
  if (next === null) localStorage.removeItem(KEY);
  else localStorage.setItem(KEY, JSON.stringify(next));
}

function read(): Kept | null {
  try {
    const found = JSON.parse(localStorage.getItem(KEY) ?? 'null') as (Given & { session?: string }) | null;
    return found === null ? null : { ...found, session: found.session ?? found.token };
  } catch {
    return null;
  }
}

// What one tab does, all do: whoever signs out is signed out everywhere, and whoever is there instead is asked for.
addEventListener('storage', (event) => {
  if (event.key !== KEY && event.key !== null) return;
  const next = read();
  const isOther = next?.session !== kept.value?.session;
  kept.value = next;
  if (isOther) void resume();
});
