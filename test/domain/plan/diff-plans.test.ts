import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parsePlan } from '../../../src/documents/plan/parse-plan.ts';
import { diffPlans } from '../../../src/domain/plan/diff-plans.ts';
import type { Plan } from '../../../src/domain/plan/plan.ts';

const shipped = readFileSync(new URL('../../../plans/dong-nai-skhcn.yaml', import.meta.url), 'utf8');

function planFrom(text: string): Plan {
  const parsed = parsePlan(text, 'plan.yaml');
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.plan;
}

const plan = planFrom(shipped);

describe('what a changed plan file says differently', () => {
  it('is nothing for the same plan, also after a stay in the database', () => {
    expect(diffPlans(plan, plan)).toEqual([]);
    expect(diffPlans(JSON.parse(JSON.stringify(plan)), plan)).toEqual([]);
  });

  it('names the place, the old and the new', () => {
    const changed = { ...plan, weeklyDigest: { ...plan.weeklyDigest, at: '08:15' } };
    expect(diffPlans(plan, changed)).toEqual([{ path: 'weeklyDigest.at', old: '07:30', new: '08:15' }]);
  });

  it('names entries of lists by their own code', () => {
    const indicators = plan.indicators.map((indicator) =>
      indicator.code === 'CT-24' ? { ...indicator, owner: 'KHTC' } : indicator,
    );
    expect(diffPlans(plan, { ...plan, indicators })).toEqual([
      { path: 'indicators.CT-24.owner', old: 'VP', new: 'KHTC' },
    ]);
  });

  it('is one difference when a day off is put in before the others', () => {
    const added = { on: '2026-01-05', name: 'Nghỉ thêm', kind: 'holiday', status: 'official' } as const;
    const calendar = { ...plan.calendar, daysOff: [added, ...plan.calendar.daysOff] };
    expect(diffPlans(plan, { ...plan, calendar })).toEqual([
      { path: 'calendar.daysOff.2026-01-05', old: null, new: added },
    ]);
  });
});
