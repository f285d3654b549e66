import { describe, expect, it } from 'vitest';
import { partsOf } from './parts';

describe('A place', () => {
  it.each([
    ['/workspace', []],
    ['/workspace/', []],
    ['/workspace/console/queues/a%2Fb', ['console', 'queues', 'a/b']],
    ['/workspace/%', ['%']],
    ['/workspace/board/%E0%A4', ['board', '%E0%A4']],
  ])('%s is found', (path, parts) => {
    expect(partsOf(path)).toEqual(parts);
  });
});
