import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const KEY = 'interactions.session';
const DIRECTORY = { authority: 'https://directory.test/v2.0', clientId: 'pages', scope: 'api' };

const json = (value: unknown, status = 200, type = 'application/json') => new Response(JSON.stringify(value), { status, headers: { 'Content-Type': type } });
const me = (id: string) => json({ id, role: 'agent', queues: [] });
const refusal = (status: number) => json({ type: 'urn:interactions:forbidden', title: 'No.', status }, status, 'application/problem+json');
const settled = () => vi.advanceTimersByTimeAsync(0);

describe('Who is signed in', () => {
  let stored: Map<string, string>;
  let tell: () => void;
  let answer: (path: string, token: string | null) => Promise<Response> | Response;

  beforeEach(() => {
    vi.useFakeTimers({ now: Date.parse('2031-05-06T12:00:00Z') });
    stored = new Map();
    const storage = (map: Map<string, string>) => ({ getItem: (key: string) => map.get(key) ?? null, setItem: (key: string, value: string) => void map.set(key, value), removeItem: (key: string) => void map.delete(key) });
    vi.stubGlobal('localStorage', storage(stored));
    vi.stubGlobal('sessionStorage', storage(new Map()));
    vi.stubGlobal('addEventListener', (name: string, listener: (event: unknown) => void) => {
      if (name === 'storage') tell = () => listener({ key: KEY });
    });
    vi.stubGlobal('removeEventListener', () => {});
    vi.stubGlobal('fetch', async (path: string, init?: { headers?: Record<string, string> }) => answer(path, init?.headers?.['Authorization']?.slice('Bearer '.length) ?? null));
    vi.resetModules();
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  const keep = (token: string, more: object = {}) => void stored.set(KEY, JSON.stringify({ kind: 'token', token, session: `of-${token}`, ...more }));
  const ending = (token: string) => keep(token, { kind: 'directory', until: Date.now() + 1_000, refresh: 'again' });
  const tokenNow = () => (stored.has(KEY) ? (JSON.parse(stored.get(KEY)!) as { token: string }).token : null);

  it('is asked again until the app is reached', async () => {
    keep('a');
    let isThere = false;
    answer = () => (isThere ? me('ana') : new Response('stopped', { status: 403 }));
    const session = await import('./session');

    void session.resume();
    await vi.advanceTimersByTimeAsync(10_000);
    expect([session.isSignedIn.value, session.isKnown.value, session.notKnown.value]).toEqual([true, false, null]);
    isThere = true;
    await vi.advanceTimersByTimeAsync(20_000);

    expect([session.isKnown.value, session.me.value?.id]).toEqual([true, 'ana']);
  });

  it('is not asked again where the app says why not', async () => {
    keep('a');
    answer = () => refusal(403);
    const session = await import('./session');

    await session.resume();

    expect([session.isSignedIn.value, session.isKnown.value, (session.notKnown.value as { status: number }).status]).toEqual([true, false, 403]);
  });

  it('is another where another tab signed out and somebody else in, and nobody in between', async () => {
    keep('a');
    let say: (response: Response) => void = () => {};
    answer = (_, token) => (token === 'a' ? me('ana') : new Promise((done) => (say = done)));
    const session = await import('./session');
    await session.resume();

    keep('b');
    tell();
    tell();
    await settled();
    expect([session.isSignedIn.value, session.isKnown.value]).toEqual([true, false]);
    say(me('bo'));
    await settled();

    expect([session.isKnown.value, session.me.value?.id]).toEqual([true, 'bo']);
  });

  it('is the same where another tab renewed the token', async () => {
    keep('a');
    answer = () => me('ana');
    const session = await import('./session');
    await session.resume();
    answer = () => refusal(403);

    keep('a2', { session: 'of-a' });
    tell();
    await settled();

    expect([session.isKnown.value, session.notKnown.value]).toEqual([true, null]);
  });

  it('stays where a token is refused that is theirs no more', async () => {
    keep('a');
    let say: (response: Response) => void = () => {};
    answer = (path, token) => (path === '/api/queues' ? new Promise((done) => (say = done)) : me(token!));
    const session = await import('./session');
    const asked = session.client.get('/api/queues').catch(() => {});
    await settled();
    keep('b');
    tell();
    say(refusal(401));
    await asked;
    expect([tokenNow(), session.wasRefused.value]).toEqual(['b', false]);

    const again = session.client.get('/api/queues').catch(() => {});
    await settled();
    say(refusal(401));
    await again;
    expect([tokenNow(), session.wasRefused.value]).toEqual([null, true]);
  });

  it.each([
    ['the network is gone', () => Promise.reject(new TypeError('offline'))],
    ['the directory fails', () => json({ error: 'server_error' }, 500)],
    ['something else answers', () => new Response('<h1>Hello</h1>')],
  ])('stays where %s while the token is renewed', async (_, fails) => {
    ending('a');
    answer = fails;
    const session = await import('./session');
    session.useDirectory(DIRECTORY);

    const asked = session.client.get('/api/me').catch((fault: unknown) => fault);
    await vi.advanceTimersByTimeAsync(5_000);

    expect([((await asked) as { reason: string }).reason, tokenNow()]).toEqual(['unreached', 'a']);
  });

  it('is nobody any more where the directory refuses to renew', async () => {
    ending('a');
    answer = () => json({ error: 'invalid_grant' }, 400);
    const session = await import('./session');
    session.useDirectory(DIRECTORY);

    await expect(session.client.get('/api/me')).rejects.toThrow();

    expect([session.isSignedIn.value, session.wasRefused.value, tokenNow()]).toEqual([false, true, null]);
  });

  it('is nobody where they signed out while the token was renewed', async () => {
    ending('a');
    let say: (response: Response) => void = () => {};
    answer = () => new Promise((done) => (say = done));
    const session = await import('./session');
    session.useDirectory(DIRECTORY);

    const asked = session.client.get('/api/me').catch(() => {});
    await settled();
    session.signOut();
    say(json({ access_token: 'a2', expires_in: 3600 }));
    await asked;

    expect([session.isSignedIn.value, tokenNow()]).toEqual([false, null]);
  });

  it('goes on with the token that was renewed', async () => {
    ending('a');
    answer = (path, token) => (path.startsWith('https:') ? json({ access_token: 'a2', expires_in: 3600 }) : me(token!));
    const session = await import('./session');
    session.useDirectory(DIRECTORY);

    await session.resume();

    expect([session.me.value?.id, tokenNow(), session.isKnown.value]).toEqual(['a2', 'a2', true]);
  });
});
