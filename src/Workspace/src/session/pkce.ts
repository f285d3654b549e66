import type { Directory } from '../app/settings';

/** The authorization code flow with PKCE (RFC 7636), without the parts that touch the browser. */
export interface Attempt {
  verifier: string;
  state: string;
}

export interface Granted {
  token: string;
  /** When it is not good any more, in milliseconds. */
  until: number;
  refresh: string | null;
}

interface TokenAnswer {
  access_token?: string;
  expires_in?: number;
  refresh_token?: string;
  error?: string;
}

/** The directory said why not: whoever asks again is answered the same. */
export class Refused extends Error {}

const BYTES = 32;
const PASSING = ['temporarily_unavailable', 'server_error'];

export function attempt(): Attempt {
  return { verifier: random(), state: random() };
}

export async function authorizeUrl(directory: Directory, redirect: string, { verifier, state }: Attempt): Promise<string> {
  const challenge = base64Url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))));
  return `${endpoint(directory, 'authorize')}?${new URLSearchParams({
    client_id: directory.clientId,
    response_type: 'code',
    response_mode: 'query',
    redirect_uri: redirect,
    scope: scopesOf(directory),
    state,
    code_challenge: challenge,
    code_challenge_method: 'S256',
  })}`;
}

/** The code that the directory sent back; null where the answer is to another question. */
export function codeIn(search: string, expected: Attempt | null): string | null {
  const answer = new URLSearchParams(search);
  return expected !== null && answer.get('state') === expected.state ? answer.get('code') : null;
}

export function redeemed(directory: Directory, redirect: string, code: string, { verifier }: Attempt, now: () => number = Date.now): Promise<Granted> {
  return granted(directory, now, { grant_type: 'authorization_code', code, redirect_uri: redirect, code_verifier: verifier });
}

export function renewed(directory: Directory, refresh: string, now: () => number = Date.now): Promise<Granted> {
  return granted(directory, now, { grant_type: 'refresh_token', refresh_token: refresh });
}

async function granted(directory: Directory, now: () => number, asked: Record<string, string>): Promise<Granted> {
  const response = await fetch(endpoint(directory, 'token'), {
    method: 'POST',
    credentials: 'omit',
    body: new URLSearchParams({ client_id: directory.clientId, scope: scopesOf(directory), ...asked }),
  });
  const answer = (await response.json()) as TokenAnswer;
  const refusal = refusalIn(response.status, answer);
  if (refusal !== null) throw new Refused(refusal);
  if (!response.ok || answer.access_token === undefined) throw new Error(`HTTP ${response.status}`);
  return { token: answer.access_token, until: now() + (answer.expires_in ?? 0) * 1000, refresh: answer.refresh_token ?? null };
}

/** Why the directory gives no token; null where it gave one, or only could not just now. */
export function refusalIn(status: number, { error }: { error?: string }): string | null {
  return error === undefined || status === 429 || status >= 500 || PASSING.includes(error) ? null : error;
}

// Where the authority ends in /v2.0, so that keys are found, these stand beside it.
function endpoint(directory: Directory, name: 'authorize' | 'token'): string {
  return `${directory.authority.replace(/\/v2\.0$/, '')}/oauth2/v2.0/${name}`;
}

function scopesOf(directory: Directory): string {
  return `${directory.scope} offline_access`;
}

function random(): string {
  return base64Url(crypto.getRandomValues(new Uint8Array(BYTES)));
}

function base64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes)).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}
