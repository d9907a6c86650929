import { and, asc, eq, inArray, lte, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Day } from '../../domain/days.ts';
import { type Db, selectRows } from '../client.ts';
import { explanationAnswers, explanations, people, tasks } from '../schema/index.ts';
import type { TaskRow } from './tasks.ts';

export type ExplanationRow = typeof explanations.$inferSelect;
export type AnswerRow = typeof explanationAnswers.$inferSelect;

/**
 * Asks for an explanation of every open task that counts and whose due day is over, once per task and due day: one
 * statement, however many there are.
 * @returns how many were asked for now
 */
export async function addExplanations(
  tx: Db,
  ask: { dueBy: Day; unitIds: number[]; at: Date; replyBy: Day },
): Promise<number> {
  if (ask.unitIds.length === 0) return 0;
  const at = ask.at.toISOString();
  const late = and(
    inArray(tasks.state, ['issued', 'inProgress', 'submitted']),
    sql`${tasks.structure} not in ('series', 'split')`,
    eq(tasks.level, 'department'),
    lte(tasks.dueOn, ask.dueBy),
    lte(tasks.issuedAt, ask.at),
    inArray(tasks.leadUnitId, ask.unitIds),
  );
  const rows = await selectRows<{ id: number }>(
    tx,
    sql`insert into ${explanations} (task_id, due_on, asked_at, reply_by)
      select ${tasks.id}, ${tasks.dueOn}, ${at}::timestamptz, ${ask.replyBy}::date from ${tasks} where ${late}
      on conflict do nothing returning id`,
  );
  return rows.length;
}

/** An explanation with its task and the answer given last. */
export interface AskedExplanation {
  explanation: ExplanationRow;
  task: TaskRow;
  assigneeName: string | null;
  answer: AnswerRow | null;
  authorName: string | null;
}

export interface ExplanationFilter {
  id?: number;
  taskIds?: number[];
  unitIds?: number[];
  /** `open`: of the due day in force and not accepted; `answered`: of these, with a leader to decide. */
  only?: 'open' | 'answered';
}

function conditionsOf(filter: ExplanationFilter): SQL[] {
  const conditions: SQL[] = [];
  if (filter.id !== undefined) conditions.push(eq(explanations.id, filter.id));
  if (filter.taskIds !== undefined) conditions.push(inArray(explanations.taskId, filter.taskIds));
  if (filter.unitIds !== undefined) conditions.push(inArray(tasks.leadUnitId, filter.unitIds));
  if (filter.only === undefined) return conditions;
  conditions.push(eq(explanations.dueOn, tasks.dueOn));
  const decision = explanationAnswers.decision;
  conditions.push(
    filter.only === 'open'
      ? sql`${decision} is distinct from 'accepted'`
      : sql`${explanationAnswers.id} is not null and ${decision} is null`,
  );
  return conditions;
}

const authors = alias(people, 'authors');
const later = alias(explanationAnswers, 'later');
/** Looked up for each explanation by its index: a card asks for one, and there are many. */
const newestAnswerId = sql`(select max(${later.id}) from ${explanationAnswers} ${sql.identifier('later')} where ${later.explanationId} = ${explanations.id})`;

/** Explanations with their newest answers, the longest overdue first. */
export async function listExplanations(db: Db, filter: ExplanationFilter): Promise<AskedExplanation[]> {
  return db
    .select({
      explanation: explanations,
      task: tasks,
      answer: explanationAnswers,
      authorName: authors.fullName,
      assigneeName: people.fullName,
    })
    .from(explanations)
    .innerJoin(tasks, eq(tasks.id, explanations.taskId))
    .leftJoin(people, eq(people.id, tasks.assigneeId))
    .leftJoin(explanationAnswers, eq(explanationAnswers.id, newestAnswerId))
    .leftJoin(authors, eq(authors.id, explanationAnswers.authorId))
    .where(and(...conditionsOf(filter)))
    .orderBy(asc(explanations.dueOn), asc(explanations.id));
}

export async function findAnswer(db: Db, answerId: number): Promise<AnswerRow | undefined> {
  const [row] = await db
    .select()
    .from(explanationAnswers)
    .where(eq(explanationAnswers.id, answerId))
    .limit(1);
  return row;
}

export async function addAnswer(
  tx: Db,
  row: Omit<typeof explanationAnswers.$inferInsert, 'id'>,
): Promise<AnswerRow> {
  const [added] = await tx.insert(explanationAnswers).values(row).returning();
  if (added === undefined) throw new Error('The database returned no answer');
  return added;
}

/** Writes down what a leader decided. The caller holds the task's lock. */
export async function decideAnswer(
  tx: Db,
  answerId: number,
  decided: Pick<AnswerRow, 'decision' | 'decidedById' | 'decidedAt' | 'decisionReason' | 'confirmedCause'>,
): Promise<void> {
  await tx.update(explanationAnswers).set(decided).where(eq(explanationAnswers.id, answerId));
}
