import { signal, type Signal } from '@preact/signals';
import { Problem } from '../api/problem';
import { client } from '../session/session';
import { lost, pause, pauseBefore, reached } from './connection';
import { Log } from './log';
import { now } from './now';

const PAGE = 100;
const MOST = 200;
const LOOK = 20;
const EVERY = 1_200;
const EVERY_UNSEEN = 15_000;

/** Everything with one customer, kept up to date as long as somebody looks at it. */
export class Conversation {
  readonly log: Signal<Log> = signal(Log.none);
  readonly isReadingOlder = signal(false);
  /** Why what is older was not read; null where it was, or nobody asked. */
  readonly olderFault = signal<unknown>(null);
  /** Why it cannot be shown; null where it can. */
  readonly fault = signal<unknown>(null);

  private hurry: AbortController | null = null;

  constructor(readonly profile: string) {}

  /** Looks for news until told to end; seldom while nobody sees the page. */
  async follow(ends: AbortSignal): Promise<void> {
    document.addEventListener('visibilitychange', () => this.lookNow(), { signal: ends });
    for (let failures = 0; !ends.aborted; ) {
      try {
        await this.look(ends);
        reached();
        failures = 0;
        this.hurry = new AbortController();
        await pause(document.hidden ? EVERY_UNSEEN : EVERY, AbortSignal.any([ends, this.hurry.signal]));
      } catch (fault) {
        if (ends.aborted) return;
        if (fault instanceof Problem && !fault.isPassing) {
          this.fault.value = fault;
          return;
        }
        lost();
        await pause(pauseBefore(failures++), ends);
      }
    }
  }

  /** After something was done here nobody waits for the next look. */
  lookNow(): void {
    this.hurry?.abort();
  }

  /** One page more; where that fails it is known why, and nobody but whoever looks there asks again. */
  async readOlder(): Promise<void> {
    const before = this.log.value.before;
    if (before == null || this.isReadingOlder.value) return;
    this.isReadingOlder.value = true;
    this.olderFault.value = null;
    try {
      const page = await client.get('/api/profiles/{id}/log', { path: { id: this.profile }, query: { limit: PAGE, before } });
      this.log.value = this.log.value.withOlder(page);
    } catch (fault) {
      this.olderFault.value = fault;
    } finally {
      this.isReadingOlder.value = false;
    }
  }

  /** Reads back to an entry, however long ago it was. */
  async readUntil(sequence: number): Promise<void> {
    while (this.log.value.before != null && this.log.value.before > sequence) {
      const page = await client.get('/api/profiles/{id}/log', { path: { id: this.profile }, query: { limit: MOST, before: this.log.value.before } });
      this.log.value = this.log.value.withOlder(page);
    }
  }

  private async look(ends: AbortSignal): Promise<void> {
    const known = this.log.value;
    const limit = known.before === undefined ? PAGE : Math.min(Math.max(LOOK, known.newest - (known.unsettledAt(now.peek()) ?? known.newest) + LOOK), MOST);
    let page = await client.get('/api/profiles/{id}/log', { path: { id: this.profile }, query: { limit }, signal: ends });
    const items = [...page.items];
    while (known.leavesGapBefore(page)) {
      page = await client.get('/api/profiles/{id}/log', { path: { id: this.profile }, query: { limit: MOST, before: page.before! }, signal: ends });
      items.push(...page.items);
    }
    this.log.value = this.log.value.withNewest({ items, before: page.before });
  }
}
