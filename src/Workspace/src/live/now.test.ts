import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { hear, now } from './now';

const HERE = Date.parse('2031-05-06T12:00:00Z');

describe('The clock of the app', () => {
  beforeEach(() => void vi.useFakeTimers({ now: HERE }));
  afterEach(() => void vi.useRealTimers());

  it('is followed where this one is wrong, from the next second on', async () => {
    const { hear, now } = await anew();

    hear('Tue, 06 May 2031 12:05:00 GMT');
    vi.advanceTimersByTime(1_000);

    expect(now.value).toBe(HERE + 1_000 + 300_500);
  });

  it('is not followed where both are the same but for the seconds of an answer', async () => {
    const { hear, now } = await anew();

    hear('Tue, 06 May 2031 11:59:59 GMT');
    vi.advanceTimersByTime(1_000);

    expect(now.value).toBe(HERE + 1_000);
  });

  it('is forgotten where this one was put right', async () => {
    const { hear, now } = await anew();
    hear('Tue, 06 May 2031 12:05:00 GMT');

    hear('Tue, 06 May 2031 12:00:00 GMT');
    vi.advanceTimersByTime(1_000);

    expect(now.value).toBe(HERE + 1_000);
  });

  it('stays as it was where an answer does not say it', async () => {
    const { hear, now } = await anew();
    hear('Tue, 06 May 2031 12:05:00 GMT');

    hear(null);
    hear('soon');
    vi.advanceTimersByTime(1_000);

    expect(now.value).toBe(HERE + 1_000 + 300_500);
  });
});

async function anew(): Promise<{ hear: typeof hear; now: typeof now }> {
  vi.resetModules();
  return import('./now');
}
