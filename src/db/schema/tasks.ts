import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  real,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import type { Cadence } from '../../domain/deadline/deadline.ts';
import type { Facet } from '../../domain/task/facets.ts';
import { QUALITY_MARKS } from '../../domain/task/quality.ts';
import {
  TASK_KINDS,
  TASK_LEVELS,
  TASK_PRIORITIES,
  TASK_STATES,
  TASK_STRUCTURES,
  type TaskFlag,
} from '../../domain/task/task.ts';
import { day, identity, instant } from './columns.ts';
import { documents } from './documents.ts';
import { importBatches } from './import-batches.ts';
import { people } from './people.ts';
import { phases } from './phases.ts';
import { units } from './units.ts';

/**
 * A task with its six facets (R7). The row is the present; every change of what the figures read also closes a row of
 * `task_versions` and opens the next, so that any past moment can be asked.
 */
export const tasks = pgTable(
  'tasks',
  {
    id: identity(),
    /** `NV12`, `NV01.KHTC`: what people say and type (R137). */
    code: text().notNull(),
    structure: text({ enum: TASK_STRUCTURES }).notNull(),
    /** Given by the department, or by a head inside the unit ("giao nội bộ"): those count in no figure. */
    level: text({ enum: TASK_LEVELS }).notNull(),
    parentId: integer().references((): AnyPgColumn => tasks.id),
    kind: text({ enum: TASK_KINDS }).notNull(),
    priority: text({ enum: TASK_PRIORITIES }).notNull(),
    flags: jsonb().$type<TaskFlag[]>().notNull(),
    state: text({ enum: TASK_STATES }).notNull(),

    // rõ người
    leadUnitId: integer()
      .notNull()
      .references(() => units.id),
    assigneeId: integer().references(() => people.id),
    /** Bodies outside the department that take part, as the document words them. */
    outsideBodies: text(),
    // rõ việc
    title: text().notNull(),
    foldedTitle: text().notNull(),
    content: text(),
    // rõ thời gian
    deadlineWording: text().notNull(),
    startOn: day(),
    dueOn: day(),
    originalDueOn: day(),
    cadence: jsonb().$type<Cadence>(),
    /** Which occurrence of its series this is, such as `2026-07`. */
    occurrenceKey: text(),
    // rõ trách nhiệm
    leaderInChargeId: integer().references(() => people.id),
    // rõ thẩm quyền
    authority: text(),
    // rõ kết quả
    product: text(),
    measureTarget: real(),
    measureUnit: text(),

    /** Facets that the product filled in and nobody has confirmed yet ("mặc định"). */
    defaultedFacets: jsonb().$type<Facet[]>().notNull(),
    /** The day of the product that was handed in: what timeliness is measured by. */
    productOn: day(),
    productText: text(),
    /** What whoever confirms said of the result; absent: nothing (R83). */
    quality: text({ enum: QUALITY_MARKS }),
    phaseId: integer().references(() => phases.id),
    documentId: integer().references(() => documents.id),
    legalBasis: text(),
    note: text(),
    externalReference: text(),
    /** What a row without a code is recognised by when its file is imported again. */
    importKey: text(),
    importBatchId: integer().references(() => importBatches.id),
    /** Who gave it in chat; nobody: a document did. */
    givenById: integer().references(() => people.id),
    issuedAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('tasks_by_code').on(t.code),
    uniqueIndex('tasks_by_import_key').on(t.importKey).where(sql`${t.importKey} is not null`),
    uniqueIndex('tasks_one_per_occurrence')
      .on(t.parentId, t.occurrenceKey)
      .where(sql`${t.occurrenceKey} is not null`),
    // What is owed today: open tasks by due day.
    index('tasks_open_by_due_day')
      .on(t.dueOn)
      .where(sql`${t.state} in ('issued', 'inProgress', 'submitted', 'reportedDone')`),
    index('tasks_by_assignee').on(t.assigneeId),
    index('tasks_by_lead_unit').on(t.leadUnitId),
    index('tasks_by_parent').on(t.parentId),
    check(
      'tasks_days_in_order',
      sql`${t.startOn} is null or ${t.dueOn} is null or ${t.startOn} <= ${t.dueOn}`,
    ),
    check(
      'tasks_finished_have_a_product_day',
      sql`${t.state} not in ('reportedDone', 'done', 'basicallyDone') or ${t.productOn} is not null`,
    ),
    check('tasks_series_have_a_cadence', sql`(${t.structure} = 'series') = (${t.cadence} is not null)`),
    check(
      'tasks_parts_have_a_parent',
      sql`(${t.structure} in ('occurrence', 'unitShare')) = (${t.parentId} is not null)`,
    ),
  ],
);
