import { describe, expect, it } from 'vitest';
import { Client } from './client';
import { Problem } from './problem';

describe('What the app answers', () => {
  it('tells what time it is there, also where it refuses', async () => {
    const heard: (string | null)[] = [];
    const answers = [
      new Response('{"items":[]}', { headers: { Date: 'Tue, 06 May 2031 12:00:00 GMT' } }),
      new Response('{}', { status: 404, headers: { Date: 'Tue, 06 May 2031 12:00:05 GMT', 'Content-Type': 'application/problem+json' } }),
    ];
    const client = new Client(() => 'token', undefined, (date) => heard.push(date), async () => answers.shift()!);

    await client.get('/api/queues');
    await expect(client.get('/api/queues')).rejects.toBeInstanceOf(Problem);

    expect(heard).toEqual(['Tue, 06 May 2031 12:00:00 GMT', 'Tue, 06 May 2031 12:00:05 GMT']);
  });

  it('tells no time where it was not reached', async () => {
    const heard: (string | null)[] = [];
    const client = new Client(() => 'token', undefined, (date) => heard.push(date), () => Promise.reject(new TypeError('offline')), async () => {});

    await expect(client.get('/api/queues')).rejects.toBeInstanceOf(Problem);

    expect(heard).toEqual([]);
  });
});
