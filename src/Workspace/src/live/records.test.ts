import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Interaction } from '../api/types';
import { forgetAll, learn, recordOf, refresh } from './records';
import { versionOf } from './version';

const ask = vi.hoisted(() => vi.fn());
vi.mock('../session/session', () => ({ client: { ask } }));

type Answer = { status: number; etag: string | null; value: Interaction | null };
const record = (handling: string) => ({ id: 'x', handling }) as unknown as Interaction;
const answer = (version: number, handling: string): Answer => ({ status: 200, etag: `"${version}"`, value: record(handling) });
const settled = () => new Promise((done) => setTimeout(done));
const handling = () => recordOf('x').value?.handling;

describe('What is known of an interaction', () => {
  let say: ((answer: Answer) => void)[];
  let fail: ((fault: unknown) => void)[];

  beforeEach(() => {
    forgetAll();
    [say, fail] = [[], []];
    ask.mockReset().mockImplementation(() => new Promise((done, refused) => { say.push(done); fail.push(refused); }));
  });

  it('does not fall back where an order was answered before what was asked for earlier', async () => {
    const asked = refresh('x');
    await settled();
    learn(record('active'), '"12"');
    say[0]!(answer(11, 'offered'));
    await asked;
    expect(handling()).toBe('active');
  });

  it('does not fall back either where the order said no version, and is asked for anew', async () => {
    const asked = refresh('x');
    await settled();
    learn(record('active'));
    say[0]!(answer(11, 'offered'));
    await settled();
    expect([handling(), say.length]).toEqual(['active', 2]);
    say[1]!(answer(13, 'wrapUp'));
    await asked;
    expect(handling()).toBe('wrapUp');
  });

  it('does not fall back to what an order is answered again with', () => {
    learn(record('wrapUp'), '"13"');
    learn(record('active'), 'W/"12"');
    expect(handling()).toBe('wrapUp');
  });

  it('is asked for once by all who ask in the same breath, and once more for those who ask later', async () => {
    const all = [refresh('x'), refresh('x')];
    await settled();
    expect(say.length).toBe(1);
    all.push(refresh('x'), refresh('x'));
    say[0]!(answer(11, 'offered'));
    await settled();
    expect(say.length).toBe(2);
    say[1]!(answer(12, 'active'));
    await Promise.all(all);
    expect([handling(), say.length]).toEqual(['active', 2]);
  });

  it('is asked for once more too where it was not there when somebody asked first', async () => {
    const asked = refresh('x');
    await settled();
    void refresh('x');
    fail[0]!(new Error('not there'));
    await settled();
    say[1]!(answer(12, 'active'));
    await asked;
    expect(handling()).toBe('active');
  });

  it('can be asked for again after it failed', async () => {
    const asked = refresh('x');
    await settled();
    fail[0]!(new Error('not there'));
    await expect(asked).rejects.toThrow('not there');
    void refresh('x');
    await settled();
    say[1]!(answer(12, 'active'));
    await settled();
    expect(handling()).toBe('active');
  });

  it('is not sent again where it is as it was', async () => {
    learn(record('active'), '"12"');
    const asked = refresh('x');
    await settled();
    say[0]!({ status: 304, etag: '"12"', value: null });
    await asked;
    expect([ask.mock.calls[0]![2].ifNoneMatch, handling()]).toEqual(['"12"', 'active']);
  });
});

describe('A version', () => {
  it.each([['"12"', 12], ['W/"12"', 12], ['"abc"', null], ['12', null], [null, null]])('is found in %s', (etag, version) => {
    expect(versionOf(etag)).toBe(version);
  });
});
