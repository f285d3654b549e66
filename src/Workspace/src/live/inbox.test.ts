import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const json = (value: unknown, status = 200) => new Response(JSON.stringify(value), { status, headers: { 'Content-Type': status === 200 ? 'application/json' : 'application/problem+json' } });
const item = (id: string) => ({ id, number: `INT${id}`, handling: 'offered', unread: false, offeredUntil: '09:00' });
const holding = (...items: object[]) => json({ items, since: String(items.length), presence: { status: 'ready' } });
const settled = () => vi.advanceTimersByTimeAsync(0);

describe('The inbox', () => {
  let answers: Response[];

  beforeEach(() => {
    vi.useFakeTimers();
    answers = [];
    const storage = (map: Map<string, string>) => ({ getItem: (key: string) => map.get(key) ?? null, setItem: (key: string, value: string) => void map.set(key, value), removeItem: (key: string) => void map.delete(key) });
    vi.stubGlobal('localStorage', storage(new Map([['interactions.session', '{"kind":"token","token":"a"}'], ['interactions.attention', '{"sound":true,"notify":true}']])));
    vi.stubGlobal('sessionStorage', storage(new Map()));
    vi.stubGlobal('addEventListener', () => {});
    vi.stubGlobal('removeEventListener', () => {});
    vi.stubGlobal('document', { hidden: true, title: '', documentElement: { lang: 'en' } });
    vi.stubGlobal('navigator', { language: 'en', locks: { request: (_: string, __: object, doing: () => Promise<void>) => doing() } });
    vi.stubGlobal('BroadcastChannel', class {
      isClosed = false;
      postMessage() {
        if (this.isClosed) throw new DOMException('closed', 'InvalidStateError');
      }
      close() {
        this.isClosed = true;
      }
    });
    vi.stubGlobal('fetch', async (_: string, init: { signal: AbortSignal }) => answers.shift() ?? new Promise((_, fail) => init.signal.addEventListener('abort', () => fail(new DOMException('', 'AbortError')))));
    vi.resetModules();
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('says why where the app tells nothing more', async () => {
    answers = [json({ type: 'urn:interactions:forbidden', title: 'No.' }, 403)];
    const [{ follow, leads }, { refusal }] = [await import('./inbox'), await import('./connection')];
    const ends = new AbortController();

    await follow('a', ends.signal);
    expect([(refusal.value as { status: number }).status, leads.value]).toEqual([403, false]);
    ends.abort();

    expect(refusal.value).toBe(null);
  });

  it('takes no harm from an order that is done after somebody signed out', async () => {
    const { follow, lookNow } = await import('./inbox');
    const ends = new AbortController();
    const following = follow('a', ends.signal);
    await settled();

    ends.abort();
    await following;

    expect(lookNow).not.toThrow();
  });

  it('is shown where the browser can neither ring nor notify', async () => {
    answers = [holding(), holding(item('1'))];
    vi.stubGlobal('AudioContext', class { constructor() { throw new Error('none'); } });
    vi.stubGlobal('Notification', class { constructor() { throw new TypeError('Illegal constructor'); } });
    await import('./attention');
    const { follow, inbox } = await import('./inbox');
    const { lostSince } = await import('./connection');
    const ends = new AbortController();

    const following = follow('a', ends.signal);
    await settled();

    expect([inbox.value?.items.length, lostSince.value]).toEqual([1, null]);
    ends.abort();
    await following;
  });
});
