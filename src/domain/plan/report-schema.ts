import { z } from 'zod';
import {
  dayOfMonthShape,
  dayShape,
  keyShape,
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

/** What a part of a report can show from data, each drawn in its own way. */
const REPORT_BLOCKS = [
  'overview',
  'comparison',
  'units',
  'products',
  'productsAwaited',
  'late',
  'causes',
  'explanations',
  'blockers',
  'next',
  'open',
  'changes',
  'indicators',
] as const;

/** Tables on landscape pages of their own behind the report. */
const REPORT_APPENDICES = ['tasks', 'late', 'warnings', 'products', 'indicators'] as const;

/**
 * A part of an outline: what is shown from data, and what the head is asked to write. An answer is kept by its `key`,
 * so that parts may be moved.
 */
const outlinePartSchema = z.strictObject({
  title: nonEmptyText,
  shows: z.array(z.enum(REPORT_BLOCKS)).min(1).optional(),
  asks: z.strictObject({ key: keyShape, question: nonEmptyText }).optional(),
});

/** A numbered section of a report with its parts (R47: outlines are changed without code). */
const outlineSectionSchema = outlinePartSchema.extend({
  parts: z.array(outlinePartSchema).min(1).optional(),
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
  /** What the report is about, under its type; `{period}` and `{campaign}` stand for their names. */
  subject: nonEmptyText.optional(),
  /** To whom it is written ("Kính gửi"). */
  addressee: nonEmptyText.optional(),
  /** Without one the report cannot be made from data. */
  outline: z.array(outlineSectionSchema).min(1).optional(),
  appendices: z.array(z.enum(REPORT_APPENDICES)).optional(),
});

/** A register of the campaign (R117–R135); a restricted one is shown in private chats by right only. */
export const registerSchema = z.strictObject({
  code: z.string().regex(/^DM-\d{2}$/, 'write a code such as DM-03'),
  name: nonEmptyText,
  owner: unitCodeShape,
  requirement: requirementShape,
  restricted: z.boolean(),
});
