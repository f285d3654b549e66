import { beforeEach, describe, expect, it, vi } from 'vitest';
import { loaded, mayReloadAgain } from './loaded';

const gone = () => Promise.reject(new TypeError('404'));

describe('A part of the pages', () => {
  const [stored, reload] = [new Map<string, string>(), vi.fn()];
  const kept = { getItem: (key: string) => stored.get(key) ?? null, setItem: (key: string, value: string) => void stored.set(key, value), removeItem: (key: string) => void stored.delete(key) };
  const around = (isThere = true) => ({ kept, isReachable: async () => isThere, reload });
  const settled = () => new Promise((done) => setTimeout(done));

  beforeEach(() => {
    stored.clear();
    reload.mockReset();
  });

  it('is loaded where it is there', async () => {
    expect(await loaded(async () => 'board', around())).toBe('board');
    expect(reload).not.toHaveBeenCalled();
  });

  it('that is gone since a deployment has everything loaded anew, once', async () => {
    void loaded(gone, around());
    await settled();
    expect(reload).toHaveBeenCalledTimes(1);

    await expect(loaded(gone, around())).rejects.toThrow('404');
    expect(reload).toHaveBeenCalledTimes(1);
  });

  it('may be gone after the next deployment again', async () => {
    void loaded(gone, around());
    await settled();
    await loaded(async () => 'board', around());
    void loaded(gone, around());
    await settled();
    expect(reload).toHaveBeenCalledTimes(2);
  });

  it('has everything loaded anew where somebody tries again', async () => {
    void loaded(gone, around());
    await settled();
    mayReloadAgain(kept);
    void loaded(gone, around());
    await settled();
    expect(reload).toHaveBeenCalledTimes(2);
  });

  it('leaves the page as it is where the app is not reached', async () => {
    await expect(loaded(gone, around(false))).rejects.toThrow('404');
    expect(reload).not.toHaveBeenCalled();
  });
});
