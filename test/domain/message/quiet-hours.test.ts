import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantAt } from '../../../src/domain/days.ts';
import { isQuiet, type MessageHours, momentForEvent } from '../../../src/domain/message/quiet-hours.ts';
import { slotAt } from '../../../src/domain/message/slots.ts';
import { calendar } from '../../support/working-days.ts';

const hours: MessageHours = {
  slots: { morning: '07:30', afternoon: '14:00' },
  quietHours: { from: '17:00', to: '07:00' },
};
const at = (moment: string): Date => instantAt(moment.slice(0, 10), moment.slice(11));

describe('quiet hours: 17:00–07:00 and days off', () => {
  it.each([
    ['2026-07-15 06:59', true],
    ['2026-07-15 07:00', false],
    ['2026-07-15 12:00', false],
    ['2026-07-15 16:59', false],
    ['2026-07-15 17:00', true],
    ['2026-07-18 10:00', true],
    ['2026-08-22 10:00', false],
    ['2026-08-31 10:00', true],
    ['2026-11-24 10:00', true],
  ])('%s: quiet is %s', (moment, quiet) => {
    expect(isQuiet(at(moment), hours, calendar)).toBe(quiet);
  });
});

describe('an event is told', () => {
  it.each([
    ['2026-07-15 10:12', '2026-07-15 10:12', 'at once in working hours'],
    ['2026-07-15 05:00', '2026-07-15 07:30', 'with the slot of that morning before work'],
    ['2026-07-15 20:00', '2026-07-16 07:30', 'with the next morning after work'],
    ['2026-07-17 17:00', '2026-07-20 07:30', 'on Monday after Friday evening'],
    ['2026-07-18 05:00', '2026-07-20 07:30', 'on Monday after Saturday'],
    ['2026-08-21 19:00', '2026-08-22 07:30', 'on the working Saturday after Friday evening'],
    ['2027-02-04 19:00', '2027-02-12 07:30', 'after Tết'],
  ])('at %s: %s (%s)', (moment, told) => {
    expect(momentForEvent(at(moment), hours, calendar)).toEqual(at(told));
  });

  it('never earlier than it happened, never in quiet hours, and held ones join a slot', () => {
    const anyMoment = fc.date({
      min: at('2026-08-15 00:00'),
      max: at('2027-05-10 00:00'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(anyMoment, (now) => {
        const told = momentForEvent(now, hours, calendar);
        expect(told >= now).toBe(true);
        expect(isQuiet(told, hours, calendar)).toBe(false);
        if (told > now) expect(slotAt(told, hours, calendar)).toBe('morning');
      }),
    );
  });
});
