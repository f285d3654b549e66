import { describe, expect, it } from 'vitest';
import { Problem } from './problem';

const refusal = (status: number) => Problem.of(new Response(JSON.stringify({ type: 'urn:interactions:x', title: 'No.', status }), { status, headers: { 'Content-Type': 'application/problem+json; charset=utf-8' } }));
const without = (status: number) => Problem.of(new Response('<h1>Site stopped</h1>', { status, headers: { 'Content-Type': 'text/html' } }));

describe('A refusal', () => {
  it.each([400, 401, 403, 404, 409, 412])('of the app with %d stays', async (status) => {
    expect((await refusal(status)).isPassing).toBe(false);
  });

  it.each([429, 500, 503])('of the app with %d passes', async (status) => {
    expect((await refusal(status)).isPassing).toBe(true);
  });

  it.each([400, 403, 404, 405, 502, 503])('of something before the app with %d passes', async (status) => {
    expect((await without(status)).isPassing).toBe(true);
  });

  it('of a token stays, whoever says it', async () => {
    expect((await without(401)).isPassing).toBe(false);
  });

  it('passes where nothing was reached', () => {
    expect(Problem.unreached().isPassing).toBe(true);
  });
});
