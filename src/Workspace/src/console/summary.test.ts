import { describe, expect, it } from 'vitest';
import type { Row } from './rows';
import { isFound, summaryOf } from './summary';

const rule = (more: object): Row => ({ id: 'returns', version: 1, order: 10, queue: 'returns', ...more }) as unknown as Row;

describe('What a list says of a rule', () => {
  it('is where it stands, what it looks for, and where that goes', () => {
    expect(summaryOf('rules', rule({ when: { contains: ['return', 'refund'] } }))).toBe('Order 10, text has “return”, “refund”, goes to returns');
  });

  it('is not every word of many', () => {
    expect(summaryOf('rules', rule({ when: { contains: ['a', 'b', 'c', 'd'] }, queue: null }))).toBe('Order 10, text has “a”, “b”, “c”…, decides no queue');
  });

  it('is shorter where it looks for no words', () => {
    expect(summaryOf('rules', rule({ when: null }))).toBe('Order 10, goes to returns');
  });

  it('is what it is found by', () => {
    expect(isFound('rules', rule({ when: { contains: ['refund'] } }), 'Refund returns')).toBe(true);
    expect(isFound('rules', rule({}), 'refund')).toBe(false);
  });
});
