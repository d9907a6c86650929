import { z } from 'zod';
import { shareShape, timeShape, weekdayShape, workingDaysShape } from './shapes.ts';

/** The steps of a ladder, from the nearest to the highest. */
export const ESCALATION_TARGETS = ['head', 'office', 'leaderInCharge', 'director'] as const;

const byPriority = <Shape extends z.ZodType>(shape: Shape) => z.strictObject({ normal: shape, focus: shape });

/** When the product writes by itself; every number without a unit in its name counts working days. */
export const remindersSchema = z.strictObject({
  slots: z.strictObject({ morning: timeShape, afternoon: timeShape }),
  quietHours: z.strictObject({ from: timeShape, to: timeShape }),
  coalesceMinutes: z.int().min(0).max(120),
  notAcceptedAfter: workingDaysShape,
  unassignedAfter: workingDaysShape,
  dueSoon: z.strictObject({ offsets: z.array(workingDaysShape).min(1), headFrom: workingDaysShape }),
  stale: byPriority(workingDaysShape),
  acknowledgedQuietFor: workingDaysShape,
  extensionPausesFor: workingDaysShape,
  confirmWithin: workingDaysShape,
  explanationWithin: workingDaysShape,
  unreachableAfter: workingDaysShape,
  milestones: z.array(workingDaysShape).min(1),
});

const overdueRhythmSchema = z.strictObject({ first: workingDaysShape, repeatEvery: workingDaysShape.min(1) });
const ladderSchema = z
  .array(z.strictObject({ after: workingDaysShape, to: z.enum(ESCALATION_TARGETS) }))
  .min(1);

/** Who hears of an overdue task and after how many working days (R77, CB-05). */
export const escalationSchema = z.strictObject({
  overdue: byPriority(overdueRhythmSchema),
  ladder: byPriority(ladderSchema),
});

export const weeklyDigestSchema = z.strictObject({ weekday: weekdayShape, at: timeShape });

/** How figures are counted where the plan leaves a choice (R22, Bộ luật Dân sự 2015 Điều 148). */
export const figuresSchema = z.strictObject({
  onTimeTarget: shareShape,
  dueOnDayOff: z.enum(['untilNextWorkingDay', 'thatDay']),
});

/** How "trước ngày X" is read in documents. */
export const deadlinesSchema = z.strictObject({ beforeDayMeans: z.enum(['dayBefore', 'sameDay']) });
