import { describe, expect, it } from 'vitest';
import { attemptIn, keptOf } from './attempts';

const attempt = { verifier: 'v', state: 's' };

describe('An attempt to sign in', () => {
  it('leads back to where somebody was', () => {
    expect(attemptIn(keptOf(attempt, ['interactions', 'a/b']))).toEqual({ ...attempt, place: ['interactions', 'a/b'] });
  });

  it('leads to the desk where it says no place', () => {
    expect(attemptIn(JSON.stringify(attempt))?.place).toEqual([]);
  });

  it.each([null, 'not JSON'])('is none where %s is kept', (kept) => {
    expect(attemptIn(kept)).toBe(null);
  });
});
