import type { Plan } from '../plan-shape.ts';
import { ESCALATION_TARGETS } from '../policy-schema.ts';
import type { Contradiction, PlanRule } from './contradiction.ts';

const PRIORITIES = ['normal', 'focus'] as const;

/** A ladder goes up: never fewer days, and each step higher than the last. */
export const laddersAscend: PlanRule = ({ escalation }) =>
  PRIORITIES.flatMap((priority) => descents(escalation.ladder[priority], ['escalation', 'ladder', priority]));

function descents(ladder: Plan['escalation']['ladder']['normal'], path: string[]): Contradiction[] {
  return ladder.flatMap((step, index) => {
    const below = ladder[index - 1];
    if (below === undefined) return [];
    const found: Contradiction[] = [];
    if (step.after < below.after) {
      const message = `must be ${below.after} or more: a higher step never comes before a lower one`;
      found.push({ path: [...path, index, 'after'], message });
    }
    if (ESCALATION_TARGETS.indexOf(step.to) <= ESCALATION_TARGETS.indexOf(below.to)) {
      const message = `${step.to} does not stand above ${below.to}; the order is ${ESCALATION_TARGETS.join(', ')}`;
      found.push({ path: [...path, index, 'to'], message });
    }
    return found;
  });
}

export const countdownsDescend: PlanRule = ({ reminders }) =>
  [
    { days: reminders.dueSoon.offsets, path: ['reminders', 'dueSoon', 'offsets'] },
    { days: reminders.milestones, path: ['reminders', 'milestones'] },
  ].flatMap(({ days, path }) =>
    days.flatMap((offset, index) => {
      const before = days[index - 1];
      if (before === undefined || offset < before) return [];
      return [
        { path: [...path, index], message: `must be less than ${before}: write the largest number first` },
      ];
    }),
  );

/** What is sent in the quiet hours would be held, so a slot inside them would never send. */
export const slotsAreNotQuiet: PlanRule = ({ reminders, weeklyDigest }) => {
  const { slots, quietHours } = reminders;
  const isQuiet = (time: string): boolean =>
    quietHours.from > quietHours.to
      ? time >= quietHours.from || time < quietHours.to
      : time >= quietHours.from && time < quietHours.to;
  const times = [
    { time: slots.morning, path: ['reminders', 'slots', 'morning'] },
    { time: slots.afternoon, path: ['reminders', 'slots', 'afternoon'] },
    { time: weeklyDigest.at, path: ['weeklyDigest', 'at'] },
  ];
  const quiet = times.filter(({ time }) => isQuiet(time));
  const found = quiet.map(({ time, path }) => ({
    path,
    message: `${time} is inside the quiet hours ${quietHours.from}–${quietHours.to}; move one of them`,
  }));
  if (slots.morning < slots.afternoon) return found;
  return [...found, { path: ['reminders', 'slots', 'afternoon'], message: `must be after ${slots.morning}` }];
};
