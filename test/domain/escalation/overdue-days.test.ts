import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/domain/days.ts';
import { latestOverdueDay, workingDaysLate } from '../../../src/domain/escalation/owed-notices.ts';
import { calendar } from '../../support/working-days.ts';

const aDay = fc.integer({ min: 0, max: 1600 }).map((offset) => addDays('2026-06-01', offset));

describe('the latest due day that is overdue', () => {
  it.each(['untilNextWorkingDay', 'thatDay'] as const)(
    'is where lists and figures part: what was due by then is late, what is due after is not (%s)',
    (setting) => {
      fc.assert(
        fc.property(aDay, aDay, (dueOn, today) => {
          const isListed = dueOn <= latestOverdueDay(calendar, today, setting);
          expect(isListed).toBe(workingDaysLate(calendar, dueOn, today, setting) > 0);
        }),
        { numRuns: 2000 },
      );
    },
  );

  it('leaves a task that is due on a Saturday in time on Monday', () => {
    expect(latestOverdueDay(calendar, '2026-07-13', 'untilNextWorkingDay')).toBe('2026-07-10');
    expect(latestOverdueDay(calendar, '2026-07-13', 'thatDay')).toBe('2026-07-12');
  });
});
