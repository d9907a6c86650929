import { weekdayOf } from '../../days.ts';
import { findRepeated, type PlanRule } from './contradiction.ts';

const SATURDAY = 6;

export const calendarDaysAreUnique: PlanRule = ({ calendar }) => [
  ...findRepeated(
    calendar.daysOff.map(({ on }) => on),
    (i) => ['calendar', 'daysOff', i, 'on'],
  ),
  ...findRepeated(
    calendar.workingSaturdays.map(({ on }) => on),
    (i) => ['calendar', 'workingSaturdays', i, 'on'],
  ),
];

export const workingSaturdaysAreWorked: PlanRule = ({ calendar }) => {
  const daysOff = calendar.daysOff.map(({ on }) => on);
  return calendar.workingSaturdays.flatMap(({ on }, i) => {
    const path = ['calendar', 'workingSaturdays', i, 'on'];
    if (weekdayOf(on) !== SATURDAY) return [{ path, message: `${on} is not a Saturday` }];
    if (daysOff.includes(on))
      return [{ path, message: `${on} is also a day off; keep one of the two lines` }];
    return [];
  });
};

/** A Saturday is worked only in exchange for a day off that was swapped for it. */
export const workingSaturdaysReplaceSwaps: PlanRule = ({ calendar }) => {
  const swaps = calendar.daysOff.filter(({ kind }) => kind === 'swap').map(({ on }) => on);
  return calendar.workingSaturdays.flatMap(({ replaces }, i) =>
    swaps.includes(replaces)
      ? []
      : [
          {
            path: ['calendar', 'workingSaturdays', i, 'replaces'],
            message: `${replaces} is not a day off of the kind swap; add it to daysOff`,
          },
        ],
  );
};
