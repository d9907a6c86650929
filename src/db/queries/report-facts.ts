import { and, asc, eq, gt, gte, inArray, isNull, lte, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Db } from '../client.ts';
import {
  blockers,
  explanationAnswers,
  explanations,
  requests,
  tasks,
  taskVersions,
  units,
} from '../schema/index.ts';
import type { FigureFilter } from './figures.ts';

const waitingFor = alias(units, 'waiting_for');
const proposedUnits = alias(units, 'proposed_units');

/** The version of a task that covered a moment, of one unit or all. */
const versionAt = (asOf: Date, filter: FigureFilter) =>
  and(
    lte(taskVersions.recordedAt, asOf),
    or(isNull(taskVersions.supersededAt), gt(taskVersions.supersededAt, asOf)),
    filter.unitId === undefined ? undefined : eq(taskVersions.leadUnitId, filter.unitId),
    filter.personId === undefined ? undefined : eq(taskVersions.assigneeId, filter.personId),
  );

/** Answers that heads had given by then and leaders had not returned by then, the newest of a due day last. */
export async function listLateReasons(db: Db, asOf: Date, filter: FigureFilter) {
  const isReturnedByThen = sql`(${explanationAnswers.decision} = 'returned' and ${explanationAnswers.decidedAt} <= ${asOf.toISOString()}::timestamptz)`;
  return db
    .select({ explanation: explanations, answer: explanationAnswers })
    .from(explanationAnswers)
    .innerJoin(explanations, eq(explanations.id, explanationAnswers.explanationId))
    .innerJoin(taskVersions, and(eq(taskVersions.taskId, explanations.taskId), versionAt(asOf, filter)))
    .where(and(lte(explanationAnswers.at, asOf), sql`not coalesce(${isReturnedByThen}, false)`))
    .orderBy(asc(explanationAnswers.id));
}

/** What tasks were waiting for at a moment. */
export async function listBlockersAt(db: Db, asOf: Date, filter: FigureFilter) {
  return db
    .select({
      taskId: blockers.taskId,
      text: blockers.text,
      waitingForText: blockers.waitingForText,
      waitingForUnit: waitingFor.shortName,
      openedAt: blockers.openedAt,
    })
    .from(blockers)
    .innerJoin(taskVersions, and(eq(taskVersions.taskId, blockers.taskId), versionAt(asOf, filter)))
    .leftJoin(waitingFor, eq(waitingFor.id, blockers.waitingForUnitId))
    .where(
      and(
        lte(blockers.openedAt, asOf),
        or(isNull(blockers.closedAt), gt(blockers.closedAt, asOf)),
        inArray(taskVersions.state, ['issued', 'inProgress', 'submitted']),
      ),
    )
    .orderBy(asc(blockers.openedAt), asc(blockers.id));
}

/** What was asked between two moments to be changed about tasks `asOf` a third; the state is the present one. */
export async function listChangesBetween(
  db: Db,
  span: { from: Date; to: Date; asOf: Date },
  filter: FigureFilter,
) {
  return db
    .select({
      code: tasks.code,
      taskId: requests.taskId,
      kind: requests.kind,
      previousDueOn: requests.previousDueOn,
      proposedDueOn: requests.proposedDueOn,
      proposedUnit: proposedUnits.shortName,
      reason: requests.reason,
      state: requests.state,
      decidedAt: requests.decidedAt,
    })
    .from(requests)
    .innerJoin(tasks, eq(tasks.id, requests.taskId))
    .innerJoin(taskVersions, and(eq(taskVersions.taskId, requests.taskId), versionAt(span.asOf, filter)))
    .leftJoin(proposedUnits, eq(proposedUnits.id, requests.proposedUnitId))
    .where(and(gte(requests.askedAt, span.from), lte(requests.askedAt, span.to)))
    .orderBy(asc(requests.id));
}
