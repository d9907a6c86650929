import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day } from '../../../src/domain/days.ts';
import { TASK_PRIORITIES } from '../../../src/domain/task/task.ts';
import { aTask, owedOn, runMornings, type Said } from '../../support/watched-tasks.ts';

const FIRST: Day = '2027-01-25';
const LENGTH = 60;
const LAST: Day = addDays(FIRST, LENGTH);

const anyDay = fc.nat(LENGTH).map((offset) => addDays(FIRST, offset));
const anyTask = fc
  .record({
    priority: fc.constantFrom(...TASK_PRIORITIES),
    dueOn: anyDay,
    aliveOn: fc.nat(LENGTH + 40).map((offset) => addDays(FIRST, offset - 40)),
  })
  .map(aTask);
const anyStops = fc.uniqueArray(anyDay, { maxLength: 45 }).map((days) => new Set(days));

const nameOf = ({ to, key }: Pick<Said, 'to' | 'key'>): string => `${to} ${key}`;
const run = (task: Parameters<typeof owedOn>[0], stops: Set<Day> = new Set()) =>
  runMornings(task, { from: FIRST, to: LAST }, (day) => stops.has(day));

describe('over two months around Tết, whatever days the process is stopped', () => {
  it('nobody is told the same thing twice', () => {
    fc.assert(
      fc.property(anyTask, anyStops, (task, stops) => {
        const names = run(task, stops).map(nameOf);
        expect(new Set(names).size).toBe(names.length);
      }),
    );
  });

  it('nothing is said that would not have been said without the stops', () => {
    fc.assert(
      fc.property(anyTask, anyStops, (task, stops) => {
        const undisturbed = new Set(run(task).map(nameOf));
        expect(run(task, stops).filter((said) => !undisturbed.has(nameOf(said)))).toEqual([]);
      }),
    );
  });

  it('every step of the ladder that was reached is said by the next morning that runs', () => {
    fc.assert(
      fc.property(anyTask, anyStops, (task, stops) => {
        const missing = run(task)
          .filter(({ kind }) => kind === 'ladder')
          .filter((reached) => {
            const later = run(task, stops).find((said) => nameOf(said) === nameOf(reached));
            const couldRun = run(task, stops).some(({ on }) => on > reached.on);
            return couldRun && later === undefined;
          });
        expect(missing).toEqual([]);
      }),
    );
  });

  it('a ladder never goes down while the days go on', () => {
    fc.assert(
      fc.property(anyTask, anyDay, fc.nat(30), (task, day, later) => {
        const stepsOn = (on: Day) => owedOn(task, on).flatMap(({ step }) => step ?? []);
        expect(stepsOn(addDays(day, later))).toEqual(expect.arrayContaining(stepsOn(day)));
      }),
    );
  });

  it('one key is never used for two steps, kinds or tasks', () => {
    fc.assert(
      fc.property(anyTask, anyDay, (task, day) => {
        const all = [task, { ...task, id: 13 }].flatMap((one) =>
          owedOn(one, day).map((notice) => ({ ...notice, id: one.id })),
        );
        for (const a of all) {
          const twins = all.filter((b) => b.key === a.key);
          expect(twins.every((b) => b.kind === a.kind && b.step === a.step && b.id === a.id)).toBe(true);
        }
      }),
    );
  });
});
