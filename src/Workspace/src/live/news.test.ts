import { describe, expect, it } from 'vitest';
import type { Inbox, InboxItem } from '../api/types';
import { newsIn, waitingIn } from './news';

const item = (id: string, more: Partial<InboxItem> = {}) => ({ id, number: `INT${id}`, handling: 'active', unread: false, offeredUntil: null, ...more }) as InboxItem;
const inbox = (...items: InboxItem[]) => ({ items }) as unknown as Inbox;

describe('what an agent is told of', () => {
  it('is an offer, once, and again when it is made again', () => {
    const offered = item('1', { handling: 'offered', offeredUntil: '09:00' });
    expect(newsIn(inbox(), inbox(offered))).toEqual([{ id: '1', number: 'INT1', isOffer: true }]);
    expect(newsIn(inbox(offered), inbox(offered))).toEqual([]);
    expect(newsIn(inbox(offered), inbox({ ...offered, offeredUntil: '09:05' }))).toHaveLength(1);
  });

  it('is what a customer writes where all was read, and not what was there before', () => {
    expect(newsIn(inbox(item('1')), inbox(item('1', { unread: true })))).toHaveLength(1);
    expect(newsIn(inbox(item('1', { unread: true })), inbox(item('1', { unread: true })))).toEqual([]);
    expect(newsIn(inbox(item('1', { handling: 'offered', unread: true, offeredUntil: 'x' })), inbox(item('1', { unread: true })))).toEqual([]);
  });

  it('is nothing for whoever just arrived', () => {
    expect(newsIn(null, inbox(item('1', { handling: 'offered' })))).toEqual([]);
  });

  it('is counted in the title', () => {
    expect(waitingIn(inbox(item('1'), item('2', { unread: true }), item('3', { handling: 'offered' }), item('4', { handling: 'offered', unread: true })))).toBe(3);
  });
});
