import { sql } from 'drizzle-orm';
import { check, doublePrecision, index, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { day, identity, instant } from './columns.ts';
import { people } from './people.ts';

/**
 * What an indicator stands at, as its owner entered it (R24, R28–R33, R41). Append-only: a correction is a newer row of
 * the same period, so that any past moment can be asked.
 */
export const indicatorFigures = pgTable(
  'indicator_figures',
  {
    id: identity(),
    indicatorCode: text().notNull(),
    /** First and last day of the period that the figure is of. */
    fromOn: day().notNull(),
    toOn: day().notNull(),
    /** A count, a sum or the part of a share. */
    part: doublePrecision().notNull(),
    /** Of what; absent where the indicator needs none. */
    whole: doublePrecision(),
    /** Sample, source, document: as they were typed. */
    note: text(),
    enteredById: integer()
      .notNull()
      .references(() => people.id),
    recordedAt: instant().notNull(),
  },
  (t) => [
    // The newest figure of an indicator as of a moment.
    index('indicator_figures_by_code_and_time').on(t.indicatorCode, t.recordedAt),
    check('indicator_figures_days_in_order', sql`${t.fromOn} <= ${t.toOn}`),
    check('indicator_figures_not_negative', sql`${t.part} >= 0 and (${t.whole} is null or ${t.whole} > 0)`),
  ],
);

/** The figure before the campaign, against which a reduction is measured: entered once, with its document, then locked. */
export const indicatorBaselines = pgTable(
  'indicator_baselines',
  {
    id: identity(),
    indicatorCode: text().notNull(),
    value: doublePrecision().notNull(),
    /** "12/BC-SKHCN ngày 01/6/2026". */
    document: text().notNull(),
    recordedById: integer()
      .notNull()
      .references(() => people.id),
    recordedAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('indicator_baselines_once').on(t.indicatorCode),
    check('indicator_baselines_not_negative', sql`${t.value} >= 0`),
  ],
);
