import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day } from '../../../src/domain/days.ts';
import { TASK_PRIORITIES } from '../../../src/domain/task/task.ts';
import {
  aFocusTask,
  aTask,
  DUE_ON,
  owedOn,
  runMornings,
  wordsOn,
  workingDaysFrom,
} from '../../support/watched-tasks.ts';

const lateBy = (count: number): Day => workingDaysFrom(DUE_ON, count);
const ladderOn = (task: Parameters<typeof wordsOn>[0], day: Day) =>
  wordsOn(task, day).filter((words) => words.startsWith('ladder'));

describe('the first request for more time holds the ladder for two working days', () => {
  const asked = aFocusTask({ firstExtensionAskedOn: DUE_ON });

  it('from the due day on which it was asked: nothing on T+1 and T+2, the first step on T+3', () => {
    expect(ladderOn(asked, lateBy(1))).toEqual([]);
    expect(ladderOn(asked, lateBy(2))).toEqual([]);
    expect(ladderOn(asked, lateBy(3))).toEqual(['ladder → head', 'ladder → office']);
    expect(ladderOn(asked, lateBy(4))).toContain('ladder → leaderInCharge');
  });

  it('while the assignee and the head are told all the same that it is late', () => {
    for (const day of [1, 2, 3]) {
      expect(wordsOn(asked, lateBy(day))).toEqual(
        expect.arrayContaining(['overdue → assignee', 'overdue → head']),
      );
    }
  });

  it('for one day of lateness only, when it was asked the day before it was due', () => {
    const earlier = aFocusTask({ firstExtensionAskedOn: workingDaysFrom(DUE_ON, -1) });
    expect(ladderOn(earlier, lateBy(1))).toEqual([]);
    expect(ladderOn(earlier, lateBy(2))).toEqual(['ladder → head', 'ladder → office']);
  });

  it('not at all, when it was asked long before or after the due day was over', () => {
    const plain = aFocusTask();
    for (const askedOn of [workingDaysFrom(DUE_ON, -2), lateBy(1), lateBy(2)]) {
      const task = aFocusTask({ firstExtensionAskedOn: askedOn });
      for (const day of [1, 2, 3, 4]) expect(owedOn(task, lateBy(day))).toEqual(owedOn(plain, lateBy(day)));
    }
  });
});

const FIRST: Day = '2027-01-25';
const anyDay = fc.nat(40).map((offset) => addDays(FIRST, offset));
const anyTask = fc.record({
  priority: fc.constantFrom(...TASK_PRIORITIES),
  dueOn: anyDay,
  aliveOn: fc.nat(60).map((offset) => addDays(FIRST, offset - 40)),
});
const days = { from: FIRST, to: addDays(FIRST, 70) };

describe('whenever more time is asked', () => {
  it('only the ladder changes, no step comes earlier, and none more than two mornings later', () => {
    fc.assert(
      fc.property(anyTask, anyDay, (facts, askedOn) => {
        const plain = runMornings(aTask(facts), days);
        const paused = runMornings(aTask({ ...facts, firstExtensionAskedOn: askedOn }), days);
        const others = (said: typeof plain) => said.filter(({ kind }) => kind !== 'ladder');
        expect(others(paused)).toEqual(others(plain));
        for (const step of plain.filter(({ kind }) => kind === 'ladder')) {
          const later = paused.find(({ key }) => key === step.key);
          if (later === undefined) expect(workingDaysFrom(step.on, 2) > days.to).toBe(true);
          else {
            expect(later.on >= step.on).toBe(true);
            expect(later.on <= workingDaysFrom(step.on, 2)).toBe(true);
          }
        }
      }),
    );
  });

  it('a ladder that stood still never goes down while the days go on', () => {
    fc.assert(
      fc.property(anyTask, anyDay, anyDay, (facts, askedOn, day) => {
        const task = aTask({ ...facts, firstExtensionAskedOn: askedOn });
        const stepsOn = (on: Day) => owedOn(task, on).flatMap(({ step }) => step ?? []);
        expect(stepsOn(addDays(day, 7))).toEqual(expect.arrayContaining(stepsOn(day)));
      }),
    );
  });
});
