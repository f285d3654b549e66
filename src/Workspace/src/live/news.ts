import type { Inbox, InboxItem } from '../api/types';

/** Something that somebody has to be told of. */
export interface News {
  id: string;
  number: string;
  isOffer: boolean;
}

/** What came since the last look: offers, and words of customers on what was read. Nothing is news to whoever just arrived. */
export function newsIn(before: Inbox | null, now: Inbox | null): readonly News[] {
  if (before === null || now === null) return [];
  const known = new Map(before.items.map((item) => [item.id, item]));
  return now.items.filter((item) => isNews(known.get(item.id), item)).map((item) => ({ id: item.id, number: item.number, isOffer: item.handling === 'offered' }));
}

/** How many wait for this agent to do something. */
export function waitingIn(inbox: Inbox): number {
  return inbox.items.filter((item) => item.handling === 'offered' || item.unread).length;
}

function isNews(known: InboxItem | undefined, item: InboxItem): boolean {
  if (item.handling === 'offered') return known?.handling !== 'offered' || known.offeredUntil !== item.offeredUntil;
  return item.unread && known !== undefined && !known.unread;
}
