import { effect, signal } from '@preact/signals';
import type { Inbox } from '../api/types';
import { waitingCount } from '../app/title';
import { t } from '../text/en';
import { inbox, leads } from './inbox';
import { newsIn, waitingIn } from './news';

/** How somebody wants to be told of what is new, kept in the browser. */
export interface Ways {
  sound: boolean;
  notify: boolean;
}

const KEY = 'interactions.attention';

export const ways = signal<Ways>({ sound: true, notify: false, ...stored() });

let audio: AudioContext | null = null;
let before: Inbox | null = null;

effect(() => {
  const current = inbox.value;
  waitingCount.value = current === null ? 0 : waitingIn(current);
  const news = newsIn(before, current);
  before = current;
  if (news.length === 0 || !leads.peek()) return;
  if (ways.peek().sound) quietly(ring);
  if (ways.peek().notify && document.hidden) for (const each of news) quietly(() => tell(each.id, each.isOffer ? t.inbox.newOffer(each.number) : t.inbox.newMessage(each.number)));
});

// Some browsers have these and throw, as on phones: the inbox is shown nevertheless.
function quietly(doing: () => void): void {
  try {
    doing();
  } catch {
    // There is the number in the title.
  }
}

/** Asks the browser where that is needed; says whether it may. */
export async function choose(next: Ways): Promise<void> {
  const mayNotify = next.notify && (Notification.permission === 'granted' || (await Notification.requestPermission()) === 'granted');
  ways.value = { ...next, notify: mayNotify };
  localStorage.setItem(KEY, JSON.stringify(ways.value));
}

// What customers say stands in no notification: those are shown on locked screens too.
function tell(id: string, words: string): void {
  const notification = new Notification(words, { tag: id });
  notification.onclick = () => {
    focus();
    notification.close();
  };
}

// Two soft notes. A browser in which nobody clicked yet keeps silent.
function ring(): void {
  audio ??= new AudioContext();
  if (audio.state === 'suspended') void audio.resume().catch(() => {});
  for (const [place, pitch] of [660, 880].entries()) {
    const [tone, volume, from] = [audio.createOscillator(), audio.createGain(), audio.currentTime + place * 0.16];
    tone.frequency.value = pitch;
    volume.gain.setValueAtTime(0.08, from);
    volume.gain.exponentialRampToValueAtTime(0.001, from + 0.3);
    tone.connect(volume).connect(audio.destination);
    tone.start(from);
    tone.stop(from + 0.3);
  }
}

function stored(): Partial<Ways> {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Ways>;
  } catch {
    return {};
  }
}
