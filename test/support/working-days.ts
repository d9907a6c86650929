import { createCalendar } from '../../src/domain/calendar/working-calendar.ts';

/** The days off of 2026–2027 that the tests walk over: two swaps of 2026, Tết 2027, 30/4–03/5/2027. */
export const calendar = createCalendar({
  daysOff: [
    '2026-01-01',
    '2026-01-02',
    '2026-08-31',
    '2026-09-01',
    '2026-09-02',
    '2026-11-24',
    '2027-01-01',
    '2027-02-05',
    '2027-02-08',
    '2027-02-09',
    '2027-02-10',
    '2027-02-11',
    '2027-04-16',
    '2027-04-30',
    '2027-05-03',
  ],
  workingSaturdays: ['2026-01-10', '2026-08-22'],
});
