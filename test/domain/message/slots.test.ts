import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWorkingDay } from '../../../src/domain/calendar/working-calendar.ts';
import { dayOf, instantAt, weekdayOf } from '../../../src/domain/days.ts';
import type { MessageHours } from '../../../src/domain/message/quiet-hours.ts';
import { digestWeekAt, mondayOf, nextSlotAt, type Slot, slotAt } from '../../../src/domain/message/slots.ts';
import { calendar } from '../../support/working-days.ts';

const hours: MessageHours = {
  slots: { morning: '07:30', afternoon: '14:00' },
  quietHours: { from: '17:00', to: '07:00' },
};
/** `2026-07-15 07:30` in the plan's zone. */
const at = (moment: string): Date => instantAt(moment.slice(0, 10), moment.slice(11));

const anyMoment = fc
  .date({ min: at('2026-08-15 00:00'), max: at('2027-05-10 00:00'), noInvalidDate: true })
  .map((date) => new Date(date));

describe('the slot that is open', () => {
  it.each<[string, Slot | null, string]>([
    ['2026-07-15 07:29', null, 'before the morning'],
    ['2026-07-15 07:30', 'morning', 'on the minute'],
    ['2026-07-15 13:59', 'morning', 'late: until the next slot'],
    ['2026-07-15 14:00', 'afternoon', 'on the minute'],
    ['2026-07-15 16:59', 'afternoon', 'late: until quiet hours'],
    ['2026-07-15 17:00', null, 'in quiet hours'],
    ['2026-07-15 23:59', null, 'at night'],
    ['2026-07-18 08:00', null, 'on a Saturday'],
    ['2026-08-22 08:00', 'morning', 'on the Saturday that makes up for 31/8'],
    ['2026-08-31 08:00', null, 'on the Monday swapped for it'],
    ['2027-02-08 08:00', null, 'at Tết'],
    ['2027-05-03 14:30', null, 'on the day off for 01/5'],
  ])('%s: %s (%s)', (moment, slot) => {
    expect(slotAt(at(moment), hours, calendar)).toBe(slot);
  });

  it('is never open on a day off, nor outside the hours in which the bot may speak first', () => {
    fc.assert(
      fc.property(anyMoment, (now) => {
        if (slotAt(now, hours, calendar) === null) return;
        const today = dayOf(now);
        expect(isWorkingDay(calendar, today)).toBe(true);
        expect(now >= instantAt(today, '07:30') && now < instantAt(today, '17:00')).toBe(true);
      }),
    );
  });
});

describe('the next slot', () => {
  it.each([
    ['2026-07-15 06:00', '2026-07-15 07:30'],
    ['2026-07-15 07:30', '2026-07-15 14:00'],
    ['2026-07-15 14:00', '2026-07-16 07:30'],
    ['2026-07-17 15:00', '2026-07-20 07:30'],
    ['2026-08-21 18:00', '2026-08-22 07:30'],
    ['2027-02-04 20:00', '2027-02-12 07:30'],
    ['2027-04-29 14:01', '2027-05-04 07:30'],
  ])('after %s is %s', (now, next) => {
    expect(nextSlotAt(at(now), hours, calendar)).toEqual(at(next));
  });

  it('is later than now, and a slot is open at it', () => {
    fc.assert(
      fc.property(anyMoment, (now) => {
        const next = nextSlotAt(now, hours, calendar);
        expect(next > now).toBe(true);
        expect(slotAt(next, hours, calendar)).not.toBeNull();
      }),
    );
  });
});

describe('the week whose digest is owed', () => {
  const monday = { weekday: 1, at: '07:30' };
  const friday = { weekday: 5, at: '15:00' };

  it.each<[string, string | null, string]>([
    ['2026-07-13 07:29', null, 'not before Monday 07:30'],
    ['2026-07-13 07:30', '2026-07-13', 'on Monday 07:30'],
    ['2026-07-14 09:00', '2026-07-13', 'still owed when Monday was missed'],
    ['2026-08-31 08:00', null, 'not on a Monday off'],
    ['2026-09-01 08:00', null, 'nor on the next day off'],
    ['2026-09-03 07:30', '2026-08-31', 'on the first working day after 2/9'],
    ['2027-02-11 08:00', null, 'not at Tết'],
    ['2027-02-12 07:30', '2027-02-08', 'on Friday after Tết'],
    ['2027-05-04 07:30', '2027-05-03', 'on Tuesday after the day off for 01/5'],
  ])('Mondays, at %s: %s (%s)', (moment, week) => {
    expect(digestWeekAt(at(moment), monday, hours, calendar)).toBe(week);
  });

  it('a week wholly off gives no digest of its own: one goes out, with the next week', () => {
    const longTet = { ...calendar, daysOff: new Set([...calendar.daysOff, '2027-02-12']) };
    expect(digestWeekAt(at('2027-02-12 08:00'), monday, hours, longTet)).toBeNull();
    expect(digestWeekAt(at('2027-02-15 08:00'), monday, hours, longTet)).toBe('2027-02-15');
  });

  it.each<[string, string | null, string]>([
    ['2027-01-29 15:00', '2027-01-25', 'on Friday 15:00'],
    ['2027-04-29 16:00', null, 'not before'],
    ['2027-05-04 15:00', '2027-04-26', 'Friday 30/4 is off: on the next working day, in the next week'],
    ['2027-05-07 15:00', '2027-05-03', 'and that week’s own on its Friday'],
  ])('Fridays, at %s: %s (%s)', (moment, week) => {
    expect(digestWeekAt(at(moment), friday, hours, calendar)).toBe(week);
  });

  it('is named by a Monday, and is this week or the last', () => {
    fc.assert(
      fc.property(anyMoment, fc.integer({ min: 1, max: 5 }), (now, weekday) => {
        const week = digestWeekAt(now, { weekday, at: '07:30' }, hours, calendar);
        if (week === null) return;
        expect(weekdayOf(week)).toBe(1);
        expect([mondayOf(dayOf(now)), mondayOf(dayOf(new Date(now.getTime() - 7 * 86_400_000)))]).toContain(
          week,
        );
      }),
    );
  });
});
