import { describe, expect, it } from 'vitest';
import { refusedAgain, sending, sent } from './draft';

const key = () => 'key-1';

describe('a message that is sent', () => {
  it('leaves the box at once and stays known as it was', () => {
    expect(sending({ text: 'On its way.', attempt: null }, 12, false, key)).toEqual({ text: '', attempt: { key: 'key-1', text: 'On its way.', lastSeen: 12, force: false } });
  });

  it('leaves what was written meanwhile', () => {
    const underWay = { ...sending({ text: 'On its way.', attempt: null }, 12, false, key), text: 'And now?' };
    expect(sent(underWay)).toEqual({ text: 'And now?', attempt: null });
  });

  it('stands in the box again where it was refused, and nothing that was written meanwhile is lost', () => {
    const underWay = sending({ text: 'On its way.', attempt: null }, 12, false, key);
    expect(refusedAgain(underWay)).toEqual({ text: 'On its way.', attempt: null });
    expect(refusedAgain({ ...underWay, text: 'And now?' }).text).toBe('On its way.\nAnd now?');
  });
});
