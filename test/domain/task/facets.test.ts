import { describe, expect, it } from 'vitest';
import { FACETS, type FacetFacts, missingFacets } from '../../../src/domain/task/facets.ts';

const ALL_CLEAR: FacetFacts = {
  assigneeId: 15,
  title: 'Rà soát thủ tục hành chính',
  dueOn: '2026-06-05',
  cadence: null,
  hasHead: true,
  hasLeader: true,
  authority: 'Giám đốc Sở',
  product: 'Báo cáo',
};

const missing = (fields: Partial<FacetFacts>) => missingFacets({ ...ALL_CLEAR, ...fields });

describe('the 6 rõ', () => {
  it('are người, việc, thời gian, trách nhiệm, thẩm quyền, kết quả, in this order', () => {
    expect(FACETS).toEqual(['people', 'work', 'time', 'responsibility', 'authority', 'result']);
  });

  it('are complete when each is stated', () => {
    expect(missing({})).toEqual([]);
  });

  it.each<[string, Partial<FacetFacts>]>([
    ['people', { assigneeId: null }],
    ['work', { title: '   ' }],
    ['time', { dueOn: null }],
    ['responsibility', { hasHead: false }],
    ['responsibility', { hasLeader: false }],
    ['authority', { authority: null }],
    ['authority', { authority: ' ' }],
    ['result', { product: null }],
    ['result', { product: '' }],
  ])('lack rõ %s without it: %o', (facet, fields) => {
    expect(missing(fields)).toEqual([facet]);
  });

  it('count a cadence as a time, since it gives dated occurrences', () => {
    expect(missing({ dueOn: null, cadence: { every: 'month', day: 25 } })).toEqual([]);
  });

  it('that are missing are named in the plan’s order', () => {
    expect(missing({ product: null, assigneeId: null, dueOn: null })).toEqual(['people', 'time', 'result']);
  });
});
