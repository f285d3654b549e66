import { describe, expect, it } from 'vitest';
import { conditionText, ruleFault, routeText, tried, verdictOf } from './verdicts';

const stored = [
  { id: 'a', version: 1, order: 1, when: {}, queue: 'one' },
  { id: 'broken', version: 2, unreadable: true as const },
  { id: 'b', version: 3, order: 2, when: {}, queue: 'two' },
];

describe('rules that are tried', () => {
  it('are those that are stored, without what cannot be read', () => {
    expect(tried(stored, null)).toEqual([{ id: 'a', order: 1, when: {}, queue: 'one' }, { id: 'b', order: 2, when: {}, queue: 'two' }]);
  });

  it('have a draft in the place of itself, or among the others', () => {
    expect(tried(stored, { id: 'b', order: 0 }).map(({ id, order }) => [id, order])).toEqual([['a', 1], ['b', 0]]);
    expect(tried(stored, { id: 'new', order: 9 }).map(({ id }) => id)).toEqual(['a', 'b', 'new']);
  });

  it('are named where one is wrong', () => {
    const rules = tried(stored, null);
    expect(ruleFault('rules[1].when.contains[0]', 'is empty', rules)).toBe('b, when.contains[0]: is empty');
    expect(ruleFault('line', 'is not there', rules)).toBe('line: is not there');
  });
});

describe('a verdict', () => {
  const verdict = { id: 'a', order: 1, asked: true, matched: false, decided: false, met: [], unmet: null };

  it.each([
    [{ asked: false }, 'notAsked'], [{}, 'unmatched'], [{ matched: true }, 'matched'], [{ matched: true, decided: true }, 'decided'],
  ])('of %j is %s', (is, said) => {
    expect(verdictOf({ ...verdict, ...is })).toBe(said);
  });

  it('says what was expected, what there was and why', () => {
    expect(conditionText({ condition: 'attributes', attribute: 'tier', expected: ['gold', 'silver'], actual: 'bronze', reason: 'is none of them' })).toBe('attributes tier (gold, silver): is none of them (bronze)');
  });

  it('says where it goes', () => {
    expect(routeText({ queue: 'one', priority: 5, skills: ['french'], tags: [], rule: null })).toBe('one, priority 5, french');
  });
});
