import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { createCalendar, isWorkingDay } from '../../../src/domain/calendar/working-calendar.ts';
import { addDays } from '../../../src/domain/days.ts';
import { likelyDueDays, readDraftDeadline, withOtherDay } from '../../../src/domain/task/draft-days.ts';

const calendar = createCalendar({ daysOff: ['2026-07-31'], workingSaturdays: [] });
const daysOn = (today: string) => likelyDueDays(today, calendar).map(({ day }) => day);

describe('likely due days', () => {
  test.each([
    ['Wednesday', '2026-07-08', ['2026-07-10', '2026-07-15', '2026-07-22', '2026-07-30']],
    ['Friday: the week is over', '2026-07-10', ['2026-07-17', '2026-07-24', '2026-07-30']],
    ['the last working day of the month', '2026-07-30', ['2026-08-07', '2026-08-14', '2026-08-31']],
  ])('on a %s', (_, today, days) => {
    expect(daysOn(today)).toEqual(days);
  });

  it('are to come, worked, and named once, whatever the day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1500 }), (count) => {
        const today = addDays('2026-01-01', count);
        const days = daysOn(today);
        expect(days.every((day) => day > today && isWorkingDay(calendar, day))).toBe(true);
        expect(new Set(days).size).toBe(days.length);
      }),
    );
  });
});

describe('a deadline typed in chat', () => {
  const read = (wording: string) =>
    readDraftDeadline(wording, { today: '2026-07-08', calendar, phases: [], beforeDayMeans: 'dayBefore' });
  const dueOnOf = (wording: string) => {
    const answer = read(wording);
    return 'deadline' in answer ? answer.deadline.dueOn : answer.fault;
  };

  test.each([
    ['20/7', '2026-07-20'],
    ['trước 20/7', '2026-07-20'],
    ['thứ 6 tuần sau', '2026-07-17'],
    ['trong tháng 8', '2026-08-31'],
    ['31/6', 'dayImpossible'],
    ['01/7/2026', 'dayPassed'],
    ['30/7 và 31/12', 'severalDays'],
    ['theo tiến độ', 'dayUnclear'],
  ])('“%s”', (wording, expected) => {
    expect(dueOnOf(wording)).toBe(expected);
  });

  it('of “trước 20/7” offers the day before, and the day itself once that is taken', () => {
    const answer = read('trước 20/7');
    if (!('deadline' in answer)) throw new Error(answer.fault);
    expect(answer.deadline.otherDueOn).toBe('2026-07-19');
    const other = withOtherDay(answer.deadline);
    expect(other).toMatchObject({ dueOn: '2026-07-19', otherDueOn: '2026-07-20' });
    expect(withOtherDay(other)).toEqual(answer.deadline);
  });

  it('of a day as such offers no other', () => {
    expect(read('20/7')).toMatchObject({ deadline: { otherDueOn: null } });
  });

  it('that repeats keeps its cadence and has no day', () => {
    expect(read('ngày 25 hằng tháng')).toMatchObject({
      deadline: { dueOn: null, cadence: { every: 'month', day: 25 } },
    });
  });

  it('of a month begins on its first day', () => {
    expect(read('trong tháng 8')).toMatchObject({ deadline: { startOn: '2026-08-01' } });
  });
});
