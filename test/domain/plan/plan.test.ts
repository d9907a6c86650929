import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parsePlan } from '../../../src/documents/plan/parse-plan.ts';
import { isWorkingDay, nextWorkingDay } from '../../../src/domain/calendar/working-calendar.ts';
import { weekdayOf } from '../../../src/domain/days.ts';
import {
  campaignDay,
  type Indicator,
  type Plan,
  phaseOn,
  planCalendar,
} from '../../../src/domain/plan/plan.ts';

function loadPlan(): Plan {
  const fileName = 'plans/dong-nai-skhcn.yaml';
  const parsed = parsePlan(readFileSync(fileName, 'utf8'), fileName);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.plan;
}

const plan = loadPlan();
const indicator = (code: string): Indicator | undefined => plan.indicators.find((each) => each.code === code);

describe('the 500 days', () => {
  it('run from 19/5/2026 to 30/9/2027', () => {
    expect(campaignDay(plan, '2026-05-18')).toBe(0);
    expect(campaignDay(plan, '2026-05-19')).toBe(1);
    expect(campaignDay(plan, '2027-09-30')).toBe(500);
    expect(campaignDay(plan, '2027-10-01')).toBe(501);
  });
});

describe('the phases', () => {
  it.each<[string, string | undefined, string]>([
    ['2026-05-18', undefined, 'before the campaign'],
    ['2026-05-19', 'GD1', 'the first day'],
    ['2026-06-05', 'GD1', 'the day that two phases share belongs to the one that ends'],
    ['2026-06-06', 'GD2', ''],
    ['2026-12-31', 'GD2', ''],
    ['2027-01-01', 'GD3', ''],
    ['2027-03-31', 'GD3', ''],
    ['2027-04-01', 'GD4', ''],
    ['2027-09-30', 'GD4', ''],
    ['2027-10-01', 'GD5', ''],
    ['2030-12-31', 'GD5', 'the last day of the horizon'],
    ['2031-01-01', undefined, 'after it'],
  ])('%s is in %s %s', (day, code) => {
    expect(phaseOn(plan, day)?.code).toBe(code);
  });

  it('begin when the plan is issued, once that day is known', () => {
    const issued = { ...plan, campaign: { ...plan.campaign, issuedOn: '2026-06-02' } };
    expect(phaseOn(issued, '2026-06-01')).toBeNull();
    expect(phaseOn(issued, '2026-06-02')?.code).toBe('GD1');
  });

  it('carry every task and duty of the plan', () => {
    const counts = plan.phases.map(({ code, tasks, duties }) => [code, tasks.length, duties.length]);
    expect(counts).toEqual([
      ['GD1', 5, 3],
      ['GD2', 5, 2],
      ['GD3', 4, 2],
      ['GD4', 4, 2],
      ['GD5', 1, 0],
    ]);
  });

  it('have the milestones that the plan dates', () => {
    expect(plan.phases.flatMap(({ milestones }) => milestones.map(({ dueOn }) => dueOn))).toEqual([
      '2026-06-05',
      '2026-06-05',
      '2026-06-05',
      '2026-12-31',
      '2027-01-31',
      '2027-02-28',
      '2027-03-31',
      '2027-06-30',
      '2027-09-30',
    ]);
  });

  it('are written without the slips of the scanned document', () => {
    expect(JSON.stringify(plan)).not.toMatch(/phần đầu|phân việc|01\.\/CTr/i);
    const texts = JSON.stringify([plan.phases, plan.responsibilities, plan.indicators]);
    expect(texts).not.toMatch(/KHCCN|KH-CN/);
  });
});

