import { describe, expect, it } from 'vitest';
import { refusalIn } from './pkce';

describe('What the directory answers', () => {
  it.each(['invalid_grant', 'interaction_required', 'invalid_client'])('is a refusal where it says %s', (error) => {
    expect(refusalIn(400, { error })).toBe(error);
  });

  it.each<[number, { error?: string }]>([[200, {}], [400, {}], [429, { error: 'invalid_request' }], [503, { error: 'invalid_grant' }], [400, { error: 'temporarily_unavailable' }], [400, { error: 'server_error' }]])('with %d and %o is none', (status, answer) => {
    expect(refusalIn(status, answer)).toBe(null);
  });
});
