import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareRisks, findRisks, type RiskFacts } from '../../../src/domain/risk/task-risk.ts';
import { calendar } from '../../support/working-days.ts';

const setting = { on: '2026-07-15', calendar, stale: { normal: 5, focus: 3 } };

/** Given on 01/7, due on 31/7, on its planned curve and heard of yesterday. */
const aTask = (what: Partial<RiskFacts> = {}): RiskFacts => ({
  isFocus: false,
  startOn: '2026-07-01',
  dueOn: '2026-07-31',
  percent: 47,
  lastSignOn: '2026-07-14',
  hasOpenBlocker: false,
  isHeldUp: false,
  owner: { finished: 0, late: 0 },
  ...what,
});

describe('A task may become late', () => {
  it.each<[string, Partial<RiskFacts>, string[]]>([
    ['on its curve', {}, []],
    ['15 points below it', { percent: 32 }, []],
    ['more than 15 points below it', { percent: 31 }, ['behind']],
    ['held up', { hasOpenBlocker: true }, ['heldUp']],
    ['due in three working days at 69 %', { dueOn: '2026-07-20', percent: 69 }, ['nearlyDue']],
    ['due in three working days at 70 %', { dueOn: '2026-07-20', percent: 70 }, []],
    ['due in four', { dueOn: '2026-07-21', percent: 60 }, []],
    ['not heard of for five working days', { lastSignOn: '2026-07-08' }, []],
    ['not heard of for six', { lastSignOn: '2026-07-07' }, ['stale']],
    ['trọng tâm, not heard of for four', { isFocus: true, lastSignOn: '2026-07-09' }, ['stale']],
    [
      'silent because the head vouches for the obstacle',
      { lastSignOn: '2026-07-01', hasOpenBlocker: true, isHeldUp: true },
      ['heldUp'],
    ],
    ['whose owner is often late, and nothing else', { owner: { finished: 4, late: 3 } }, []],
    [
      'behind, of an owner who is often late',
      { percent: 10, owner: { finished: 4, late: 3 } },
      ['behind', 'record'],
    ],
    ['behind, of an owner with two results', { percent: 10, owner: { finished: 2, late: 2 } }, ['behind']],
    ['late already: that is the overdue alert’s', { dueOn: '2026-07-14', percent: 0 }, []],
    ['without a due day, heard of', { dueOn: null, percent: 0 }, []],
  ])('%s', (_, what, reasons) => {
    expect(findRisks(aTask(what), setting)).toEqual(reasons);
  });

  it('never less so when less of it is done', () => {
    fc.assert(
      fc.property(fc.nat(100), fc.nat(100), (a, b) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        const of = (percent: number) => findRisks(aTask({ percent, dueOn: '2026-07-17' }), setting).length;
        expect(of(low)).toBeGreaterThanOrEqual(of(high));
      }),
    );
  });

  it('the gravest first: more reasons, then trọng tâm, then the nearer day', () => {
    const at = (reasons: 1 | 2, isFocus: boolean, dueOn: string) => ({
      reasons: (['heldUp', 'behind'] as const).slice(0, reasons),
      isFocus,
      dueOn,
    });
    const sorted = [
      at(1, false, '2026-07-20'),
      at(1, true, '2026-07-30'),
      at(1, false, '2026-07-16'),
      at(2, false, '2026-08-30'),
    ];
    expect([...sorted].sort(compareRisks)).toEqual([sorted[3], sorted[1], sorted[2], sorted[0]]);
  });
});
