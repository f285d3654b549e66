import { describe, expect, it } from 'vitest';
import { Problem } from '../api/problem';
import { t } from './en';
import { explain, Said } from './problems';

describe('What went wrong', () => {
  it('is never said in the words of a browser', () => {
    expect(explain(new TypeError("undefined is not an object (evaluating 'a.b')"))).toBe(t.problem.unexpected);
    expect(explain('a string')).toBe(t.problem.unexpected);
  });

  it('is said as it was put already', () => {
    expect(explain(new Said(t.signIn.unreached))).toBe(t.signIn.unreached);
  });

  it('is said by the app where there are no words here', async () => {
    const document = JSON.stringify({ type: 'urn:interactions:other', title: 'It is so.', detail: 'Look there.' });
    expect(explain(await Problem.of(new Response(document, { status: 409, headers: { 'Content-Type': 'application/problem+json' } })))).toBe('It is so. Look there.');
    expect(explain(Problem.unreached())).toBe(t.problem.unreached);
  });
});
