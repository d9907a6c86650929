import type { Day } from '../days.ts';
import type { Cadence } from '../deadline/deadline.ts';

export const FACETS = ['people', 'work', 'time', 'responsibility', 'authority', 'result'] as const;
/** The 6 rõ, in the plan's order: người, việc, thời gian, trách nhiệm, thẩm quyền, kết quả (R7). */
export type Facet = (typeof FACETS)[number];

export interface FacetFacts {
  assigneeId: number | null;
  title: string;
  dueOn: Day | null;
  cadence: Cadence | null;
  hasHead: boolean;
  hasLeader: boolean;
  authority: string | null;
  product: string | null;
}

const isBlank = (text: string | null): boolean => text === null || text.trim() === '';

const IS_MISSING: Record<Facet, (facts: FacetFacts) => boolean> = {
  people: (facts) => facts.assigneeId === null,
  work: (facts) => isBlank(facts.title),
  time: (facts) => facts.dueOn === null && facts.cadence === null,
  responsibility: (facts) => !facts.hasHead || !facts.hasLeader,
  authority: (facts) => isBlank(facts.authority),
  result: (facts) => isBlank(facts.product),
};

/** The facets of the 6 rõ that a task still lacks, in the plan's order. */
export function missingFacets(facts: FacetFacts): Facet[] {
  return FACETS.filter((facet) => IS_MISSING[facet](facts));
}
