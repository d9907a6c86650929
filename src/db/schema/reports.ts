import { sql } from 'drizzle-orm';
import { check, index, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import type { ReportModel } from '../../domain/report/report-model.ts';
import { REPORT_STATES } from '../../domain/report/report-state.ts';
import { day, identity, instant } from './columns.ts';
import { people } from './people.ts';
import { units } from './units.ts';

/**
 * A report of a unit, or of the department (no unit), on a period (R102). While it is a draft only what people wrote is
 * kept; when it is submitted, all of what it says is, and it prints from that for ever. "Chưa nộp" is no row.
 */
export const reports = pgTable(
  'reports',
  {
    id: identity(),
    /** Of the plan's report regime, such as `BC-02`. */
    reportCode: text().notNull(),
    unitId: integer().references(() => units.id),
    periodCode: text().notNull(),
    periodFrom: day().notNull(),
    periodTo: day().notNull(),
    state: text({ enum: REPORT_STATES }).notNull(),
    /** What was written in the outline's parts, by their keys. */
    narrative: jsonb().$type<Record<string, string>>().notNull(),
    /** Why tasks are late that nobody was asked to explain, by task id. */
    lateReasons: jsonb().$type<Record<string, string>>().notNull(),
    beganAt: instant().notNull(),
    submittedAt: instant(),
    submittedById: integer().references(() => people.id),
    /** What was submitted last. */
    model: jsonb().$type<ReportModel>(),
    decidedAt: instant(),
    decidedById: integer().references(() => people.id),
    returnReason: text(),
  },
  (t) => [
    uniqueIndex('reports_one_of_unit')
      .on(t.reportCode, t.periodCode, t.unitId)
      .where(sql`${t.unitId} is not null`),
    uniqueIndex('reports_one_of_department').on(t.reportCode, t.periodCode).where(sql`${t.unitId} is null`),
    // What a unit still owes, and what the office has to consolidate.
    index('reports_by_unit').on(t.unitId, t.reportCode),
    check(
      'reports_submitted_keep_their_model',
      sql`${t.state} not in ('submitted', 'consolidated') or (${t.model} is not null and ${t.submittedAt} is not null and ${t.submittedById} is not null)`,
    ),
    check(
      'reports_returned_with_a_reason',
      sql`${t.state} <> 'returned' or (${t.returnReason} is not null and ${t.decidedById} is not null)`,
    ),
    check('reports_days_in_order', sql`${t.periodFrom} <= ${t.periodTo}`),
  ],
);
