import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listTicketNotices } from '../../../src/domain/escalation/ticket-notices.ts';
import {
  isTicketLate,
  leaderByOf,
  mayAnswerTicket,
  mayForwardTicket,
  officeByOf,
  standingOf,
} from '../../../src/domain/task/ticket.ts';
import { aDirector, aHeadOf, aLeaderInChargeOf, anOperator, aTaskOf, UNITS } from '../../support/people.ts';
import { calendar } from '../../support/working-days.ts';

const at = new Date('2026-07-08T02:00:00Z');
const raised = { forwardedAt: null, decidedAt: null, officeBy: '2026-07-09', leaderBy: null };
const forwarded = { ...raised, forwardedAt: at, leaderBy: '2026-07-10' };

describe('where a ticket stands', () => {
  it.each([
    [raised, 'withOffice'],
    [forwarded, 'withLeader'],
    [{ ...forwarded, decidedAt: at }, 'decided'],
    [{ ...raised, decidedAt: at }, 'decided'],
  ] as const)('%#: %s', (ticket, standing) => {
    expect(standingOf(ticket)).toBe(standing);
  });

  it('gives the office one working day and the leader two', () => {
    expect(officeByOf(calendar, '2026-07-08')).toBe('2026-07-09');
    expect(officeByOf(calendar, '2026-07-10')).toBe('2026-07-13');
    expect(leaderByOf(calendar, '2026-07-09')).toBe('2026-07-13');
  });

  it('is late once the day of whoever has it is over', () => {
    expect(isTicketLate(raised, '2026-07-09')).toBe(false);
    expect(isTicketLate(raised, '2026-07-10')).toBe(true);
    expect(isTicketLate(forwarded, '2026-07-10')).toBe(false);
    expect(isTicketLate(forwarded, '2026-07-13')).toBe(true);
    expect(isTicketLate({ ...forwarded, decidedAt: at }, '2026-07-13')).toBe(false);
  });
});

describe('who may do what with a ticket', () => {
  const task = aTaskOf(UNITS.leading);
  const withOffice = { standing: 'withOffice', raisedById: 1 } as const;
  const withLeader = { standing: 'withLeader', raisedById: 1 } as const;

  it('the office passes it on while it has it, and answers it no longer afterwards', () => {
    expect(mayForwardTicket(anOperator(), 'withOffice', task)).toBe(true);
    expect(mayForwardTicket(anOperator(), 'withLeader', task)).toBe(false);
    expect(mayAnswerTicket(anOperator(), withOffice, task)).toBe(true);
    expect(mayAnswerTicket(anOperator(), withLeader, task)).toBe(false);
    const standsInForOffice = {
      ...aHeadOf(UNITS.other),
      inPlaceOf: [{ of: anOperator(), scope: 'all' }],
    } as const;
    expect(mayAnswerTicket(standsInForOffice, withLeader, task)).toBe(false);
  });

  it('leaders decide it, at either place; heads and leaders of other fields never', () => {
    for (const ticket of [withOffice, withLeader]) {
      expect(mayAnswerTicket(aDirector(), ticket, task)).toBe(true);
      expect(mayAnswerTicket(aLeaderInChargeOf(UNITS.leading), ticket, task)).toBe(true);
      expect(mayAnswerTicket(aLeaderInChargeOf(UNITS.other), ticket, task)).toBe(false);
      expect(mayAnswerTicket(aHeadOf(UNITS.leading), ticket, task)).toBe(false);
    }
  });

  it('nobody decides their own, nor twice', () => {
    const director = aDirector();
    expect(mayAnswerTicket(director, { ...withOffice, raisedById: director.personId }, task)).toBe(false);
    expect(mayAnswerTicket(director, { standing: 'decided', raisedById: 1 }, task)).toBe(false);
  });
});

describe('what is owed about a ticket', () => {
  it('is said each day to whoever has it, from the day after it came', () => {
    const watched = { id: 4, standing: 'withOffice', changedOn: '2026-07-08' } as const;
    expect(listTicketNotices(watched, '2026-07-08')).toEqual([]);
    expect(listTicketNotices(watched, '2026-07-09')).toEqual([
      { kind: 'ticketToAnswer', to: 'office', key: 'ticket:4:withOffice:2026-07-09' },
    ]);
    expect(listTicketNotices({ ...watched, standing: 'withLeader' }, '2026-07-09')).toMatchObject([
      { to: 'leaderInCharge' },
    ]);
  });

  it('is nothing once it is decided, whatever the day', () => {
    const days = fc.integer({ min: 1, max: 28 }).map((n) => `2026-07-${String(n).padStart(2, '0')}`);
    fc.assert(
      fc.property(days, days, (changedOn, today) => {
        expect(listTicketNotices({ id: 4, standing: 'decided', changedOn }, today)).toEqual([]);
      }),
    );
  });
});
