import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Problem } from '../api/problem';
import { Conversation } from './conversation';

const get = vi.hoisted(() => vi.fn());
vi.mock('../session/session', () => ({ client: { get } }));

const entry = (sequence: number) => ({ sequence, at: '2031-03-04T09:00:00Z', by: { kind: 'customer' }, kind: 'messageReceived' });

describe('A conversation that somebody looks at', () => {
  let page: EventTarget & { hidden?: boolean };

  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal('document', (page = Object.assign(new EventTarget(), { hidden: false })));
    vi.stubGlobal('addEventListener', () => {});
    vi.stubGlobal('removeEventListener', () => {});
    get.mockReset().mockResolvedValue({ items: [entry(5)], before: 5 });
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('goes on where what is older cannot be read, and reads it when asked again', async () => {
    const [conversation, ends] = [new Conversation('p'), new AbortController()];
    void conversation.follow(ends.signal);
    await vi.advanceTimersByTimeAsync(0);

    get.mockRejectedValueOnce(Problem.unreached());
    await conversation.readOlder();
    expect([conversation.olderFault.value, conversation.isReadingOlder.value]).toEqual([Problem.unreached(), false]);
    const before = conversation.log.value;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(conversation.log.value).toBe(before);

    get.mockResolvedValueOnce({ items: [entry(4)], before: null });
    await conversation.readOlder();
    expect([conversation.olderFault.value, conversation.log.value.before]).toEqual([null, null]);
    ends.abort();
  });

  it('is looked at seldom while nobody sees it, and at once when somebody does', async () => {
    const listens = vi.spyOn(page, 'addEventListener');
    const [conversation, ends] = [new Conversation('p'), new AbortController()];
    page.hidden = true;
    void conversation.follow(ends.signal);
    await vi.advanceTimersByTimeAsync(59_000);
    expect([get.mock.calls.length, listens.mock.calls.length]).toEqual([4, 1]);

    page.hidden = false;
    page.dispatchEvent(new Event('visibilitychange'));
    await vi.advanceTimersByTimeAsync(0);
    expect(get.mock.calls.length).toBe(5);

    ends.abort();
    await vi.advanceTimersByTimeAsync(30_000);
    expect(get.mock.calls.length).toBe(5);
  });
});
