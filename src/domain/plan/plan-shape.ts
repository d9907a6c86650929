import { z } from 'zod';
import { calendarSchema } from './calendar-schema.ts';
import { campaignSchema, legalBasisSchema, organisationSchema, unitSchema } from './campaign-schema.ts';
import { indicatorSchema } from './indicator-schema.ts';
import { dutySchema, phaseSchema, solutionSchema } from './phase-schema.ts';
import {
  deadlinesSchema,
  escalationSchema,
  figuresSchema,
  remindersSchema,
  weeklyDigestSchema,
} from './policy-schema.ts';
import { registerSchema, reportSchema } from './report-schema.ts';

/** The plan file part by part; whether the parts agree is checked by `planSchema`. */
export const planShape = z.strictObject({
  version: z.literal(1),
  campaign: campaignSchema,
  organisation: organisationSchema,
  legalBasis: z.array(legalBasisSchema),
  units: z.array(unitSchema).min(1),
  phases: z.array(phaseSchema).min(1),
  indicators: z.array(indicatorSchema),
  solutions: z.array(solutionSchema),
  responsibilities: z.array(dutySchema),
  reportRegime: z.array(reportSchema),
  registers: z.array(registerSchema),
  reminders: remindersSchema,
  escalation: escalationSchema,
  weeklyDigest: weeklyDigestSchema,
  figures: figuresSchema,
  deadlines: deadlinesSchema,
  calendar: calendarSchema,
});

/** A campaign as data: what the plan file says. */
export type Plan = z.infer<typeof planShape>;

export type Phase = Plan['phases'][number];
export type Indicator = Plan['indicators'][number];
export type Unit = Plan['units'][number];
export type Report = Plan['reportRegime'][number];
export type OutlineSection = NonNullable<Report['outline']>[number];
export type OutlinePart = NonNullable<OutlineSection['parts']>[number];
export type ReportKind = Report['kind'];
export type ReportBlock = NonNullable<OutlinePart['shows']>[number];
export type ReportAppendix = NonNullable<Report['appendices']>[number];
