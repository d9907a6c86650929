import { describe, expect, it } from 'vitest';
import { groupBy } from '../../src/domain/grouping.ts';

describe('grouping', () => {
  it('keeps the order of groups and of the items in each', () => {
    const groups = groupBy(['b1', 'a1', 'b2', 'a2'], (item) => item.charAt(0));
    expect([...groups]).toEqual([
      ['b', ['b1', 'b2']],
      ['a', ['a1', 'a2']],
    ]);
  });

  it('of nothing is no group', () => {
    expect(groupBy([], String).size).toBe(0);
  });
});
