import { describe, expect, it } from 'vitest';
import { chosen, sorted } from './sorting';

const rows = [{ id: 'agent-10', wait: 5 }, { id: 'agent-2', wait: null }, { id: 'agent-1', wait: 7 }, { id: 'agent-3', wait: 5 }];
const ids = (found: { id: string }[]) => found.map((row) => row.id);

describe('sorting by a column', () => {
  it('goes by numbers, and leaves equals as they were', () => {
    expect(ids(sorted(rows, (row) => row.wait, false))).toEqual(['agent-10', 'agent-3', 'agent-1', 'agent-2']);
  });

  it('has what is not known last either way', () => {
    expect(ids(sorted(rows, (row) => row.wait, true))).toEqual(['agent-1', 'agent-10', 'agent-3', 'agent-2']);
  });

  it('counts numbers within names', () => {
    expect(ids(sorted(rows, (row) => row.id, false))).toEqual(['agent-1', 'agent-2', 'agent-3', 'agent-10']);
  });

  it('changes nothing of what it was given', () => {
    const before = ids(rows);
    sorted(rows, (row) => row.id, true);
    expect(ids(rows)).toEqual(before);
  });

  it('turns round when the same column is chosen again', () => {
    const first = chosen({ by: 'id', isDown: false }, 'wait', true);
    expect(first).toEqual({ by: 'wait', isDown: true });
    expect(chosen(first, 'wait', true)).toEqual({ by: 'wait', isDown: false });
  });
});
