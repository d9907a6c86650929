import { z } from 'zod';
import {
  dayOfMonthShape,
  dayShape,
  nonEmptyText,
  requirementShape,
  unitCodeShape,
  weekdayShape,
} from './shapes.ts';

const REPORT_KINDS = [
  'week',
  'month',
  'quarter',
  'final',
  'phase',
  'adHoc',
  'lateTasks',
  'explanation',
  'city',
  'warnings',
  'inspection',
  'adminReform',
  'products',
] as const;

/**
 * The last day that a report's period holds (NĐ 09/2019): its calendar end, or the weekday (weekly reports) or
 * day of the month (others) on which it is cut off.
 */
const cutOffSchema = z.union([z.literal('periodEnd'), z.int().min(1).max(31)], {
  error: 'write periodEnd, or the number of the day on which the period is cut off',
});

/**
 * A report of the regime (R96–R110). Weekly ones are due on `dueWeekday` of their week; monthly and quarterly
 * ones on `dueDay` of the month in which the period is reported; dated ones on each of `occasions`.
 */
export const reportSchema = z.strictObject({
  code: z.string().regex(/^BC-\d{2}$/, 'write a code such as BC-01'),
  name: nonEmptyText,
  kind: z.enum(REPORT_KINDS),
  requirement: requirementShape,
  enabled: z.boolean(),
  cadence: z.enum(['week', 'month', 'quarter', 'dated', 'onDemand']),
  dueWeekday: weekdayShape.optional(),
  dueDay: dayOfMonthShape.optional(),
  cutOff: cutOffSchema.optional(),
  occasions: z
    .array(z.strictObject({ name: nonEmptyText, dueOn: dayShape }))
    .min(1)
    .optional(),
  submitters: z.array(unitCodeShape).min(1),
  recipients: z.array(nonEmptyText).min(1),
});

/** A register of the campaign (R117–R135); a restricted one is shown in private chats by right only. */
export const registerSchema = z.strictObject({
  code: z.string().regex(/^DM-\d{2}$/, 'write a code such as DM-03'),
  name: nonEmptyText,
  owner: unitCodeShape,
  requirement: requirementShape,
  restricted: z.boolean(),
});
