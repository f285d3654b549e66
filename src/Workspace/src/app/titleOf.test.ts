import { describe, expect, it } from 'vitest';
import { titleOf } from './titleOf';

describe('The title', () => {
  it('is that of the app where no page has a name', () => {
    expect(titleOf(null, 0, 'Interactions')).toBe('Interactions');
  });

  it('says the page first, which is what differs between tabs', () => {
    expect(titleOf('Board', 0, 'Interactions')).toBe('Board · Interactions');
  });

  it('says before everything how many wait', () => {
    expect(titleOf('Board', 3, 'Interactions')).toBe('(3) Board · Interactions');
  });
});