describe('the 25 indicators', () => {
  it('stand in the four groups of the plan', () => {
    const groups = [1, 2, 3, 4].map((group) => plan.indicators.filter((each) => each.group === group).length);
    expect(groups).toEqual([12, 7, 4, 2]);
  });

  it('follow the requirements R18 to R42, one each', () => {
    expect(plan.indicators.map(({ requirement }) => requirement)).toEqual(
      Array.from({ length: 25 }, (_, index) => `R${index + 18}`),
    );
  });

  it.each([
    ['CT-05', 'atLeast', 0.98],
    ['CT-06', 'cutBy', 0.7],
    ['CT-07', 'cutBy', 0.9],
    ['CT-10', 'watch', null],
    ['CT-11', 'atLeast', 1],
    ['CT-15', 'atLeast', 0.9],
    ['CT-16', 'cutBy', 0.3],
    ['CT-18', 'done', null],
    ['CT-22', 'watch', null],
    ['CT-23', 'atLeast', 0.2],
    ['CT-24', 'atLeast', 0.95],
    ['CT-25', 'all', 1],
  ])('%s aims at %s %s', (code, kind, value) => {
    expect(indicator(code)?.target).toEqual({ kind, value });
  });

  it('need a baseline only where the plan compares with before', () => {
    const compared = plan.indicators.filter(({ needsBaseline }) => needsBaseline).map(({ code }) => code);
    expect(compared).toEqual(['CT-06', 'CT-07', 'CT-16']);
  });

  it('count contract workers only among the briefed (R143)', () => {
    const officials = ['civilServant', 'publicEmployee'];
    expect(indicator('CT-02')?.headcount).toEqual(officials);
    expect(indicator('CT-03')?.headcount).toEqual(officials);
    expect(indicator('CT-23')?.headcount).toEqual(officials);
    expect(indicator('CT-20')?.headcount).toEqual([...officials, 'contractWorker']);
  });
});

describe('solutions, reports and registers', () => {
  it('are those of the plan', () => {
    expect(plan.solutions).toHaveLength(5);
    expect(plan.reportRegime.map(({ code }) => code)).toHaveLength(13);
    expect(plan.registers).toHaveLength(19);
    expect(plan.legalBasis.map(({ number }) => number)).toEqual([
      '05-NQ/TU',
      '01/CTr-UBND',
      null,
      '2996/QĐ-UBND',
    ]);
  });

  it('keep the weekly report switched on, for every unit', () => {
    const weekly = plan.reportRegime.find(({ kind }) => kind === 'week');
    expect(weekly).toMatchObject({ enabled: true, submitters: ['ALL'] });
  });

  it('hide only the responsibility cases', () => {
    expect(plan.registers.filter(({ restricted }) => restricted).map(({ code }) => code)).toEqual(['DM-12']);
  });

  it('give a report addressed upward the recipients of the plan itself', () => {
    const final = plan.reportRegime.find(({ kind }) => kind === 'final');
    expect(final?.recipients[0]).toBe('TT. Thành ủy (b/c)');
    expect(final?.recipients.at(-1)).toBe('Lưu: VT, VP');
  });
});

describe('the working calendar of the plan', () => {
  const calendar = planCalendar(plan);

  it('swaps Monday 31/8/2026 for Saturday 22/8', () => {
    expect(isWorkingDay(calendar, '2026-08-31')).toBe(false);
    expect(isWorkingDay(calendar, '2026-08-22')).toBe(true);
    expect(nextWorkingDay(calendar, '2026-08-28')).toBe('2026-09-03');
  });

  it('rests on 24/11/2026 and over Tết 2027', () => {
    expect(isWorkingDay(calendar, '2026-11-24')).toBe(false);
    expect(nextWorkingDay(calendar, '2027-02-04')).toBe('2027-02-12');
    expect(nextWorkingDay(calendar, '2027-04-29')).toBe('2027-05-04');
  });

  it('gives each year the working days off that the law gives', () => {
    const perYear = [2026, 2027, 2028, 2029, 2030].map((year) => {
      const off = plan.calendar.daysOff.filter(({ on }) => on.startsWith(String(year)));
      return off.filter(({ kind }) => kind !== 'swap').length;
    });
    expect(perYear).toEqual([12, 12, 12, 12, 12]);
  });

  it('lists only days off that take a working day away', () => {
    expect(plan.calendar.daysOff.filter(({ on }) => weekdayOf(on) > 5)).toEqual([]);
  });
});

describe('the policy', () => {
  it('climbs T+3 office, T+5 leader, T+10 director, faster for focus tasks', () => {
    const steps = (priority: 'normal' | 'focus') =>
      plan.escalation.ladder[priority].map(({ after, to }) => `${after} ${to}`);
    expect(steps('normal')).toEqual(['1 head', '3 office', '5 leaderInCharge', '10 director']);
    expect(steps('focus')).toEqual(['1 head', '1 office', '2 leaderInCharge', '3 director']);
  });

  it('writes at 07:30 and 14:00 and sends the digest on Monday morning', () => {
    expect(plan.reminders.slots).toEqual({ morning: '07:30', afternoon: '14:00' });
    expect(plan.weeklyDigest).toEqual({ weekday: 1, at: '07:30' });
  });
});
